using System.Net;
using System.Text.RegularExpressions;
using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Progress;
using ChatDesk.BotHost.Tickets;
using ChatDesk.Tests.Fixtures;

namespace ChatDesk.Tests.BotHost.Pages;

public sealed class ProgressPageTests
{
    [Theory, OnEachDatabase]
    public async Task A_step_without_a_press_of_arrival_says_that_the_engineer_came_R_111(DatabaseProvider provider)
    {
        await using var estate = await PhoneEstate.StartAsync(provider);
        using var owner = estate.OpenBrowser();
        await estate.ActAsync(new(TicketAction.Accept));
        Assert.Contains("<dt>预计到场</dt><dd>待定</dd>", await owner.ReadAsync($"/t/{estate.Token}"), StringComparison.Ordinal);
        estate.Desk.Clock.Advance(TimeSpan.FromMinutes(20));

        await estate.ActAsync(new(TicketAction.Step) { Text = "检测漏点" });

        Assert.Contains("<dt>预计到场</dt><dd>10:20已到场</dd>", await owner.ReadAsync($"/t/{estate.Token}"), StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task The_page_shows_who_comes_when_and_what_was_done_with_what_R_111(DatabaseProvider provider)
    {
        await using var estate = await PhoneEstate.StartAsync(provider);
        await estate.ActAsync(new(TicketAction.Accept) { ExpectedArrivalAt = DeskSettings.MondayMorning.AddMinutes(40) });
        await estate.ActAsync(new(TicketAction.Depart) { ExpectedArrivalAt = DeskSettings.MondayMorning.AddMinutes(25) });

        var waiting = PlainText(await estate.OpenBrowser().ReadAsync($"/t/{estate.Token}"));
        await estate.ActAsync(new(TicketAction.Arrive));
        await estate.ActAsync(new(TicketAction.Step) { Text = "更换弯头", Materials = "弯头1个" });
        var working = PlainText(await estate.OpenBrowser().ReadAsync($"/t/{estate.Token}"));

        Assert.Contains("接单时间 10:00", waiting, StringComparison.Ordinal);
        Assert.Contains("维修员 李某某", waiting, StringComparison.Ordinal);
        Assert.Contains("维修员电话 13911112222", waiting, StringComparison.Ordinal);
        Assert.Contains("预计到场 10:25", waiting, StringComparison.Ordinal);
        Assert.Contains("材料使用 弯头1个", working, StringComparison.Ordinal);
        Assert.Contains("10:00 更换弯头", working, StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task The_time_line_reads_as_the_service_plan_writes_it_R_112(DatabaseProvider provider)
    {
        await using var estate = await PhoneEstate.StartAsync(provider);
        await AfterAsync(estate, 5, new(TicketAction.Accept));
        await AfterAsync(estate, 15, new(TicketAction.Depart));
        await AfterAsync(estate, 20, new(TicketAction.Step) { Text = "检测漏点" });
        await AfterAsync(estate, 35, new(TicketAction.Step) { Text = "更换弯头" });
        await AfterAsync(estate, 15, new(TicketAction.Step) { Text = "测试完毕" });

        var page = PlainText(await estate.OpenBrowser().ReadAsync($"/t/{estate.Token}"));

        Assert.Contains("10:05 接单 10:20 维修员李师傅出发 10:40 检测漏点 11:15 更换弯头 11:30 测试完毕", page, StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task The_page_tells_nothing_of_the_home_the_owner_or_the_desk_N_08(DatabaseProvider provider)
    {
        await using var estate = await PhoneEstate.StartAsync(provider);
        await estate.ActAsync(new(TicketAction.Comment) { Text = "业主难缠" });
        await estate.ActAsync(new(TicketAction.Accept));
        await estate.ActAsync(new(TicketAction.Return) { Text = "家里没人" });

        var page = await estate.OpenBrowser().ReadAsync($"/t/{estate.Token}");

        foreach (var secret in new[] { PhoneEstate.OwnerPhone, "201", "王某某", "打我电话", "业主难缠", "家里没人", "openid" })
            Assert.DoesNotContain(secret, page.Replace(estate.Token, "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task Each_owner_page_calls_the_hotline_in_one_touch_R_026(DatabaseProvider provider)
    {
        await using var estate = await PhoneEstate.StartAsync(provider);
        using var browser = estate.OpenBrowser();
        using var wrong = await browser.GetAsync("/t/nothing");

        Assert.Contains($"href=\"tel:{PhoneEstate.Hotline}\"", await browser.ReadAsync($"/t/{estate.Token}"), StringComparison.Ordinal);
        Assert.Contains($"href=\"tel:{PhoneEstate.Hotline}\"", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task The_page_is_kept_by_no_cache_no_search_engine_and_its_address_goes_nowhere(DatabaseProvider provider)
    {
        await using var estate = await PhoneEstate.StartAsync(provider);

        using var answer = await estate.OpenBrowser().GetAsync($"/t/{estate.Token}");

        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.Contains("noindex", Assert.Single(answer.Headers.GetValues("X-Robots-Tag")), StringComparison.Ordinal);
    }

    [Theory]
    [OnEachDatabase("")]
    [OnEachDatabase("/qr.svg")]
    [OnEachDatabase("/events?seen=0")]
    public async Task A_wrong_link_does_not_exist_and_is_limited_by_address_N_08(DatabaseProvider provider, string tail)
    {
        await using var estate = await PhoneEstate.StartAsync(provider);
        using var browser = estate.OpenBrowser();
        var wrong = estate.Token[..^1] + (estate.Token[^1] == 'A' ? 'B' : 'A');

        List<HttpStatusCode> answers = [];
        for (var i = 0; i <= WrongLinks.PermittedPerMinute; i++)
        {
            using var answer = await browser.GetAsync($"/t/{wrong}{tail}");
            answers.Add(answer.StatusCode);
        }

        Assert.All(answers[..^1], status => Assert.Equal(HttpStatusCode.NotFound, status));
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
        Assert.Contains("接单时间", await browser.ReadAsync($"/t/{estate.Token}"), StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task A_link_is_void_thirty_days_after_the_ticket_ended(DatabaseProvider provider)
    {
        await using var estate = await PhoneEstate.StartAsync(provider);
        await estate.ActAsync(new(TicketAction.Accept));
        await estate.Desk.AddAsync(new ChatDesk.BotHost.Staff.StaffMember { WeComUserId = "desk", Name = "客服", Phone = "1", Roles = ChatDesk.BotHost.Staff.StaffRoles.Desk });
        await estate.ActAsync(new(TicketAction.Cancel) { Text = "业主自行处理" }, "desk");
        using var browser = estate.OpenBrowser();

        estate.Desk.Clock.Advance(TimeSpan.FromDays(30));
        using var last = await browser.GetAsync($"/t/{estate.Token}");
        estate.Desk.Clock.Advance(TimeSpan.FromSeconds(1));
        using var late = await browser.GetAsync($"/t/{estate.Token}");

        Assert.Equal(HttpStatusCode.OK, last.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, late.StatusCode);
    }

    [Theory, OnEachDatabase]
    public async Task A_ticket_has_its_own_QR_code_R_110(DatabaseProvider provider)
    {
        await using var estate = await PhoneEstate.StartAsync(provider);

        using var answer = await estate.OpenBrowser().GetAsync($"/t/{estate.Token}/qr.svg");

        Assert.Equal("image/svg+xml", answer.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("<svg", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task A_step_made_on_another_instance_reaches_the_open_page_N_08(ChatDesk.BotHost.Data.DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var estate = await PhoneEstate.FillAsync(await Desk.StartAsync(database, PhoneEstate.Bare));
        await using var other = await Desk.StartAsync(database, PhoneEstate.Bare);
        using HttpClient http = new() { BaseAddress = other.Url };
        var seen = (await estate.TicketAsync()).LastSequence;
        await using var stream = await http.GetStreamAsync($"/t/{estate.Token}/events?seen={seen}");
        using StreamReader events = new(stream);

        await estate.ActAsync(new(TicketAction.Accept));
        var heard = "";
        while (!heard.StartsWith("data: ", StringComparison.Ordinal) || heard.Length == "data: ".Length)
            heard = await events.ReadLineAsync() ?? throw new EndOfStreamException();

        Assert.Equal($"data: {(await estate.TicketAsync()).LastSequence}", heard);
    }

    /// <summary>What a person reads, with single blanks.</summary>
    internal static string PlainText(string page) =>
        Regex.Replace(WebUtility.HtmlDecode(Regex.Replace(page, "<[^>]+>", " ")), "\\s+", " ");

    private static Task AfterAsync(PhoneEstate estate, int minutes, TicketOrder order)
    {
        estate.Desk.Clock.Advance(TimeSpan.FromMinutes(minutes));
        return estate.ActAsync(order);
    }
}
