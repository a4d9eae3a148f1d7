using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Delivery;
using ChatDesk.BotHost.Security;
using ChatDesk.BotHost.Staff;
using ChatDesk.BotHost.Texts;
using ChatDesk.BotHost.Tickets;
using ChatDesk.Channels.Activities;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Dispatch;

/// <summary>
/// Keeps the newest response code of each card: of the send, then of each press. A code is good for one update within 72 h;
/// without one a plain message with a link takes the update's place.
/// </summary>
/// <remarks>Source: https://developer.work.weixin.qq.com/document/path/94888.</remarks>
internal sealed class CardCodes(DeskDb db, Links links, StaffRoster roster, TimeProvider clock) : ISendPreparation, ISendReaction
{
    private static readonly TimeSpan CodeLife = TimeSpan.FromHours(72);
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);

    /// <summary>Puts the code into an update that is about to go.</summary>
    public async Task<bool> PrepareAsync(OutboxMessage message, Activity activity, CancellationToken ct)
    {
        if (activity.Type != ActivityType.MessageUpdate || activity.ReplyToId?.StartsWith(DispatchCards.CodeOfTask, StringComparison.Ordinal) != true)
            return true;
        var taskId = activity.ReplyToId[DispatchCards.CodeOfTask.Length..];
        var card = await db.Set<DispatchCard>().SingleAsync(c => c.TaskId == taskId, ct);
        if (card.ResponseCode is null && await StateOfAsync(taskId, ct) is { } state and not OutboxState.Sent)
        {
            Wait(message, state);
            return false;
        }

        message.ActivityJson = ActivityJson.Write(HasCode(card) ? activity with { ReplyToId = Take(card) } : await InsteadAsync(card, activity, ct));
        return true;
    }

    public async Task OnSentAsync(OutboxMessage message, SendResult result, CancellationToken ct)
    {
        if (message.Channel != ChannelNames.WeCom || result.ResponseCode is null || !message.Key.StartsWith("card:", StringComparison.Ordinal))
            return;
        var taskId = message.Key["card:".Length..];
        var card = await db.Set<DispatchCard>().SingleAsync(c => c.TaskId == taskId, ct);
        Keep(card, result.ResponseCode, clock.GetUtcNow());
    }

    /// <summary>The code of a press is newer than the send's.</summary>
    public static void Keep(DispatchCard card, string code, DateTimeOffset now)
    {
        card.ResponseCode = code;
        card.CodeIssuedAt = now;
    }

    private static string Take(DispatchCard card)
    {
        var code = card.ResponseCode!;
        card.ResponseCode = null;
        return code;
    }

    private bool HasCode(DispatchCard card) => card.ResponseCode is not null && card.CodeIssuedAt + CodeLife > clock.GetUtcNow();

    /// <summary>Looks again while the card itself is on its way, which is no failed try; where it never came there is nothing to change.</summary>
    private void Wait(OutboxMessage message, OutboxState card)
    {
        message.State = card is OutboxState.Queued or OutboxState.Sending ? OutboxState.Queued : OutboxState.Superseded;
        message.DueAt = clock.GetUtcNow() + LookAgain;
        message.LeasedUntil = null;
        message.MayBePassed = true;
    }

    private Task<OutboxState?> StateOfAsync(string taskId, CancellationToken ct) => db.Set<OutboxMessage>()
        .Where(row => row.Key == "card:" + taskId).Select(row => (OutboxState?)row.State).SingleOrDefaultAsync(ct);

    private async Task<Activity> InsteadAsync(DispatchCard card, Activity update, CancellationToken ct)
    {
        var ticket = await db.Set<Ticket>().SingleAsync(t => t.Number == card.TicketNumber, ct);
        var assignee = ticket.Assignee is null ? null : roster.Find(ticket.Assignee)?.Name;
        var state = CardView.EndText(ticket, card.WeComUserId, assignee) ?? TicketTexts.StateName(ticket.State);
        return update with
        {
            Type = ActivityType.Message,
            ReplyToId = null,
            Attachments = [],
            Text = DispatchTexts.CardExpired(ticket, state, links.Work(ticket.Number, card.WeComUserId)),
        };
    }
}
