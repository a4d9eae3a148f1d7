using System.Net;
using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Estates;
using ChatDesk.BotHost.Surveys;
using ChatDesk.BotHost.Tasks;
using ChatDesk.BotHost.Tickets;
using ChatDesk.Tests.BotHost.Pages;
using ChatDesk.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.Tests.BotHost.Surveys;

public sealed class SurveyTests
{
    [Theory, OnEachDatabase]
    public async Task The_finished_work_asks_on_four_levels_and_the_progress_page_leads_there_R_140(DatabaseProvider provider)
    {
        await using var estate = await FinishedAsync(provider);
        using var browser = estate.OpenBrowser();

        Assert.Contains($"/s/{estate.Links.SurveyToken(estate.Number, 1)}", await browser.ReadAsync($"/t/{estate.Token}"), StringComparison.Ordinal);
        var page = await browser.ReadAsync(Path(estate));
        Assert.All(["非常满意", "满意", "一般", "不满意"], level => Assert.Contains($">{level}</button>", page, StringComparison.Ordinal));
    }

    [Theory]
    [OnEachDatabase(SurveyScore.VerySatisfied)]
    [OnEachDatabase(SurveyScore.Satisfied)]
    [OnEachDatabase(SurveyScore.Neutral)]
    public async Task An_owner_who_is_content_closes_the_ticket(DatabaseProvider provider, SurveyScore score)
    {
        await using var estate = await FinishedAsync(provider);

        using var answer = await estate.OpenBrowser().PostAsync(Path(estate), ("score", score.ToString()), ("words", "师傅很准时"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var ticket = await estate.TicketAsync();
        Assert.Equal(TicketState.Closed, ticket.State);
        var rated = Assert.Single(ticket.Events, e => e.Type == TicketEventType.Rated);
        Assert.Equal((score, "师傅很准时", ActorKind.Owner), (rated.Data.Score!.Value, rated.Text!.Text, rated.ActorKind));
        Assert.False(await estate.Desk.ReadAsync(db => db.Set<DeskTask>().AnyAsync(task => task.Kind == DeskTaskKind.SecondFollowUp)));
    }

    [Theory, OnEachDatabase]
    public async Task A_dissatisfied_owner_opens_the_second_follow_up_and_the_work_again_R_141(DatabaseProvider provider)
    {
        await using var estate = await FinishedAsync(provider);

        using var answer = await estate.OpenBrowser().PostAsync(Path(estate), ("score", "Dissatisfied"));

        Assert.Contains("二次跟进", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var ticket = await estate.TicketAsync();
        Assert.Equal((TicketState.InProgress, 2), (ticket.State, ticket.Resolution));
        var task = await estate.Desk.ReadAsync(db => db.Set<DeskTask>().SingleAsync(t => t.Kind == DeskTaskKind.SecondFollowUp));
        Assert.Equal(estate.Number, task.TicketNumber);
    }

    [Theory, OnEachDatabase]
    public async Task Answers_sent_at_once_count_once_N_16(DatabaseProvider provider)
    {
        await using var estate = await FinishedAsync(provider);
        using var browser = estate.OpenBrowser();

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => browser.PostAsync(Path(estate), ("score", "Dissatisfied"))));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        var ticket = await estate.TicketAsync();
        Assert.Single(ticket.Events, e => e.Type == TicketEventType.Rated);
        Assert.Single(ticket.Events, e => e.Type == TicketEventType.Reopened);
        Assert.Equal(1, await estate.Desk.ReadAsync(db => db.Set<DeskTask>().CountAsync(t => t.Kind == DeskTaskKind.SecondFollowUp)));
    }

    [Theory, OnEachDatabase]
    public async Task A_survey_is_void_when_the_ticket_goes_back_to_work_and_the_next_resolution_has_its_own_N_16(DatabaseProvider provider)
    {
        await using var estate = await FinishedAsync(provider);
        await estate.Desk.AddAsync(new ChatDesk.BotHost.Staff.StaffMember { WeComUserId = "desk", Name = "客服", Phone = "1", Roles = ChatDesk.BotHost.Staff.StaffRoles.Desk });
        await estate.ActAsync(new(TicketAction.Reopen), "desk");

        using var late = await estate.OpenBrowser().PostAsync(Path(estate), ("score", "Satisfied"));
        await estate.ActAsync(new(TicketAction.Finish));
        using var next = await estate.OpenBrowser().PostAsync(Path(estate, resolution: 2), ("score", "Satisfied"));

        Assert.Equal(HttpStatusCode.Gone, late.StatusCode);
        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
        Assert.Equal(TicketState.Closed, (await estate.TicketAsync()).State);
    }

    [Theory, OnEachDatabase]
    public async Task A_survey_lives_seven_days_N_16(DatabaseProvider provider)
    {
        await using var estate = await FinishedAsync(provider);
        estate.Desk.Clock.Advance(TimeSpan.FromDays(7) + TimeSpan.FromSeconds(1));

        using var page = await estate.OpenBrowser().GetAsync(Path(estate));
        using var answer = await estate.OpenBrowser().PostAsync(Path(estate), ("score", "Satisfied"));

        Assert.Equal(HttpStatusCode.Gone, page.StatusCode);
        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        Assert.Equal(TicketState.FollowUp, (await estate.TicketAsync()).State);
    }

    [Theory, OnEachDatabase]
    public async Task Looking_at_the_question_answers_nothing_and_a_wrong_link_does_not_exist(DatabaseProvider provider)
    {
        await using var estate = await FinishedAsync(provider);
        using var browser = estate.OpenBrowser();
        await browser.ReadAsync(Path(estate));
        using var wrong = await browser.PostAsync($"/s/{estate.Number}.1.AAAAAAAAAAAAAAAAAAAAAA", ("score", "Satisfied"));
        using var other = await browser.PostAsync(Path(estate), ("score", "17"));

        Assert.Equal(HttpStatusCode.NotFound, wrong.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, other.StatusCode);
        Assert.Null((await estate.Desk.ReadAsync(db => db.Set<Survey>().SingleAsync())).Score);
    }

    [Theory, OnEachDatabase]
    public async Task Nobody_is_asked_where_nobody_reported(DatabaseProvider provider)
    {
        await using var estate = await PhoneEstate.StartAsync(provider);
        var estateId = (await estate.TicketAsync()).EstateId;
        var number = await estate.OpenAsync(new Place(estateId, "东门"), ownerId: null, conversationId: null);
        await estate.Desk.InScopeAsync(async services =>
        {
            var db = (DeskDb)services.GetService(typeof(DeskDb))!;
            var journal = (TicketJournal)services.GetService(typeof(TicketJournal))!;
            var ticket = await db.Set<Ticket>().SingleAsync(t => t.Number == number);
            await journal.AppendAsync(ticket, TicketEventType.Finished, Actor.Staff("li"));
            return await db.SaveChangesAsync();
        });

        Assert.False(await estate.Desk.ReadAsync(db => db.Set<Survey>().AnyAsync()));
    }

    private static async Task<PhoneEstate> FinishedAsync(DatabaseProvider provider)
    {
        var estate = await PhoneEstate.StartAsync(provider);
        await estate.ActAsync(new(TicketAction.Accept));
        await estate.ActAsync(new(TicketAction.Finish) { Text = "测试完毕" });
        return estate;
    }

    private static string Path(PhoneEstate estate, int resolution = 1) => $"/s/{estate.Links.SurveyToken(estate.Number, resolution)}";
}
