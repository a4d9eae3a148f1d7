using System.Net;
using ChatDesk.Tests.EndToEnd.Pages;
using static Microsoft.Playwright.Assertions;

namespace ChatDesk.Tests.EndToEnd;

[Collection(Stories.Name)]
public sealed class ProgressTests(Chromium chromium)
{
    private static readonly string Photo = Path.Combine(AppContext.BaseDirectory, "Files", "photo.jpg");

    [Theory, OnEachScreen]
    public async Task The_progress_page_shows_each_step_without_a_new_load_R_111_R_112(Screen screen)
    {
        await using var story = await Story.StartAsync(chromium, screen);
        var playground = await story.OpenPlaygroundAsync();
        var owner = await playground.BindHomeAsync();
        var number = await owner.ReportLeakAsync();
        ProgressPage progress = new(await owner.Heard(number).LinkTo("/t/").FollowAsync());
        await progress.MarkAsync();
        await story.LookAtAsync(progress.Page, "progress-new");

        await playground.MoveClockAsync("+5 分钟");
        var li = await playground.LetLiTakeItAsync(number);
        await Expect(progress.Fact("接单时间")).ToHaveTextAsync("10:05");
        await Expect(progress.Fact("维修员")).ToHaveTextAsync("李师傅");
        await Expect(progress.Fact("维修员电话")).ToHaveTextAsync("13900000101");
        await playground.MoveClockAsync("+5 分钟");
        await (await li.OpenWorkPageAsync(number)).DepartAsync("30分钟");
        await Expect(progress.Fact("预计到场")).ToHaveTextAsync("10:40");
        await Expect(progress.Steps.Last).ToContainTextAsync("10:10");
        await Expect(progress.Steps.Last).ToContainTextAsync("维修员李师傅出发");
        Assert.True(await progress.IsTheSameAsync());
        await story.LookAtAsync(progress.Page, "progress-live");
        story.AssertNoErrors();
    }

    [Theory, OnEachScreen]
    public async Task Photos_from_inside_the_home_open_by_the_last_digits_of_the_phone_and_a_wrong_link_is_a_404_R_113_N_08(Screen screen)
    {
        await using var story = await Story.StartAsync(chromium, screen);
        var playground = await story.OpenPlaygroundAsync();
        var owner = await playground.BindHomeAsync();
        var number = await owner.ReportLeakAsync();
        ProgressPage progress = new(await owner.Heard(number).LinkTo("/t/").FollowAsync());
        var work = await (await playground.LetLiTakeItAsync(number)).OpenWorkPageAsync(number);
        await work.AddStepAsync("检测漏点", Photo, "弯头1个");

        await Expect(progress.Steps.Last).ToContainTextAsync("检测漏点");
        await Expect(progress.Fact("材料使用")).ToHaveTextAsync("弯头1个");
        await Expect(progress.Photos).ToHaveCountAsync(0);
        await story.LookAtAsync(progress.Page, "progress-locked");
        await progress.UnlockPhotosAsync("3201");
        await progress.Photos.ShowsPictureAsync();
        await story.LookAtAsync(progress.Page, "progress-photo");

        using var wrong = await story.Desk.Http.GetAsync($"/t/{number}AAAAAAAAAAAAAAAAAAAAAA");
        Assert.Equal(HttpStatusCode.NotFound, wrong.StatusCode);
        story.AssertNoErrors();
    }
}
