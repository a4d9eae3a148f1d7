using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Tickets;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Surveys;

/// <summary>What came of an answer.</summary>
public enum SurveyOutcome
{
    Done,
    AlreadyAnswered,

    /// <summary>The ticket was reopened, cancelled or merged after the question.</summary>
    Void,

    /// <summary>Seven days went by.</summary>
    Expired,
    NotFound,
}

/// <summary>Takes the owner's answer about one resolution, once: from the survey page and from chat.</summary>
public sealed class AnswerSurvey(DeskDb db, TicketJournal journal, TimeProvider clock)
{
    /// <summary>
    /// Adds the answer to this scope's change; the caller saves. An owner who is content closes the ticket (decision 13 of the
    /// requirements); 一般 closes it too, though it does not count as satisfied; 不满意 reopens it and raises the second follow-up.
    /// </summary>
    public async Task<SurveyOutcome> RunAsync(string ticketNumber, int resolution, SurveyScore score, string? words, Actor actor, CancellationToken ct)
    {
        var ticket = await db.Set<Ticket>().SingleOrDefaultAsync(t => t.Number == ticketNumber, ct);
        var survey = ticket is null ? null : await db.Set<Survey>().SingleOrDefaultAsync(s => s.TicketId == ticket.Id && s.Resolution == resolution, ct);
        var outcome = Check(ticket, survey, clock.GetUtcNow());
        if (outcome == SurveyOutcome.Done)
            await TakeAsync(ticket!, survey!, score, words, actor, ct);
        return outcome;
    }

    /// <summary>Whether a survey can be answered now; <see cref="SurveyOutcome.Done"/> when it can.</summary>
    public static SurveyOutcome Check(Ticket? ticket, Survey? survey, DateTimeOffset now)
    {
        if (ticket is null || survey is null)
            return SurveyOutcome.NotFound;
        if (survey.AnsweredAt is not null)
            return SurveyOutcome.AlreadyAnswered;
        var isMeant = !survey.IsVoid && survey.Resolution == ticket.Resolution && ticket.State is TicketState.Finished or TicketState.FollowUp or TicketState.Closed;
        if (!isMeant)
            return SurveyOutcome.Void;
        return now > survey.ExpiresAt ? SurveyOutcome.Expired : SurveyOutcome.Done;
    }

    private async Task TakeAsync(Ticket ticket, Survey survey, SurveyScore score, string? words, Actor actor, CancellationToken ct)
    {
        survey.Score = score;
        survey.AnsweredAt = clock.GetUtcNow();
        TicketEventData rated = new() { Score = score, Resolution = survey.Resolution };
        await journal.AppendAsync(ticket, TicketEventType.Rated, actor, rated, words, ct: ct);
        if (score == SurveyScore.Dissatisfied)
            await journal.AppendAsync(ticket, TicketEventType.Reopened, actor, rated with { Resolution = survey.Resolution + 1 }, ct: ct);
        else if (ticket.State != TicketState.Closed)
            await journal.AppendAsync(ticket, TicketEventType.Closed, actor, new TicketEventData { Score = score }, ct: ct);
    }
}
