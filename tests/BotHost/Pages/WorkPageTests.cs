using System.Net;
using System.Text;
using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Staff;
using ChatDesk.BotHost.Tickets;
using ChatDesk.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.Tests.BotHost.Pages;

public sealed class WorkPageTests
{
    [Theory, OnEachDatabase]
    public async Task A_cards_link_signs_one_engineer_in_and_leaves_the_address_clean(DatabaseProvider provider)
    {
        await using var estate = await PhoneEstate.StartAsync(provider);
        using var phone = estate.OpenBrowser();

        using var answer = await phone.GetAsync(new Uri(estate.Links.Work(estate.Number, "li")).PathAndQuery);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal($"/w/{estate.Number}", answer.Headers.Location?.OriginalString);
        var page = await phone.ReadAsync($"/w/{estate.Number}");
        Assert.Contains(PhoneEstate.OwnersWords, page, StringComparison.Ordinal);
        Assert.Contains("锦园 3栋2单元201", page, StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task Without_a_session_the_page_says_in_Chinese_how_to_get_in(DatabaseProvider provider)
    {
        await using var estate = await PhoneEstate.StartAsync(provider);
        using var phone = estate.OpenBrowser();
        var link = new Uri(estate.Links.Work(estate.Number, "li")).PathAndQuery;
        estate.Desk.Clock.Advance(TimeSpan.FromHours(12) + TimeSpan.FromSeconds(1));

        foreach (var path in new[] { $"/w/{estate.Number}", "/w", link, $"/w/{estate.Number}?k=forged" })
        {
            using var answer = await phone.GetAsync(path);
            var page = await answer.Content.ReadAsStringAsync();
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            Assert.Contains("请从企业微信打开", page, StringComparison.Ordinal);
            Assert.DoesNotContain("201", page, StringComparison.Ordinal);
        }
    }

    [Theory, OnEachDatabase]
    public async Task What_an_engineer_may_not_see_does_not_exist_for_him(DatabaseProvider provider)
    {
        await using var estate = await PhoneEstate.StartAsync(provider);
        using var phone = await estate.SignInAsync("other");

        using var page = await phone.GetAsync($"/w/{estate.Number}");
        using var none = await phone.GetAsync("/w/GD2611-9999");

        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    [Theory, OnEachDatabase]
    public async Task An_engineer_works_a_ticket_from_taking_it_to_finishing_it_R_130(DatabaseProvider provider)
    {
        await using var estate = await PhoneEstate.StartAsync(provider);
        using var phone = await estate.SignInAsync("li");
        var path = $"/w/{estate.Number}";
        Assert.DoesNotContain(PhoneEstate.OwnerPhone, (await phone.ReadAsync(path)).Replace(PhoneEstate.OwnersWords, "", StringComparison.Ordinal), StringComparison.Ordinal);

        await DoneAsync(phone.SubmitAsync(path, ("action", "Accept"), ("minutes", "30")));
        Assert.Contains($"tel:{PhoneEstate.OwnerPhone}", await phone.ReadAsync(path), StringComparison.Ordinal);
        await DoneAsync(phone.SubmitAsync(path, ("action", "Contact")));
        await DoneAsync(phone.SubmitAsync(path, ("action", "Depart"), ("minutes", "15")));
        await DoneAsync(phone.SubmitAsync(path, ("action", "Arrive")));
        await DoneAsync(phone.UploadAsync(path, [("厨房.jpg", TestFiles.Read("photo.jpg"))], ("action", "Step"), ("text", "更换弯头"), ("materials", "弯头1个")));
        await DoneAsync(phone.SubmitAsync(path, ("action", "Finish"), ("text", "测试完毕")));

        var ticket = await estate.TicketAsync();
        Assert.Equal(TicketState.FollowUp, ticket.State);
        Assert.Equal(DeskSettings.MondayMorning.AddMinutes(15), ticket.ExpectedArrivalAt);
        var step = Assert.Single(ticket.Events, e => e.Type == TicketEventType.StepAdded);
        Assert.Equal(("更换弯头", "弯头1个", "li"), (step.Text!.Text, step.Data.Materials, step.ActorId));
        Assert.True(Assert.Single(step.Files).IsPrivate);
        Assert.Null(TicketChain.FirstBroken(ticket.Events));
        using var photo = await phone.GetAsync($"/files/{step.Files[0].Key}");
        Assert.Equal(HttpStatusCode.OK, photo.StatusCode);
    }

    [Theory, OnEachDatabase]
    public async Task Of_two_who_take_it_at_once_one_wins_and_the_other_reads_who_N_11(DatabaseProvider provider)
    {
        await using var estate = await PhoneEstate.StartAsync(provider);
        using var li = await estate.SignInAsync("li");
        using var zhao = await estate.SignInAsync("zhao");

        var answers = await Task.WhenAll(
            li.SubmitAsync($"/w/{estate.Number}", ("action", "Accept")), zhao.SubmitAsync($"/w/{estate.Number}", ("action", "Accept")));

        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Conflict], answers.Select(answer => answer.StatusCode).Order());
        var ticket = await estate.TicketAsync();
        var winner = ticket.Assignee == "li" ? "李某某" : "赵某某";
        var loser = answers.Single(answer => answer.StatusCode == HttpStatusCode.Conflict);
        Assert.Contains($"已由{winner}接单", await loser.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Single(ticket.Events, e => e.Type == TicketEventType.Accepted);
    }

    [Theory, OnEachDatabase]
    public async Task The_same_form_sent_again_acts_once_and_the_same_words_on_a_fresh_page_are_a_new_step(DatabaseProvider provider)
    {
        await using var estate = await PhoneEstate.StartAsync(provider);
        await estate.ActAsync(new(TicketAction.Accept));
        using var phone = await estate.SignInAsync("li");
        var page = await phone.ReadAsync($"/w/{estate.Number}");
        (string, string)[] form =
            [("action", "Step"), ("text", "检测漏点"), ("seen", Browser.SeenIn(page)), ("__RequestVerificationToken", Browser.TokenIn(page))];

        var twice = await Task.WhenAll(phone.PostAsync($"/w/{estate.Number}", form), phone.PostAsync($"/w/{estate.Number}", form));
        var once = (await estate.TicketAsync()).Events.Count(e => e.Type == TicketEventType.StepAdded);
        await DoneAsync(phone.SubmitAsync($"/w/{estate.Number}", ("action", "Step"), ("text", "检测漏点")));

        Assert.All(twice, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.Equal(1, once);
        Assert.Equal(2, (await estate.TicketAsync()).Events.Count(e => e.Type == TicketEventType.StepAdded));
    }

    [Theory, OnEachDatabase]
    public async Task A_disguised_photo_is_refused_kindly_and_the_words_stay_in_the_form(DatabaseProvider provider)
    {
        await using var estate = await PhoneEstate.StartAsync(provider);
        await estate.ActAsync(new(TicketAction.Accept));
        using var phone = await estate.SignInAsync("li");

        using var answer = await phone.UploadAsync(
            $"/w/{estate.Number}", [("photo.jpg", Encoding.UTF8.GetBytes("<html>not a photo</html>"))], ("action", "Step"), ("text", "检测漏点完成"), ("materials", "生料带1卷"));

        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("只能上传照片", page, StringComparison.Ordinal);
        Assert.Contains(">检测漏点完成</textarea>", page, StringComparison.Ordinal);
        Assert.Contains("value=\"生料带1卷\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain((await estate.TicketAsync()).Events, e => e.Type == TicketEventType.StepAdded);
    }

    [Theory]
    [OnEachDatabase(1, 11, HttpStatusCode.BadRequest, "单张照片不能超过10MB")]
    [OnEachDatabase(3, 7, HttpStatusCode.BadRequest, "照片一共不能超过20MB")]
    [OnEachDatabase(4, 9, HttpStatusCode.RequestEntityTooLarge, "照片一共不能超过20MB")]
    public async Task Too_large_photos_are_refused_kindly(DatabaseProvider provider, int photos, int megabytes, HttpStatusCode status, string words)
    {
        await using var estate = await PhoneEstate.StartAsync(provider);
        await estate.ActAsync(new(TicketAction.Accept));
        using var phone = await estate.SignInAsync("li");

        using var answer = await phone.UploadAsync(
            $"/w/{estate.Number}", Enumerable.Repeat(("photo.jpg", new byte[megabytes * 1024 * 1024]), photos), ("action", "Step"), ("text", "检测漏点"));

        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(words, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task A_return_needs_a_reason_and_a_transfer_a_colleague(DatabaseProvider provider)
    {
        await using var estate = await PhoneEstate.StartAsync(provider);
        await estate.ActAsync(new(TicketAction.Accept));
        using var phone = await estate.SignInAsync("li");
        var path = $"/w/{estate.Number}";

        using var noReason = await phone.SubmitAsync(path, ("action", "Return"), ("text", "  "));
        using var noColleague = await phone.SubmitAsync(path, ("action", "Transfer"), ("text", "我今天休息"), ("assignee", "nobody"));
        await DoneAsync(phone.SubmitAsync(path, ("action", "Transfer"), ("text", "我今天休息"), ("assignee", "zhao")));
        using var zhao = await estate.SignInAsync("zhao");
        await DoneAsync(zhao.SubmitAsync(path, ("action", "Return"), ("text", "缺工具")));

        Assert.Contains("请填写原因", await noReason.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var page = await noColleague.Content.ReadAsStringAsync();
        Assert.Contains("请选择一位同事", page, StringComparison.Ordinal);
        Assert.Contains(">我今天休息</textarea>", page, StringComparison.Ordinal);
        var ticket = await estate.TicketAsync();
        Assert.Null(ticket.Assignee);
        Assert.Equal("缺工具", Assert.Single(ticket.Events, e => e.Type == TicketEventType.Returned).Data.Reason);
    }

    [Theory, OnEachDatabase]
    public async Task The_list_shows_the_tickets_in_hand_and_those_that_nobody_took(DatabaseProvider provider)
    {
        await using var estate = await PhoneEstate.StartAsync(provider);
        using var li = await estate.SignInAsync("li");
        using var guest = await estate.SignInAsync("other");

        Assert.Contains(estate.Number, await li.ReadAsync("/w"), StringComparison.Ordinal);
        Assert.DoesNotContain(estate.Number, await guest.ReadAsync("/w"), StringComparison.Ordinal);
        await estate.ActAsync(new(TicketAction.Accept), "zhao");
        Assert.DoesNotContain(estate.Number, await li.ReadAsync("/w"), StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task A_supervisors_card_opens_the_work_page_and_not_the_console(DatabaseProvider provider)
    {
        await using var estate = await PhoneEstate.StartAsync(provider);
        await estate.Desk.AddAsync(new StaffMember { WeComUserId = "sun", Name = "孙敏", Phone = "13977778888", Roles = StaffRoles.Supervisor });
        using var phone = await estate.SignInAsync("sun");

        using var console = await phone.GetAsync("/console");

        Assert.Contains("厨房水管漏水", await phone.ReadAsync($"/w/{estate.Number}"), StringComparison.Ordinal);
        Assert.Equal("/console/sign-in", console.Headers.Location?.AbsolutePath);
    }

    [Theory, OnEachDatabase]
    public async Task A_form_from_another_site_is_refused(DatabaseProvider provider)
    {
        await using var estate = await PhoneEstate.StartAsync(provider);
        using var phone = await estate.SignInAsync("li");

        using var answer = await phone.PostAsync($"/w/{estate.Number}", ("action", "Accept"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Null(await estate.Desk.ReadAsync(db => db.Set<Ticket>().Select(t => t.Assignee).SingleAsync()));
    }

    private static async Task DoneAsync(Task<HttpResponseMessage> press)
    {
        using var answer = await press;
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }
}
