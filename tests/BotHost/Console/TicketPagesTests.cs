using System.Net;
using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Estates;
using ChatDesk.BotHost.Staff;
using ChatDesk.BotHost.Tasks;
using ChatDesk.BotHost.Tickets;
using ChatDesk.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.Tests.BotHost.Console;

public sealed class TicketPagesTests
{
    [Theory, OnEachDatabase]
    public async Task A_clerk_enters_a_request_from_each_source_R_020(DatabaseProvider provider)
    {
        await using var desk = await ConsoleDesk.StartAsync(provider);
        using var browser = await desk.SignInAsync("lin");
        foreach (var source in new[] { "电话", "前台", "12345", "走访", "流动岗", "业主群", "小程序" })
        {
            var number = await EnterAsync(browser, desk, "厨房水管漏水", source, ("Form.Key", source));
            var ticket = await desk.ReadAsync(db => db.Set<Ticket>().Include(t => t.Events).ThenInclude(e => e.Text).SingleAsync(t => t.Number == number));
            Assert.Equal(("desk", source, "plumbing"), (ticket.Channel, ticket.Source, ticket.Category));
            Assert.Equal(("lin", "厨房水管漏水"), (ticket.Events[0].ActorId, ticket.Events[0].Text?.Text));
            Assert.Contains(source, await browser.ReadAsync($"/console/tickets/{number}"), StringComparison.Ordinal);
        }
    }

    [Theory, OnEachDatabase]
    public async Task A_request_may_be_for_a_room_of_the_register_and_for_a_caller_outside_it(DatabaseProvider provider)
    {
        await using var desk = await ConsoleDesk.StartAsync(provider);
        using var browser = await desk.SignInAsync("lin");
        var room = await desk.ReadAsync(db => (
            from r in db.Set<Room>()
            join u in db.Set<Unit>() on r.UnitId equals u.Id
            join b in db.Set<Building>() on u.BuildingId equals b.Id
            where b.Name == "3" && u.Name == "2" && r.Name == "201"
            select new { Room = r.Id, Unit = u.Id, Building = b.Id }).SingleAsync());
        var number = await EnterAsync(
            browser, desk, "客厅灯不亮", "电话",
            ("Form.BuildingId", $"{room.Building}"), ("Form.UnitId", $"{room.Unit}"), ("Form.RoomId", $"{room.Room}"),
            ("Form.CallerName", "孙先生"), ("Form.CallerPhone", "13800009999"));

        var ticket = await desk.ReadAsync(db => db.Set<Ticket>().SingleAsync());
        Assert.Equal((room.Room, "3栋2单元201 厨房"), (ticket.RoomId, ticket.Place));
        var page = await browser.ReadAsync($"/console/tickets/{number}");
        Assert.Contains("孙先生", page, StringComparison.Ordinal);
        Assert.Contains("13800009999", page, StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task The_same_form_sent_twice_opens_one_ticket(DatabaseProvider provider)
    {
        await using var desk = await ConsoleDesk.StartAsync(provider);
        using var browser = await desk.SignInAsync("lin");
        var first = await EnterAsync(browser, desk, "单元门关不上", "前台");
        var again = await EnterAsync(browser, desk, "单元门关不上", "前台");
        Assert.Equal(first, again);
        Assert.Equal(1, await desk.ReadAsync(db => db.Set<Ticket>().CountAsync()));
    }

    [Theory, OnEachDatabase]
    public async Task A_telephone_number_in_the_words_stays_out_of_the_subject(DatabaseProvider provider)
    {
        await using var desk = await ConsoleDesk.StartAsync(provider);
        using var browser = await desk.SignInAsync("lin");
        await EnterAsync(browser, desk, "水管漏水，请打13812345678", "电话");
        var ticket = await desk.ReadAsync(db => db.Set<Ticket>().SingleAsync());
        Assert.DoesNotContain("13812345678", ticket.Subject, StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task A_form_without_words_or_source_opens_nothing(DatabaseProvider provider)
    {
        await using var desk = await ConsoleDesk.StartAsync(provider);
        using var browser = await desk.SignInAsync("lin");
        using var answer = await browser.SendAsync("/console/new", "/console/new", ("Form.Key", "k1"), ("Form.Detail", "东门"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(0, await desk.ReadAsync(db => db.Set<Ticket>().CountAsync()));
    }

    [Theory, OnEachDatabase]
    public async Task The_list_is_narrowed_by_state_words_category_and_owner_of_the_work(DatabaseProvider provider)
    {
        await using var desk = await ConsoleDesk.StartAsync(provider);
        using var browser = await desk.SignInAsync("lin");
        var leak = await EnterAsync(browser, desk, "厨房水管漏水", "电话", ("Form.Key", "a"));
        var light = await EnterAsync(browser, desk, "家里跳闸了", "前台", ("Form.Key", "b"), ("Form.Category", "electrical"));
        using var assigned = await ActAsync(browser, leak, ("action", "Assign"), ("assignee", "li"));
        using var cancelled = await ActAsync(browser, light, ("action", "Cancel"), ("text", "业主自行处理"));

        await AssertListAsync(browser, "/console", leak, light);
        await AssertListAsync(browser, "/console?state=Cancelled", light, leak);
        await AssertListAsync(browser, "/console?state=all&category=electrical", light, leak);
        await AssertListAsync(browser, "/console?state=all&q=水管", leak, light);
        await AssertListAsync(browser, $"/console?state=all&q={light}", light, leak);
        await AssertListAsync(browser, "/console?state=all&who=none", null, leak, light);
        await AssertListAsync(browser, "/console?overdue=true", null, leak, light);
    }

    [Theory, OnEachDatabase]
    public async Task A_ticket_that_nobody_took_in_time_stands_in_the_overdue_list_N_10(DatabaseProvider provider)
    {
        await using var desk = await ConsoleDesk.StartAsync(provider);
        using var browser = await desk.SignInAsync("lin");
        var number = await EnterAsync(browser, desk, "厨房水管漏水", "电话");
        await AssertListAsync(browser, "/console?overdue=true", null, number);
        desk.Desk.Clock.Advance(TimeSpan.FromMinutes(20));
        await AssertListAsync(browser, "/console?overdue=true", number);
    }

    [Theory, OnEachDatabase]
    public async Task An_open_list_hears_of_a_change_and_of_nothing_else(DatabaseProvider provider)
    {
        await using var desk = await ConsoleDesk.StartAsync(provider);
        using var browser = await desk.SignInAsync("lin");
        var number = await EnterAsync(browser, desk, "厨房水管漏水", "电话");
        var page = await browser.ReadAsync("/console");
        var start = page.IndexOf("/console?handler=Rows", StringComparison.Ordinal);
        var poll = page[start..page.IndexOf('"', start)];

        using (var quiet = await browser.GetAsync(poll))
            Assert.Equal(HttpStatusCode.NoContent, quiet.StatusCode);
        using var assigned = await ActAsync(browser, number, ("action", "Assign"), ("assignee", "li"));
        Assert.Contains("李师傅", await browser.ReadAsync(poll), StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task The_desk_assigns_comments_and_cancels_with_a_reason(DatabaseProvider provider)
    {
        await using var desk = await ConsoleDesk.StartAsync(provider);
        using var browser = await desk.SignInAsync("lin");
        var number = await EnterAsync(browser, desk, "厨房水管漏水", "电话");
        using var commented = await ActAsync(browser, number, ("action", "Comment"), ("text", "业主下午在家"));
        using var assigned = await ActAsync(browser, number, ("action", "Assign"), ("assignee", "li"));
        using var unreasoned = await ActAsync(browser, number, ("action", "Cancel"), ("text", " "));
        Assert.Equal(TicketState.Dispatched, (await desk.ReadAsync(db => db.Set<Ticket>().SingleAsync())).State);
        using var cancelled = await ActAsync(browser, number, ("action", "Cancel"), ("text", "重复报修"));

        var ticket = await desk.ReadAsync(db => db.Set<Ticket>().Include(t => t.Events).SingleAsync());
        Assert.Equal((TicketState.Cancelled, "li"), (ticket.State, ticket.Assignee));
        Assert.Equal("重复报修", ticket.Events.Single(e => e.Type == TicketEventType.Cancelled).Data.Reason);
        var page = await browser.ReadAsync($"/console/tickets/{number}");
        foreach (var told in new[] { "业主下午在家", "李师傅", "重复报修" })
            Assert.Contains(told, page, StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task Staff_of_another_estate_find_nothing(DatabaseProvider provider)
    {
        await using var desk = await ConsoleDesk.StartAsync(provider);
        using var browser = await desk.SignInAsync("lin");
        var number = await EnterAsync(browser, desk, "厨房水管漏水", "电话");
        Estate other = new() { Code = "OTHER", Name = "另一小区", Police = "110", Fire = "119", Medical = "120", Gas = "0", Desk = "0" };
        await desk.Desk.AddAsync(other);
        using var stranger = await desk.SignInAsync("elsewhere", StaffRoles.Desk, other.Id);

        using (var page = await stranger.GetAsync($"/console/tickets/{number}"))
            Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        using (var live = await stranger.GetAsync($"/console/tickets/{number}?handler=Live&seen=0"))
            Assert.Equal(HttpStatusCode.NotFound, live.StatusCode);
        using (var acted = await stranger.SendAsync("/console", $"/console/tickets/{number}", ("action", "Cancel"), ("text", "不该成功")))
            Assert.Equal(HttpStatusCode.NotFound, acted.StatusCode);
        await AssertListAsync(stranger, "/console?state=all", null, number);
    }

    [Theory, OnEachDatabase]
    public async Task Every_form_that_changes_something_carries_its_own_hidden_number(DatabaseProvider provider)
    {
        await using var desk = await ConsoleDesk.StartAsync(provider);
        using var browser = await desk.SignInAsync("lin");
        var number = await EnterAsync(browser, desk, "厨房水管漏水", "电话");
        await desk.Desk.AddAsync(new DeskTask { Key = "t", Kind = DeskTaskKind.Unanswered, Title = "待答复", CreatedAt = desk.Desk.Clock.Now });
        foreach (var address in new[] { "/console", $"/console/tickets/{number}", "/console/new", "/console/tasks", "/console/sign-in", "/console/password" })
        {
            var forms = (await browser.ReadAsync(address)).Split("<form").Skip(1).Select(rest => rest.Split("</form>")[0]).ToList();
            var posts = forms.FindAll(form => form.Contains("method=\"post\"", StringComparison.Ordinal));
            Assert.NotEmpty(posts);
            Assert.All(posts, form => Assert.Contains("__RequestVerificationToken", form, StringComparison.Ordinal));
        }
    }

    [Theory, OnEachDatabase]
    public async Task An_engineer_has_no_console(DatabaseProvider provider)
    {
        await using var desk = await ConsoleDesk.StartAsync(provider);
        using var browser = await desk.SignInAsync("zhou");
        using var page = await browser.GetAsync("/console");
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
    }

    private static async Task<string> EnterAsync(
        ConsoleBrowser browser, ConsoleDesk desk, string words, string source, params (string Name, string Value)[] more)
    {
        var estate = await desk.ReadAsync(db => db.Set<Estate>().OrderBy(e => e.Id).Select(e => e.Id).FirstAsync());
        List<(string Name, string Value)> fields =
        [
            ("Form.Key", "form-1"), ("Form.Source", source), ("Form.Words", words), ("Form.EstateId", $"{estate}"), ("Form.Detail", "厨房"),
        ];
        fields.RemoveAll(field => more.Any(given => given.Name == field.Name));
        using var answer = await browser.SendAsync("/console/new", "/console/new", [.. fields, .. more]);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.ToString().Split("opened=")[1].Split('&')[0];
    }

    private static Task<HttpResponseMessage> ActAsync(ConsoleBrowser browser, string number, params (string Name, string Value)[] fields) =>
        browser.SendAsync($"/console/tickets/{number}", $"/console/tickets/{number}", fields);

    private static async Task AssertListAsync(ConsoleBrowser browser, string address, string? shown, params string[] hidden)
    {
        var page = await browser.ReadAsync(address);
        if (shown is not null)
            Assert.Contains($"/console/tickets/{shown}\"", page, StringComparison.Ordinal);
        foreach (var number in hidden)
            Assert.DoesNotContain($"/console/tickets/{number}\"", page, StringComparison.Ordinal);
    }
}
