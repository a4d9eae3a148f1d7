using ChatDesk.BotHost.Conversations;
using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Delivery;
using ChatDesk.BotHost.Security;
using ChatDesk.BotHost.Staff;
using ChatDesk.BotHost.Texts;
using ChatDesk.BotHost.Tickets;
using ChatDesk.Channels.Activities;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Notices;

/// <summary>
/// What an owner is told without asking. Pushes are scarce (decision 14): 接单, 到场 with 出发 where that was within 30 min, and 完工
/// together with the survey. Every other step stands on the page and is told with the next reply.
/// </summary>
internal sealed class OwnerNotices(DeskDb db, Outbox outbox, Links links, StaffRoster roster, DeskCalendar calendar) : ITicketReaction
{
    private static readonly TimeSpan TellsDeparture = TimeSpan.FromMinutes(30);

    public async Task OnAsync(TicketChange change, CancellationToken ct)
    {
        var (ticket, happened) = change;
        if (EndsTheQuestion(happened) && await ConversationOfAsync(ticket, ct) is { } asked && asked.PendingSurvey == ticket.Number)
            asked.PendingSurvey = null;
        if (await MessageAsync(ticket, happened, ct) is not var (purpose, message) || await ConversationOfAsync(ticket, ct) is not { } conversation)
            return;
        await outbox.TellAsync($"owner:{ticket.Number}:{happened.Sequence}", conversation, purpose, message, ticket.Number, ct);
        if (happened.Type == TicketEventType.Finished)
            conversation.PendingSurvey = ticket.Number;
    }

    /// <summary>After it a typed word or number is no rating any more.</summary>
    private static bool EndsTheQuestion(TicketEvent happened) =>
        happened.Type is TicketEventType.Rated or TicketEventType.Reopened or TicketEventType.Cancelled or TicketEventType.Merged;

    private async Task<(DeliveryPurpose Purpose, OutgoingMessage Message)?> MessageAsync(Ticket ticket, TicketEvent happened, CancellationToken ct) => happened.Type switch
    {
        TicketEventType.Accepted or TicketEventType.Assigned or TicketEventType.Transferred =>
            (DeliveryPurpose.Progress, Push(ProgressTexts.Accepted(ticket, Engineer(ticket), Expected(ticket), links.Progress(ticket.Number)), Line(ticket, happened))),
        TicketEventType.Arrived =>
            (DeliveryPurpose.Progress, Push(ProgressTexts.Arrived(ticket, Engineer(ticket), await DepartedAsync(ticket, happened, ct), links.Progress(ticket.Number)), Line(ticket, happened))),
        TicketEventType.Departed or TicketEventType.StepAdded or TicketEventType.Promised or TicketEventType.Paused or TicketEventType.Resumed =>
            (DeliveryPurpose.Step, Push(Line(ticket, happened), Line(ticket, happened))),
        TicketEventType.Finished => (DeliveryPurpose.Finished, Survey(ticket)),
        TicketEventType.Cancelled when happened.ActorKind == ActorKind.Staff => (DeliveryPurpose.Notice, Push(ProgressTexts.CancelledByDesk(ticket, happened.Data.Reason), Line(ticket, happened))),
        _ => null,
    };

    private static OutgoingMessage Push(string text, string line) => new() { Text = text, Brief = line };

    private string Line(Ticket ticket, TicketEvent happened) =>
        ProgressTexts.Line(happened, Engineer(ticket), Expected(ticket), DispatchTexts.ClockTime(calendar.ToLocal(happened.HappenedAt)));

    /// <summary>The hour of 出发, where the arrival came within 30 min of it.</summary>
    private async Task<string?> DepartedAsync(Ticket ticket, TicketEvent arrived, CancellationToken ct)
    {
        var earliest = arrived.At - TellsDeparture;
        var departed = await db.Set<TicketEvent>().AsNoTracking()
            .Where(happened => happened.TicketId == ticket.Id && happened.Type == TicketEventType.Departed && happened.At >= earliest)
            .OrderByDescending(happened => happened.Sequence).FirstOrDefaultAsync(ct);
        return departed is null ? null : DispatchTexts.ClockTime(calendar.ToLocal(departed.HappenedAt));
    }

    private OutgoingMessage Survey(Ticket ticket) => new()
    {
        Text = ProgressTexts.Finished(ticket, Engineer(ticket), links.Survey(ticket.Number, ticket.Resolution)),
        Brief = ProgressTexts.FinishedLine(ticket, links.Survey(ticket.Number, ticket.Resolution)),
        Choices =
        [
            .. Enum.GetValues<SurveyScore>().Select(score => new SuggestedAction(TicketTexts.ScoreName(score), $"survey:{ticket.Number}:{ticket.Resolution}:{score}")),
        ],
    };

    private async Task<Conversation?> ConversationOfAsync(Ticket ticket, CancellationToken ct) => ticket.Conversation
        ?? (ticket.ConversationId is { } id ? await db.Set<Conversation>().SingleOrDefaultAsync(conversation => conversation.Id == id, ct) : null);

    private string Engineer(Ticket ticket) => roster.Find(ticket.Assignee)?.Name ?? "师傅";

    private string? Expected(Ticket ticket) => ticket.ExpectedArrivalAt is { } at ? DispatchTexts.ClockTime(calendar.ToLocal(at)) : null;
}

/// <summary>Registers what owners are told.</summary>
public static class NoticeServices
{
    public static IServiceCollection AddNotices(this IServiceCollection services) => services.AddScoped<ITicketReaction, OwnerNotices>();
}
