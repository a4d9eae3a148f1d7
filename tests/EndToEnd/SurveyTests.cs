using ChatDesk.Tests.EndToEnd.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatDesk.Tests.EndToEnd;

[Collection(Stories.Name)]
public sealed class SurveyTests(Chromium chromium)
{
    private static readonly string[] Levels = ["非常满意", "满意", "一般", "不满意"];

    [Theory, OnEachScreen]
    public async Task After_the_work_the_owner_taps_one_of_four_levels_in_the_chat_R_140(Screen screen)
    {
        await using var story = await Story.StartAsync(chromium, screen);
        var playground = await story.OpenPlaygroundAsync();
        var number = await (await playground.BindHomeAsync()).ReportLeakAsync();

        var owner = await playground.LetLiFinishItAsync(number);
        await Expect(owner.Newest.Locator(".choice")).ToHaveTextAsync(Levels);
        await story.LookAtAsync(playground.Page, "playground-survey");
        await owner.ChooseAsync("满意");
        await Expect(owner.Newest).ToHaveTextAsync("谢谢您的评价！");
        ProgressPage progress = new(await owner.Heard("李师傅已到场").LinkTo("/t/").FollowAsync());
        await Expect(progress.State).ToHaveTextAsync("已结束");
        await story.LookAtAsync(progress.Page, "progress-closed");
        story.AssertNoErrors();
    }

    [Theory, OnEachScreen]
    public async Task A_dissatisfied_owner_raises_the_second_follow_up_in_the_console_R_141(Screen screen)
    {
        await using var story = await Story.StartAsync(chromium, screen);
        var playground = await story.OpenPlaygroundAsync();
        var number = await (await playground.BindHomeAsync()).ReportLeakAsync();
        var owner = await playground.LetLiFinishItAsync(number);

        var survey = await owner.Newest.LinkTo("/s/").FollowAsync();
        await Expect(survey.Locator(".score")).ToHaveTextAsync(Levels);
        await story.LookAtAsync(survey, "survey");
        await survey.GetByLabel("还想对我们说点什么").FillAsync("还在滴水");
        await survey.GetByRole(AriaRole.Button, new() { Name = "不满意", Exact = true }).ClickAsync();
        await Expect(survey.GetByText("我们已安排二次跟进")).ToBeVisibleAsync();
        await story.LookAtAsync(survey, "survey-answered");

        var console = await story.OpenConsoleAsync();
        await console.SignInAsync(story.OneTimePassword);
        await console.TurnToAsync("待办");
        await Expect(console.Tasks.Filter(new() { HasText = number })).ToContainTextAsync("二次跟进");
        await story.LookAtAsync(console.Page, "console-tasks");
        await Expect((await playground.PickUpAsync("谢主管")).Newest).ToContainTextAsync($"业主反映没有修好：{number}");
        story.AssertNoErrors();
    }
}
