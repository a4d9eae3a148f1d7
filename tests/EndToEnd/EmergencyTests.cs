using static Microsoft.Playwright.Assertions;

namespace ChatDesk.Tests.EndToEnd;

[Collection(Stories.Name)]
public sealed class EmergencyTests(Chromium chromium)
{
    [Theory, OnEachScreen]
    public async Task People_caught_in_a_lift_get_the_safety_sentence_at_once_and_team_desk_and_supervisor_a_card_R_048_N_12(Screen screen)
    {
        await using var story = await Story.StartAsync(chromium, screen);
        var playground = await story.OpenPlaygroundAsync();
        var owner = await playground.PickUpAsync("张先生");
        await owner.FollowAsync();

        await owner.TapPhraseAsync("电梯困人了");
        await Expect(owner.Newest).ToContainTextAsync("【紧急】请不要扒门、不要跳");
        foreach (var number in new[] { "120", "119", "0000-8880119" })
            await Expect(owner.Newest).ToContainTextAsync(number);
        await Expect(owner.Newest).Not.ToContainTextAsync("？");

        foreach (var engineer in new[] { "冯师傅", "陈师傅" })
            await Expect((await playground.PickUpAsync(engineer)).ButtonsOf("【紧急】")).ToHaveTextAsync(["接单", "转派", "退单"]);
        foreach (var watcher in new[] { "林客服", "谢主管" })
            await Expect((await playground.PickUpAsync(watcher)).Card("【紧急】")).ToContainTextAsync("电梯困人了");
        await story.LookAtAsync(playground.Page, "playground-emergency");
        story.AssertNoErrors();
    }
}
