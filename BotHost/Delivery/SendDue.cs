using System.Text.Json;
using ChatDesk.BotHost.Conversations;
using ChatDesk.BotHost.Data;
using ChatDesk.Channels.Activities;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Delivery;

/// <summary>Sends what is due. Safe to run twice and on two machines: a row is marked before the call and settled after it.</summary>
public sealed class SendDue(DeskWork work, IServiceProvider channels, TimeProvider clock)
{
    private const int BatchSize = 50;
    private const int AtOnce = 8;

    /// <summary>Longer than a send may take: a row found marked after this has an unknown outcome.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(15);

    /// <summary>Sends everything that is due now.</summary>
    /// <returns>How many calls were made.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var sent = 0;
        while (await work.RunAsync(services => DueAsync(services.GetRequiredService<DeskDb>(), ct), ct) is { Count: > 0 } due)
        {
            var byRecipient = due.GroupBy(row => (row.Channel, row.Account, row.RecipientId), row => row.Id);
            await Parallel.ForEachAsync(byRecipient, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, SendInOrderAsync);
            sent += due.Count;
        }

        return sent;
    }

    private async ValueTask SendInOrderAsync(IEnumerable<long> ids, CancellationToken ct)
    {
        foreach (var id in ids)
            await SendOneAsync(id, ct);
    }

    private async Task SendOneAsync(long id, CancellationToken ct)
    {
        var claimed = await work.RunAsync(services => ClaimAsync(services, id, ct), ct);
        if (claimed is null)
            return;
        var result = await CallAsync(claimed);
        await work.RunAsync(services => services.GetRequiredService<SettleSend>().RunAsync(id, result, CancellationToken.None), CancellationToken.None);
    }

    /// <summary>Makes the call to its end even when the desk stops, or its outcome would be unknown. A message that the channel cannot carry is for a person to look at.</summary>
    private async Task<SendResult> CallAsync(OutboxMessage row)
    {
        try
        {
            var client = channels.GetRequiredKeyedService<IChannelClient>(row.Channel);
            return await client.SendAsync(ActivityJson.Read(row.ActivityJson), CancellationToken.None);
        }
        catch (Exception exception) when (exception is NotSupportedException or ArgumentException or InvalidOperationException or FormatException or JsonException)
        {
            return new SendResult(SendOutcome.Alert, ErrorCode: null, exception.Message);
        }
    }

    private async Task<List<OutboxMessage>> DueAsync(DeskDb db, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return await Due(db, now).AsNoTracking().OrderBy(row => row.Id).Take(BatchSize).ToListAsync(ct);
    }

    /// <summary>Marks the row before the call and charges the recipient's window; null when it is not to be sent now.</summary>
    private async Task<OutboxMessage?> ClaimAsync(IServiceProvider services, long id, CancellationToken ct)
    {
        var db = services.GetRequiredService<DeskDb>();
        var now = clock.GetUtcNow();
        var row = await Due(db, now).SingleOrDefaultAsync(r => r.Id == id, ct);
        if (row is null)
            return null;
        if (row.State == OutboxState.Sending && row.Channel != ChannelNames.WeCom)
            row.IsPossibleRepeat = true;
        row.State = OutboxState.Sending;
        row.LeasedUntil = now + Lease;
        row.Attempts++;
        var mayGo = await TryChargeAsync(db, row, now, ct);
        if (!mayGo)
            SettleSend.Close(db, row, now);
        else
            mayGo = await PrepareAsync(services.GetServices<ISendPreparation>(), row, ct);
        await db.SaveChangesAsync(ct);
        return mayGo ? row : null;
    }

    private static async Task<bool> PrepareAsync(IEnumerable<ISendPreparation> preparations, OutboxMessage row, CancellationToken ct)
    {
        foreach (var preparation in preparations)
        {
            if (!await preparation.PrepareAsync(row, ActivityJson.Read(row.ActivityJson), ct))
                return false;
        }

        return true;
    }

    private static async Task<bool> TryChargeAsync(DeskDb db, OutboxMessage row, DateTimeOffset now, CancellationToken ct)
    {
        if (row.Channel != ChannelNames.OfficialAccount)
            return true;
        var conversation = await db.Set<Conversation>()
            .SingleOrDefaultAsync(c => c.Channel == row.Channel && c.Account == row.Account && c.PeerId == row.RecipientId, ct);
        if (conversation is null || !SendWindow.Allows(conversation, row.Purpose, now))
            return false;
        conversation.WindowUsed++;
        return true;
    }

    /// <summary>Due, and no earlier message to the same person is on its way: a second sender must not overtake the first.</summary>
    private static IQueryable<OutboxMessage> Due(DeskDb db, DateTimeOffset now)
    {
        var onTheWay = db.Set<OutboxMessage>().Where(row => row.State == OutboxState.Sending && row.LeasedUntil > now);
        return db.Set<OutboxMessage>()
            .Where(row => (row.State == OutboxState.Queued && row.DueAt <= now) || (row.State == OutboxState.Sending && row.LeasedUntil <= now))
            .Where(row => !onTheWay.Any(first =>
                first.RecipientId == row.RecipientId && first.Channel == row.Channel && first.Account == row.Account && first.Id < row.Id));
    }
}
