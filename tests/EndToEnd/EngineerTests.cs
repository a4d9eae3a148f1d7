using static Microsoft.Playwright.Assertions;

namespace ChatDesk.Tests.EndToEnd;

[Collection(Stories.Name)]
public sealed class EngineerTests(Chromium chromium)
{
    private static readonly string Photo = Path.Combine(AppContext.BaseDirectory, "Files", "photo.jpg");

    [Theory, OnEachScreen]
    public async Task The_first_press_takes_the_ticket_and_the_colleagues_card_says_so_N_11(Screen screen)
    {
        await using var story = await Story.StartAsync(chromium, screen);
        var playground = await story.OpenPlaygroundAsync();
        var number = await (await playground.BindHomeAsync()).ReportLeakAsync();

        foreach (var engineer in new[] { "李师傅", "周师傅" })
            await Expect((await playground.PickUpAsync(engineer)).ButtonsOf(number)).ToHaveTextAsync(["接单", "转派", "退单"]);
        await playground.LetLiTakeItAsync(number);
        var zhou = await playground.PickUpAsync("周师傅");
        await Expect(zhou.Card(number)).ToContainTextAsync("已由李师傅接单");
        await Expect(zhou.ButtonsOf(number)).ToHaveCountAsync(0);
        await story.LookAtAsync(playground.Page, "playground-cards");
        story.AssertNoErrors();
    }

    [Theory, OnEachScreen]
    public async Task An_engineer_sees_the_owners_words_and_photo_adds_a_step_with_a_photo_and_finishes_R_113_R_130(Screen screen)
    {
        await using var story = await Story.StartAsync(chromium, screen);
        var playground = await story.OpenPlaygroundAsync();
        var owner = await playground.BindHomeAsync();
        var number = await owner.ReportLeakAsync();
        await owner.SendSamplePhotoAsync();
        await Expect(owner.Newest).ToContainTextAsync("照片已加到");
        var li = await playground.LetLiTakeItAsync(number);

        var work = await li.OpenWorkPageAsync(number);
        await Expect(work.Said.First).ToContainTextAsync(Scenes.Leak);
        await work.Said.Locator("img").ShowsPictureAsync();
        await Expect(work.CallLink).ToHaveAttributeAsync("href", "tel:13800003201");
        await story.LookAtAsync(work.Page, "work-taken");
        await work.DepartAsync("30分钟");
        await Expect(work.Notice).ToContainTextAsync("已记录出发");
        await work.PressAsync("已到场");
        await Expect(work.Notice).ToContainTextAsync("已记录到场");
        await work.AddStepAsync("检测漏点", Photo, "弯头1个");
        await Expect(work.Notice).ToContainTextAsync("这一步已保存");
        await Expect(work.Timeline).ToContainTextAsync("检测漏点");
        await story.LookAtAsync(work.Page, "work-step");
        await work.FinishAsync("测试不漏");
        await Expect(work.Notice).ToContainTextAsync("已完工，辛苦了");
        await story.LookAtAsync(work.Page, "work-finished");
        await Expect(li.Newest).ToContainTextAsync($"{number} 3栋2单元201：已完工");
        await story.LookAtAsync(playground.Page, "playground-worked");
        story.AssertNoErrors();
    }
}
