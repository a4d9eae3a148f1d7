using ChatDesk.BotHost.Estates;
using ChatDesk.BotHost.Intake;
using ChatDesk.BotHost.Security;
using ChatDesk.BotHost.Texts;
using ChatDesk.BotHost.Tickets;
using ChatDesk.Knowledge.Understanding;

namespace ChatDesk.BotHost.Conversations.Steps;

/// <summary>People or property in danger now: the safety sentence first, an alarm with what is known, no question before it.</summary>
internal sealed class EmergencyStep(OwnerTickets tickets, OwnerPlaces places, EstateRegister register, Links links) : IOwnerStep
{
    private static readonly TimeSpan SameEvent = TimeSpan.FromMinutes(30);

    public async Task<TurnResult?> TryAsync(OwnerMessage message, CancellationToken ct)
    {
        if (message.Meaning.Intent != Intent.Emergency || register.Estates.Count == 0)
            return null;
        var place = await places.BestOfAsync(message, message.Meaning.Location, ct);
        var ticket = await JoinAsync(message, ct) ?? await tickets.OpenAsync(message, DraftOf(message), place, ct);
        message.Conversation.DialogJson = null;
        var text = OwnerTexts.Emergency(
            message.Meaning.EmergencyKind ?? EmergencyKind.Other, register.FindEstate(ticket.EstateId)!, ticket.Number, links.Progress(ticket.Number));
        return new TurnResult(text, message.Trace("safety_advice", "dispatch_emergency", "create_ticket") with { Ticket = ticket.Number });
    }

    /// <summary>A second message about the same danger makes the first alarm better, not another one.</summary>
    private async Task<Ticket?> JoinAsync(OwnerMessage message, CancellationToken ct)
    {
        var recent = await tickets.RecentAsync(message, SameEvent, ct);
        if (recent is not { Urgency: TicketUrgency.Emergency } || recent.Category != message.Meaning.Category?.Label())
            return null;
        await tickets.AddAsync(message, recent, ct);
        return recent;
    }

    private static ReportDraft DraftOf(OwnerMessage message) => OwnerTickets.DraftOf(message) with { Urgency = Urgency.Emergency };
}
