using System.Collections.Concurrent;
using System.Text.Json;
using ChatDesk.BotHost.Data;
using ChatDesk.Channels.Activities;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Delivery;

/// <summary>Sends what is due. Safe to run twice and on two machines: a row is charged and marked before the call and settled after it.</summary>
public sealed class SendDue(DeskWork work, IServiceProvider channels, TimeProvider clock)
{
    private const int BatchSize = 50;
    private const int AtOnce = 8;

    /// <summary>Longer than a send may take: a row found marked after this has an unknown outcome.</summary>
    internal static readonly TimeSpan Lease = TimeSpan.FromSeconds(15);

    /// <summary>Sends everything that is due now.</summary>
    /// <returns>How many rows were looked at.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var seen = 0;
        ConcurrentBag<string> waiting = [];
        while (await work.RunAsync(services => DueAsync(services.GetRequiredService<DeskDb>(), [.. waiting], ct), ct) is { Count: > 0 } due)
        {
            var byRecipient = due.GroupBy(row => (row.Channel, row.Account, row.RecipientId));
            await Parallel.ForEachAsync(
                byRecipient,
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct },
                async (rows, stop) =>
                {
                    if (!await SendInOrderAsync(rows.Select(row => row.Id), stop))
                        waiting.Add(rows.Key.RecipientId);
                });
            seen += due.Count;
        }

        return seen;
    }

    /// <returns>False when one of them has to wait, and so those behind it.</returns>
    private async Task<bool> SendInOrderAsync(IEnumerable<long> ids, CancellationToken ct)
    {
        foreach (var id in ids)
        {
            var standing = Standing.NextRung;
            while (standing == Standing.NextRung)
                standing = await SendOneAsync(id, ct);
            if (standing == Standing.Waits)
                return false;
        }

        return true;
    }

    private async Task<Standing> SendOneAsync(long id, CancellationToken ct)
    {
        var claim = await work.RunAsync(services => ClaimAsync(services, id, ct), ct);
        if (claim.Send is not { } send)
            return claim.Standing;
        var result = await CallAsync(send);
        return await work.RunAsync(services => SettleAsync(services, id, result), CancellationToken.None);
    }

    /// <summary>Makes the call to its end even when the desk stops, or its outcome would be unknown.</summary>
    /// <returns>Null for a message that the channel cannot carry.</returns>
    private async Task<SendResult?> CallAsync(RungAnswer.Go send)
    {
        try
        {
            return await channels.GetRequiredKeyedService<IChannelClient>(send.Client).SendAsync(send.Activity, CancellationToken.None);
        }
        catch (Exception exception) when (exception is NotSupportedException or ArgumentException or FormatException or JsonException)
        {
            return null;
        }
        catch (InvalidOperationException exception)
        {
            return new SendResult(SendOutcome.Alert, ErrorCode: null, exception.Message);
        }
    }

    private async Task<List<OutboxMessage>> DueAsync(DeskDb db, string[] waiting, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return await Due(db, now).AsNoTracking().Where(row => !waiting.Contains(row.RecipientId))
            .OrderBy(row => row.Id).Take(BatchSize).ToListAsync(ct);
    }

    /// <summary>Marks the row before the call and charges what it costs; nothing to send when it waits, was taken, or is settled without a call.</summary>
    private async Task<Claim> ClaimAsync(IServiceProvider services, long id, CancellationToken ct)
    {
        var db = services.GetRequiredService<DeskDb>();
        var row = await Due(db, clock.GetUtcNow()).SingleOrDefaultAsync(r => r.Id == id, ct);
        if (row is null)
            return new(Standing.Settled);
        var send = await SendOrder.IsBehindAsync(db, row, ct) ? null : await TakeAsync(services, row, ct);
        await db.SaveChangesAsync(ct);
        return send is null ? new(await StandingAsync(db, row, ct)) : new(Standing.Settled, send);
    }

    private static async Task<RungAnswer.Go?> TakeAsync(IServiceProvider services, OutboxMessage row, CancellationToken ct)
    {
        if (row.State == OutboxState.Sending)
            services.GetRequiredService<SettleSend>().LeftBehind(row);
        foreach (var preparation in row.Rung == DeliveryRung.Chat ? services.GetServices<ISendPreparation>() : [])
        {
            if (!await preparation.PrepareAsync(row, ActivityJson.Read(row.ActivityJson), ct))
                return null;
        }

        return await services.GetRequiredService<ClimbLadder>().RunAsync(row, ct);
    }

    private static async Task<Standing> SettleAsync(IServiceProvider services, long id, SendResult? result)
    {
        var row = await services.GetRequiredService<SettleSend>().RunAsync(id, result, CancellationToken.None);
        return await StandingAsync(services.GetRequiredService<DeskDb>(), row, CancellationToken.None);
    }

    /// <summary>What is queued after a row that waits waits as long.</summary>
    private static async Task<Standing> StandingAsync(DeskDb db, OutboxMessage row, CancellationToken ct)
    {
        if (row.State is not (OutboxState.Queued or OutboxState.Sending) || row.MayBePassed)
            return Standing.Settled;
        if (row is { State: OutboxState.Queued, IsNextRung: true })
            return Standing.NextRung;
        await SendOrder.PostponeAsync(db, row, ct);
        return Standing.Waits;
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

    /// <summary>How a row stands after it was looked at.</summary>
    private enum Standing
    {
        /// <summary>Nothing more to do with it now.</summary>
        Settled,

        /// <summary>The rung did not carry it: the one below is next.</summary>
        NextRung,

        /// <summary>It keeps its place; what is behind it waits too.</summary>
        Waits,
    }

    private sealed record Claim(Standing Standing, RungAnswer.Go? Send = null);
}
