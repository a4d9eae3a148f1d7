using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Delivery;
using ChatDesk.BotHost.Intake;
using ChatDesk.BotHost.Security;
using ChatDesk.BotHost.Staff;
using ChatDesk.BotHost.Texts;
using ChatDesk.BotHost.Tickets;
using ChatDesk.Channels.Activities;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Dispatch;

/// <summary>A button on a card was pressed: the first 接单 wins, and every presser's card shows how things stand.</summary>
internal sealed class PressCard(DeskDb db, ActOnTicket act, DispatchCards cards, StaffRoster roster, Links links, TimeProvider clock)
{
    public async Task<TurnResult> RunAsync(Activity press, CancellationToken ct)
    {
        var taskId = press.Values.GetValueOrDefault("TaskId", "");
        var card = await db.Set<DispatchCard>().SingleOrDefaultAsync(c => c.TaskId == taskId, ct);
        var presser = roster.Find(press.From.Id);
        if (card is null || presser is null || !IsHolder(card, presser) || !Enum.TryParse<TicketAction>(press.Values.GetValueOrDefault("EventKey"), out var action))
            return new TurnResult(DispatchTexts.NotYourTicket, new TurnTrace { Actions = ["refuse"] });
        if (press.Values.TryGetValue("ResponseCode", out var code) && code.Length > 0)
            CardCodes.Keep(card, code, clock.GetUtcNow());
        return TicketRules.NeedsReason(action) ? AskReason(card, presser, action) : await ActAsync(card, presser, action, ct);
    }

    private static bool IsHolder(DispatchCard card, StaffMember presser) =>
        string.Equals(card.WeComUserId, presser.WeComUserId, StringComparison.OrdinalIgnoreCase);

    private TurnResult AskReason(DispatchCard card, StaffMember presser, TicketAction action) => new(
        DispatchTexts.Reason(action, links.Work(card.TicketNumber, presser.WeComUserId)),
        new TurnTrace { Actions = ["ask_reason"], Ticket = card.TicketNumber });

    private async Task<TurnResult> ActAsync(DispatchCard card, StaffMember presser, TicketAction action, CancellationToken ct)
    {
        var outcome = await act.RunAsync(card.TicketNumber, new TicketOrder(action), presser, ChannelNames.WeCom, ct);
        if (outcome.Ticket is null)
            return new TurnResult(DispatchTexts.NotYourTicket, new TurnTrace { Actions = ["refuse"] });
        if (!db.ChangeTracker.Entries<OutboxMessage>().Any(row => row.Entity.Key.StartsWith($"update:{card.TaskId}:", StringComparison.Ordinal)))
            await cards.RefreshAsync(outcome.Ticket, card, ct);
        return new TurnResult(null, new TurnTrace { Actions = [outcome.IsDone ? "update_ticket" : "refuse"], Ticket = card.TicketNumber });
    }
}
