namespace ChatDesk.Channels.Activities;

/// <summary>Keeps access tokens where all instances see them; one row per account or application.</summary>
public interface ITokenStore
{
    /// <returns>The stored token, null before the first.</returns>
    Task<StoredToken?> GetAsync(string key, CancellationToken ct);

    /// <summary>Runs <paramref name="fetch"/> under the key's lease on one instance at a time, unless a version newer than <paramref name="seen"/> is stored already.</summary>
    /// <param name="key">The account or application.</param>
    /// <param name="seen">The version that the caller found expired or refused; 0 when there was none.</param>
    /// <param name="fetch">Asks the platform; gives null when it refused.</param>
    /// <param name="ct">Cancels the wait and the fetch.</param>
    /// <returns>The newest stored token, null where the platform refused to give one.</returns>
    Task<StoredToken?> RefreshAsync(string key, long seen, Func<CancellationToken, Task<FreshToken?>> fetch, CancellationToken ct);
}

/// <summary>A token and how many refreshes it is old.</summary>
public sealed record StoredToken(string Value, DateTimeOffset ExpiresAt, long Version)
{
    /// <summary>Tokens are secrets: never in a log.</summary>
    public override string ToString() => $"version {Version}, expires {ExpiresAt:u}";
}

/// <summary>A token as the platform just gave it; <paramref name="ExpiresAt"/> counts from the start of the request, less a margin.</summary>
public sealed record FreshToken(string Value, DateTimeOffset ExpiresAt);
