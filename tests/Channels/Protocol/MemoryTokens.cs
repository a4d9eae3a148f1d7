using System.Collections.Concurrent;
using ChatDesk.Channels.Activities;

namespace ChatDesk.Tests.Channels.Protocol;

/// <summary>A token store in memory that keeps the interface's promise: one fetch at a time for each key, none where a newer version is stored.</summary>
internal sealed class MemoryTokens : ITokenStore
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _leases = [];
    private readonly Dictionary<string, StoredToken> _tokens = [];

    public Task<StoredToken?> GetAsync(string key, CancellationToken ct)
    {
        lock (_tokens)
            return Task.FromResult(_tokens.GetValueOrDefault(key));
    }

    public async Task<StoredToken?> RefreshAsync(string key, long seen, Func<CancellationToken, Task<FreshToken?>> fetch, CancellationToken ct)
    {
        var lease = _leases.GetOrAdd(key, _ => new SemaphoreSlim(1));
        await lease.WaitAsync(ct);
        try
        {
            if (await GetAsync(key, ct) is { } stored && stored.Version > seen)
                return stored;
            return await fetch(ct) is { } fresh ? Store(key, new StoredToken(fresh.Value, fresh.ExpiresAt, seen + 1)) : null;
        }
        finally
        {
            lease.Release();
        }
    }

    private StoredToken Store(string key, StoredToken token)
    {
        lock (_tokens)
            return _tokens[key] = token;
    }
}
