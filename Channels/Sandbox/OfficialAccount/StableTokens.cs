using ChatDesk.Channels.Sandbox.Platform;

namespace ChatDesk.Channels.Sandbox.OfficialAccount;

/// <summary>The two ways to a token. They never invalidate each other.</summary>
/// <remarks>Source: api_getaccesstoken and api_getstableaccesstoken under https://developers.weixin.qq.com/doc/service/api/base/.</remarks>
internal sealed class StableTokens(AccessTokens tokens, Quotas quotas, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, AccessTokens.Issued> _stable = [];
    private readonly Dictionary<string, AccessTokens.Issued> _plain = [];
    private readonly Dictionary<string, DateTimeOffset> _forcedAt = [];

    /// <summary>The same token until its last five minutes; a forced refresh kills the old one at once.</summary>
    public (AccessTokens.Issued? Token, PlatformError? Error) Stable(string account, bool force)
    {
        lock (_gate)
        {
            if (!quotas.TryTakeToday(account, "stable_token", SandboxLimits.OfficialAccount.StableTokenCallsPerDay))
                return (null, PlatformErrors.Quota);
            var current = Alive(_stable, account);
            if (force)
                return Force(account, current);
            if (current is null || current.ExpiresAt - clock.GetUtcNow() <= SandboxLimits.OfficialAccount.TokenOverlap)
                _stable[account] = current = tokens.Issue(account);
            return (current, null);
        }
    }

    /// <summary>A new token with each call; the one before works for five minutes more.</summary>
    public (AccessTokens.Issued? Token, PlatformError? Error) Plain(string account)
    {
        lock (_gate)
        {
            if (!quotas.TryTakeToday(account, "token", SandboxLimits.OfficialAccount.TokenCallsPerDay))
                return (null, PlatformErrors.Quota);
            if (Alive(_plain, account) is { } old)
                tokens.Shorten(old, SandboxLimits.OfficialAccount.TokenOverlap);
            return (_plain[account] = tokens.Issue(account), null);
        }
    }

    public long SecondsLeft(AccessTokens.Issued token) => (long)(token.ExpiresAt - clock.GetUtcNow()).TotalSeconds;

    private (AccessTokens.Issued? Token, PlatformError? Error) Force(string account, AccessTokens.Issued? current)
    {
        var now = clock.GetUtcNow();
        if (_forcedAt.TryGetValue(account, out var last) && now - last < SandboxLimits.OfficialAccount.ForcedRefreshInterval)
            return (null, PlatformErrors.TooFrequent);
        if (!quotas.TryTakeToday(account, "stable_token force", SandboxLimits.OfficialAccount.ForcedRefreshesPerDay))
            return (null, PlatformErrors.Quota);
        _forcedAt[account] = now;
        if (current is not null)
            tokens.Revoke(current);
        return (_stable[account] = tokens.Issue(account), null);
    }

    private AccessTokens.Issued? Alive(Dictionary<string, AccessTokens.Issued> given, string account) =>
        given.TryGetValue(account, out var token) && tokens.IsKnown(token) && clock.GetUtcNow() < token.ExpiresAt ? token : null;
}
