using ChatDesk.BotHost.Conversations;
using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Tasks;
using ChatDesk.BotHost.Texts;
using ChatDesk.Channels.Activities;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Delivery;

/// <summary>Hears what a platform answered to a send, inside the change that settles it.</summary>
public interface ISendReaction
{
    Task OnSentAsync(OutboxMessage message, SendResult result, CancellationToken ct);
}

/// <summary>Completes a message just before it goes, inside the change that claims it.</summary>
public interface ISendPreparation
{
    /// <returns>False when it is not to be sent now; the row says when.</returns>
    Task<bool> PrepareAsync(OutboxMessage message, Activity activity, CancellationToken ct);
}

/// <summary>Records what came of a send and decides what follows: done, again later, the next rung, or a person's task.</summary>
public sealed class SettleSend(DeskDb db, DeskCalendar calendar, IEnumerable<ISendReaction> reactions)
{
    private const int MaxAttempts = 8;
    private static readonly TimeSpan AfterUnknown = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AfterAlert = TimeSpan.FromMinutes(1);

    public async Task RunAsync(long id, SendResult result, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(result);
        var row = await db.Set<OutboxMessage>().SingleAsync(r => r.Id == id, ct);
        if (row.State != OutboxState.Sending)
            return;
        row.LeasedUntil = null;
        row.LastError = ErrorOf(result);
        await SettleAsync(row, result, ct);
        await db.SaveChangesAsync(ct);
    }

    private static string? ErrorOf(SendResult result)
    {
        if (result.Outcome == SendOutcome.Sent)
            return null;
        var error = $"{result.ErrorCode} {result.Error}".Trim();
        return error.Length <= OutboxMessage.ErrorMaxLength ? error : error[..OutboxMessage.ErrorMaxLength];
    }

    /// <summary>The window is closed: progress waits on the page; what the person must hear becomes a task.</summary>
    internal static void Close(DeskDb db, OutboxMessage row, DateTimeOffset now)
    {
        row.LeasedUntil = null;
        row.State = row.Purpose == DeliveryPurpose.Progress ? OutboxState.Superseded : OutboxState.Failed;
        if (row.State == OutboxState.Failed)
            AddTask(db, row, now);
    }

    private async Task SettleAsync(OutboxMessage row, SendResult result, CancellationToken ct)
    {
        switch (result.Outcome)
        {
            case SendOutcome.Sent:
                row.State = OutboxState.Sent;
                row.SentAt = calendar.Now;
                foreach (var reaction in reactions)
                    await reaction.OnSentAsync(row, result, ct);
                break;
            case SendOutcome.Retry:
                await RefundAsync(row, ct);
                Again(row, TimeSpan.FromSeconds(Math.Min(300, 1 << Math.Min(row.Attempts, 8))));
                break;
            case SendOutcome.Unknown:
                OnceMore(row);
                break;
            case SendOutcome.Quota:
                await RefundAsync(row, ct);
                Again(row, calendar.ToInstant(calendar.LocalNow.Date.AddDays(1)) - calendar.Now);
                break;
            case SendOutcome.Alert:
                await RefundAsync(row, ct);
                AddTask(db, row, calendar.Now);
                Again(row, AfterAlert);
                break;
            case SendOutcome.Closed:
                await CloseWindowAsync(row, ct);
                Close(db, row, calendar.Now);
                break;
            case SendOutcome.Drop:
                await MarkUnreachableAsync(row, ct);
                Close(db, row, calendar.Now);
                break;
        }
    }

    /// <summary>The call may have been carried out: one more try, recorded as a possible repeat; WeCom recognises its own repeats.</summary>
    private void OnceMore(OutboxMessage row)
    {
        if (row.IsPossibleRepeat)
        {
            Fail(row);
            return;
        }

        row.IsPossibleRepeat = row.Channel != ChannelNames.WeCom;
        Again(row, AfterUnknown);
    }

    private void Again(OutboxMessage row, TimeSpan after)
    {
        row.State = OutboxState.Queued;
        row.DueAt = calendar.Now + after;
        if (row.Attempts >= MaxAttempts)
            Fail(row);
    }

    private void Fail(OutboxMessage row)
    {
        row.State = OutboxState.Failed;
        AddTask(db, row, calendar.Now);
    }

    /// <summary>What the platform did not take costs nothing of the recipient's window.</summary>
    private async Task RefundAsync(OutboxMessage row, CancellationToken ct)
    {
        if (await ConversationAsync(row, ct) is { WindowUsed: > 0 } conversation)
            conversation.WindowUsed--;
    }

    private async Task CloseWindowAsync(OutboxMessage row, CancellationToken ct)
    {
        if (await ConversationAsync(row, ct) is { } conversation)
            conversation.WindowUsed = conversation.WindowAllowed;
    }

    private async Task MarkUnreachableAsync(OutboxMessage row, CancellationToken ct)
    {
        if (await ConversationAsync(row, ct) is { } conversation)
            conversation.IsReachable = false;
    }

    private Task<Conversation?> ConversationAsync(OutboxMessage row, CancellationToken ct) => db.Set<Conversation>()
        .SingleOrDefaultAsync(c => c.Channel == row.Channel && c.Account == row.Account && c.PeerId == row.RecipientId, ct);

    private static void AddTask(DeskDb db, OutboxMessage row, DateTimeOffset now)
    {
        var key = $"undelivered:{row.Id}";
        if (db.Set<DeskTask>().Local.Any(task => task.Key == key) || db.Set<DeskTask>().Any(task => task.Key == key))
            return;
        db.Add(new DeskTask
        {
            Key = key,
            Kind = DeskTaskKind.Undelivered,
            Title = DeliveryTexts.Undelivered(row.Purpose == DeliveryPurpose.Staff),
            TicketNumber = row.TicketNumber,
            CreatedAt = now,
        });
    }
}
