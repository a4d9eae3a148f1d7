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

/// <summary>What an owner is told without asking. Pushes are scarce (decision 14): 接单, 到场, and 完工 together with the survey.</summary>
internal sealed class OwnerNotices(DeskDb db, Outbox outbox, Links links, StaffRoster roster, DeskCalendar calendar) : ITicketReaction
{
    public async Task OnAsync(TicketChange change, CancellationToken ct)
    {
        var (ticket, happened) = change;
        if (EndsTheQuestion(happened) && await ConversationOfAsync(ticket, ct) is { } asked && asked.PendingSurvey == ticket.Number)
            asked.PendingSurvey = null;
        if (Message(ticket, happened) is not var (purpose, message) || await ConversationOfAsync(ticket, ct) is not { } conversation)
            return;
        outbox.ToOwner($"owner:{ticket.Number}:{happened.Sequence}", conversation, purpose, message, ticket.Number);
        if (happened.Type == TicketEventType.Finished)
            conversation.PendingSurvey = ticket.Number;
    }

    /// <summary>After it a typed word or number is no rating any more.</summary>
    private static bool EndsTheQuestion(TicketEvent happened) =>
        happened.Type is TicketEventType.Rated or TicketEventType.Reopened or TicketEventType.Cancelled or TicketEventType.Merged;

    private (DeliveryPurpose Purpose, OutgoingMessage Message)? Message(Ticket ticket, TicketEvent happened) => happened.Type switch
    {
        TicketEventType.Accepted or TicketEventType.Assigned or TicketEventType.Transferred =>
            (DeliveryPurpose.Progress, ProgressTexts.Accepted(ticket, Engineer(ticket), Expected(ticket), links.Progress(ticket.Number))),
        TicketEventType.Arrived => (DeliveryPurpose.Progress, ProgressTexts.Arrived(ticket, Engineer(ticket), links.Progress(ticket.Number))),
        TicketEventType.Finished => (DeliveryPurpose.Finished, Survey(ticket)),
        TicketEventType.Cancelled when happened.ActorKind == ActorKind.Staff => (DeliveryPurpose.Notice, ProgressTexts.CancelledByDesk(ticket, happened.Data.Reason)),
        _ => null,
    };

    private OutgoingMessage Survey(Ticket ticket) => new()
    {
        Text = ProgressTexts.Finished(ticket, Engineer(ticket), links.Survey(ticket.Number, ticket.Resolution)),
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
