using System.Security.Cryptography;

namespace ChatDesk.Channels.Sandbox.Platform;

/// <summary>The access tokens that the played platforms have given.</summary>
internal sealed class AccessTokens(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Issued> _issued = [];

    /// <summary>Gives a new token.</summary>
    /// <param name="owner">The account or application, such as <c>wechat:demo</c>.</param>
    public Issued Issue(string owner)
    {
        Issued token = new(RandomNumberGenerator.GetHexString(64, lowercase: true), owner, clock.GetUtcNow() + SandboxLimits.TokenLifetime);
        lock (_gate)
            _issued[token.Value] = token;
        return token;
    }

    /// <returns>The account that the token stands for, or why it is refused.</returns>
    /// <param name="token">The query's access_token.</param>
    /// <param name="unknown">What this platform calls a token that it does not know (40001 or 40014).</param>
    public (string? Owner, PlatformError? Error) Check(string? token, PlatformError unknown)
    {
        if (string.IsNullOrEmpty(token))
            return (null, PlatformErrors.MissingToken);
        lock (_gate)
        {
            if (!_issued.TryGetValue(token, out var issued))
                return (null, unknown);
            return clock.GetUtcNow() < issued.ExpiresAt ? (issued.Owner, null) : (null, PlatformErrors.ExpiredToken);
        }
    }

    /// <summary>Makes tokens unknown at once, as a changed secret does.</summary>
    /// <param name="owner">The account or application; null revokes everybody's.</param>
    public int Revoke(string? owner)
    {
        lock (_gate)
        {
            var dead = _issued.Values.Where(t => owner is null || t.Owner == owner).Select(t => t.Value).ToList();
            dead.ForEach(value => _issued.Remove(value));
            return dead.Count;
        }
    }

    public void Revoke(Issued token)
    {
        lock (_gate)
            _issued.Remove(token.Value);
    }

    public bool IsKnown(Issued token)
    {
        lock (_gate)
            return _issued.ContainsKey(token.Value);
    }

    /// <summary>Lets a token live on for a while beside its successor.</summary>
    public void Shorten(Issued token, TimeSpan left)
    {
        var end = clock.GetUtcNow() + left;
        lock (_gate)
        {
            if (_issued.TryGetValue(token.Value, out var issued) && issued.ExpiresAt > end)
                _issued[token.Value] = issued with { ExpiresAt = end };
        }
    }

    internal sealed record Issued(string Value, string Owner, DateTimeOffset ExpiresAt);
}
