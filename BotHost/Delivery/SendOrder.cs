using ChatDesk.BotHost.Data;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Delivery;

/// <summary>Messages to one recipient go out in the order in which they were queued, also where the first has to wait or is tried again.</summary>
internal static class SendOrder
{
    /// <summary>Whether an earlier message to the same recipient is not settled yet.</summary>
    public static async Task<bool> IsBehindAsync(DeskDb db, OutboxMessage message, CancellationToken ct)
    {
        var first = await Same(db, message).Where(row => row.Id < message.Id && !row.MayBePassed && (row.State == OutboxState.Queued || row.State == OutboxState.Sending))
            .OrderBy(row => row.Id).Select(row => new { row.State, row.DueAt }).FirstOrDefaultAsync(ct);
        if (first is null)
            return false;
        if (first.State == OutboxState.Queued && first.DueAt > message.DueAt)
            message.DueAt = first.DueAt;
        return true;
    }

    /// <summary>What was queued after a message that waits waits as long: nobody looks at it before, and no health check misses it.</summary>
    public static Task<int> PostponeAsync(DeskDb db, OutboxMessage first, CancellationToken ct) => db.WriteAsync(
        () => Same(db, first).Where(row => row.Id > first.Id && row.State == OutboxState.Queued && row.DueAt < first.DueAt)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.DueAt, first.DueAt), ct),
        ct);

    private static IQueryable<OutboxMessage> Same(DeskDb db, OutboxMessage message) => db.Set<OutboxMessage>()
        .Where(row => row.RecipientId == message.RecipientId && row.Channel == message.Channel && row.Account == message.Account);
}
