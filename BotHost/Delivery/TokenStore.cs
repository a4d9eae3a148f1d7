using ChatDesk.BotHost.Data;
using ChatDesk.Channels.Activities;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Delivery;

/// <summary>Access tokens in the database: one instance refreshes at a time, the newest generation wins. They age by the machine's clock.</summary>
internal sealed class TokenStore(DeskWork work, IServiceScopeFactory scopes) : ITokenStore
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);

    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, SemaphoreSlim> _local = new();
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, StoredToken> _cache = new();

    public async Task<StoredToken?> GetAsync(string key, CancellationToken ct)
    {
        if (_cache.TryGetValue(key, out var cached) && cached.ExpiresAt > TimeProvider.System.GetUtcNow())
            return cached;
        var row = await ReadAsync(key, ct);
        return row is { Generation: > 0 } ? Remember(key, row) : null;
    }

    public async Task<StoredToken?> RefreshAsync(string key, long seen, Func<CancellationToken, Task<FreshToken?>> fetch, CancellationToken ct)
    {
        var local = _local.GetOrAdd(key, _ => new SemaphoreSlim(1));
        await local.WaitAsync(ct);
        try
        {
            while (!await TryLeaseAsync(key, seen, ct))
            {
                if (await ReadAsync(key, ct) is { } row && row.Generation > seen)
                    return Remember(key, row);
                await Task.Delay(Glance, ct);
            }

            return await FetchAsync(key, fetch, ct);
        }
        finally
        {
            local.Release();
        }
    }

    private async Task<StoredToken?> FetchAsync(string key, Func<CancellationToken, Task<FreshToken?>> fetch, CancellationToken ct)
    {
        FreshToken? fresh = null;
        try
        {
            fresh = await fetch(ct);
        }
        finally
        {
            await work.RunAsync(services => SettleAsync(services.GetRequiredService<DeskDb>(), key, fresh), CancellationToken.None);
        }

        return fresh is null ? null : Remember(key, (await ReadAsync(key, ct))!);
    }

    private static async Task SettleAsync(DeskDb db, string key, FreshToken? fresh)
    {
        var row = await db.Set<ChannelToken>().SingleAsync(token => token.Key == key);
        row.LeasedUntil = null;
        if (fresh is not null)
        {
            row.Value = fresh.Value;
            row.ExpiresAt = fresh.ExpiresAt;
            row.Generation++;
        }

        await db.SaveChangesAsync();
    }

    /// <summary>Takes the lease unless somebody holds it or a newer token is stored.</summary>
    private Task<bool> TryLeaseAsync(string key, long seen, CancellationToken ct) => work.RunAsync(
        async services =>
        {
            var db = services.GetRequiredService<DeskDb>();
            var row = await db.Set<ChannelToken>().SingleOrDefaultAsync(token => token.Key == key, ct);
            if (row is null)
                db.Add(row = new ChannelToken { Key = key });
            if (row.Generation > seen || row.LeasedUntil > TimeProvider.System.GetUtcNow())
                return false;
            row.LeasedUntil = TimeProvider.System.GetUtcNow() + Lease;
            await db.SaveChangesAsync(ct);
            return true;
        },
        ct);

    private async Task<ChannelToken?> ReadAsync(string key, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DeskDb>().Set<ChannelToken>().AsNoTracking().SingleOrDefaultAsync(token => token.Key == key, ct);
    }

    private StoredToken Remember(string key, ChannelToken row) => _cache[key] = new StoredToken(row.Value, row.ExpiresAt, row.Generation);
}
