using ChatDesk.Channels.Activities;

namespace ChatDesk.Tests.Channels.Protocol;

/// <summary>A token store in memory that keeps the interface's promise: one fetch at a time, none where a newer version is stored.</summary>
internal sealed class MemoryTokens : ITokenStore
{
    private readonly SemaphoreSlim _lease = new(1);
    private readonly Dictionary<string, StoredToken> _tokens = [];

    public Task<StoredToken?> GetAsync(string key, CancellationToken ct)
    {
        lock (_tokens)
            return Task.FromResult(_tokens.GetValueOrDefault(key));
    }

    public async Task<StoredToken?> RefreshAsync(string key, long seen, Func<CancellationToken, Task<FreshToken?>> fetch, CancellationToken ct)
    {
        await _lease.WaitAsync(ct);
        try
        {
            if (await GetAsync(key, ct) is { } stored && stored.Version > seen)
                return stored;
            return await fetch(ct) is { } fresh ? Store(key, new StoredToken(fresh.Value, fresh.ExpiresAt, seen + 1)) : null;
        }
        finally
        {
            _lease.Release();
        }
    }

    private StoredToken Store(string key, StoredToken token)
    {
        lock (_tokens)
            return _tokens[key] = token;
    }
}
