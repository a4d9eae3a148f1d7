using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Tickets;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Surveys;

/// <summary>Opens the survey when work is declared finished, and voids it when the ticket goes back to work.</summary>
internal sealed class SurveyReaction(DeskDb db, TicketJournal journal) : ITicketReaction
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(7);

    public Task OnAsync(TicketChange change, CancellationToken ct) => change.Event.Type switch
    {
        TicketEventType.Finished => OpenAsync(change, ct),
        TicketEventType.Reopened => VoidAsync(change.Ticket, ct),
        _ => Task.CompletedTask,
    };

    /// <summary>One for each resolution, when there is somebody to ask.</summary>
    private async Task OpenAsync(TicketChange change, CancellationToken ct)
    {
        var ticket = change.Ticket;
        var hasOwner = ticket.ConversationId is not null || ticket.OwnerId is not null;
        if (!hasOwner || await db.Set<Survey>().AnyAsync(survey => survey.TicketId == ticket.Id && survey.Resolution == ticket.Resolution, ct))
            return;
        db.Add(new Survey { TicketId = ticket.Id, Resolution = ticket.Resolution, OpenedAt = change.Event.At, ExpiresAt = change.Event.At + Life });
        TicketEventData data = new() { Resolution = ticket.Resolution };
        await journal.AppendAsync(ticket, TicketEventType.FollowUpOpened, Actor.System("survey"), data, ct: ct);
    }

    private async Task VoidAsync(Ticket ticket, CancellationToken ct)
    {
        var open = await db.Set<Survey>().Where(survey => survey.TicketId == ticket.Id && survey.AnsweredAt == null && !survey.IsVoid).ToListAsync(ct);
        foreach (var survey in open.Where(survey => survey.AnsweredAt is null))
            survey.IsVoid = true;
    }
}

/// <summary>Registers the surveys.</summary>
public static class SurveyServices
{
    public static IServiceCollection AddSurveys(this IServiceCollection services) => services
        .AddScoped<AnswerSurvey>()
        .AddScoped<ITicketReaction, SurveyReaction>()
        .AddScoped<ITicketReaction, SecondFollowUp>();
}
