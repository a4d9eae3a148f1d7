using static Microsoft.Playwright.Assertions;

namespace ChatDesk.Tests.EndToEnd;

[Collection(Stories.Name)]
public sealed class ConsoleTests(Chromium chromium)
{
    [Theory, OnEachScreen]
    public async Task The_desk_signs_in_once_with_the_printed_password_and_finds_an_owners_ticket_with_its_time_line_R_071_R_076(Screen screen)
    {
        await using var story = await Story.StartAsync(chromium, screen);
        var playground = await story.OpenPlaygroundAsync();
        var number = await (await playground.BindHomeAsync()).ReportLeakAsync();
        var console = await playground.OpenConsoleAsync();
        await story.LookAtAsync(console.Page, "console-sign-in");
        await console.SignInAsync(story.OneTimePassword);

        await console.FilterAsync("分类", "电梯");
        await Expect(console.Tickets).ToHaveCountAsync(0);
        await console.FilterAsync("分类", "给排水");
        await Expect(console.Tickets).ToContainTextAsync([number]);
        await console.SearchAsync("3栋2单元201 漏水");
        await Expect(console.Tickets).ToContainTextAsync([number]);
        await story.LookAtAsync(console.Page, "console-list");
        var work = await (await playground.LetLiTakeItAsync(number)).OpenWorkPageAsync(number);
        await Expect(work.Page.GetByText("打电话给业主")).ToBeVisibleAsync();
        await Expect(console.Tickets).ToContainTextAsync(["李师傅"]);
        await console.OpenTicketAsync(number);
        await Expect(console.Timeline.Last).ToContainTextAsync("王女士 · 公众号");
        await Expect(console.Timeline.First).ToContainTextAsync("李师傅");
        await Expect(console.Page.GetByText("系统管理员")).ToBeVisibleAsync();
        await story.LookAtAsync(console.Page, "console-ticket");
        story.AssertNoErrors();
    }

    [Theory, OnEachScreen]
    public async Task The_desk_enters_a_call_assigns_it_comments_on_it_and_cancels_it_R_020(Screen screen)
    {
        await using var story = await Story.StartAsync(chromium, screen);
        var console = await story.OpenConsoleAsync();
        await console.SignInAsync(story.OneTimePassword);

        var number = await console.EnterAsync("电话", "3-2-201", "王女士", "卫生间水管漏水");
        await story.LookAtAsync(console.Page, "console-entered");
        await console.TurnToAsync("工单");
        await Expect(console.Tickets.Filter(new() { HasText = number })).ToContainTextAsync("电话");
        await console.OpenTicketAsync(number);
        await console.AssignAsync("李师傅");
        await Expect(console.Said).ToHaveTextAsync("指派：已处理。");
        await console.CommentAsync("业主下午在家");
        await Expect(console.Timeline.First).ToContainTextAsync("业主下午在家");
        await console.CancelAsync("业主自行处理");
        await Expect(console.Timeline.First).ToContainTextAsync("原因：业主自行处理");
        await story.LookAtAsync(console.Page, "console-cancelled");

        var li = await (await story.OpenPlaygroundAsync()).PickUpAsync("李师傅");
        await Expect(li.Heard("已取消")).ToContainTextAsync($"{number} 3栋2单元201");
        story.AssertNoErrors();
    }
}
