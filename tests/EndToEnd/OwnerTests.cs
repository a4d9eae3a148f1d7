using ChatDesk.Tests.EndToEnd.Pages;
using static Microsoft.Playwright.Assertions;

namespace ChatDesk.Tests.EndToEnd;

[Collection(Stories.Name)]
public sealed class OwnerTests(Chromium chromium)
{
    /// <summary>Article S01 of BotHost/Demo/articles.csv.</summary>
    private const string FeeAnswer = "晴川里住宅物业费每月每平方米2.30元，商铺3.80元，按房产证建筑面积计算。";

    [Theory, OnEachScreen]
    public async Task A_new_owner_is_welcomed_reports_binds_her_home_and_gets_the_approved_answer_R_043_R_046(Screen screen)
    {
        await using var story = await Story.StartAsync(chromium, screen);
        var playground = await story.OpenPlaygroundAsync();
        var owner = await playground.PickUpAsync(Scenes.Owner);

        await owner.FollowAsync();
        await Expect(owner.Newest).ToContainTextAsync("您好，晴川物业客服，我是小晴，请问有什么可以帮您？");
        await owner.SayAsync(Scenes.Leak);
        await Expect(owner.Newest).ToContainTextAsync("哪一栋");
        await owner.SayAsync("3栋2单元201");
        var number = await owner.ReceiptNumberAsync();
        await Expect(owner.Newest).ToContainTextAsync($"3栋2单元201 {Scenes.Leak}");
        await Expect(owner.Newest).ToContainTextAsync("2小时内上门");
        await owner.SayAsync("3201");
        await Expect(owner.Newest).ToContainTextAsync("王女士，您好！已绑定3栋2单元201");
        await owner.SayAsync("物业费怎么收");
        await Expect(owner.Newest).ToHaveTextAsync(FeeAnswer);
        await story.LookAtAsync(playground.Page, "playground-owner");

        ProgressPage progress = new(await owner.Heard(number).LinkTo("/t/").FollowAsync());
        await Expect(progress.State).ToHaveTextAsync("已受理，正在安排维修员");
        await Expect(progress.CallLink).ToHaveAttributeAsync("href", "tel:0000-8880100");
        story.AssertNoErrors();
    }

    [Theory, OnEachScreen]
    public async Task A_photo_joins_the_ticket_its_state_is_told_truly_and_a_hurry_reaches_engineer_and_supervisor_R_075_R_107(Screen screen)
    {
        await using var story = await Story.StartAsync(chromium, screen);
        var playground = await story.OpenPlaygroundAsync();
        var owner = await playground.BindHomeAsync();
        var number = await owner.ReportLeakAsync();

        await owner.SendSamplePhotoAsync();
        await Expect(owner.Newest).ToHaveTextAsync($"照片已加到工单{number}。");
        await owner.SayAsync("修得怎么样了");
        await Expect(owner.Newest).ToContainTextAsync("已派到班组，还没有师傅接单");
        await playground.LetLiTakeItAsync(number);
        owner = await playground.PickUpAsync(Scenes.Owner);
        await Expect(owner.Newest).ToContainTextAsync("李师傅已接单");
        await owner.SayAsync("快点啊都等一天了");
        await Expect(owner.Newest).ToContainTextAsync("您的催促已记录，并通知了师傅和主管");

        foreach (var told in new[] { "李师傅", "谢主管" })
            await Expect((await playground.PickUpAsync(told)).Newest).ToContainTextAsync($"业主催单（第1次）：{number}");
        await story.LookAtAsync(playground.Page, "playground-hurry");
        story.AssertNoErrors();
    }

    [Theory, OnEachScreen]
    public async Task What_is_not_needed_any_more_is_asked_once_and_cancelled(Screen screen)
    {
        await using var story = await Story.StartAsync(chromium, screen);
        var playground = await story.OpenPlaygroundAsync();
        var owner = await playground.BindHomeAsync();
        var number = await owner.ReportLeakAsync();

        await owner.TapPhraseAsync("不用来了");
        await Expect(owner.Newest).ToContainTextAsync($"要取消{number}");
        await owner.ChooseAsync("确认取消");
        await Expect(owner.Newest).ToContainTextAsync($"{number}已取消");

        var li = await playground.PickUpAsync("李师傅");
        await Expect(li.Card(number)).ToContainTextAsync("已取消");
        await Expect(li.ButtonsOf(number)).ToHaveCountAsync(0);
        story.AssertNoErrors();
    }
}
