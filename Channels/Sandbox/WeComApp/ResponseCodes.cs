using System.Security.Cryptography;

namespace ChatDesk.Channels.Sandbox.WeComApp;

/// <summary>Codes that update a card: each works once, for 72 h.</summary>
/// <remarks>Source: https://developer.work.weixin.qq.com/document/path/94888.</remarks>
internal sealed class ResponseCodes(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (string App, string MessageId, DateTimeOffset ExpiresAt)> _codes = [];

    /// <summary>A code for the cards of one message/send.</summary>
    public string Issue(string app, string messageId)
    {
        var code = RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-", 43);
        lock (_gate)
            _codes[code] = (app, messageId, clock.GetUtcNow() + SandboxLimits.WeCom.ResponseCodeLifetime);
        return code;
    }

    /// <returns>The message whose cards may be changed; null for a code that is unknown, used, expired or another application's.</returns>
    public string? Use(string app, string? code)
    {
        lock (_gate)
        {
            if (code is null || !_codes.TryGetValue(code, out var known) || known.App != app || clock.GetUtcNow() >= known.ExpiresAt)
                return null;
            _codes.Remove(code);
            return known.MessageId;
        }
    }
}
