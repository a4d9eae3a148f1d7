using System.Security.Cryptography;

namespace ChatDesk.Channels.Sandbox.Platform;

/// <summary>Codes with which a browser comes back from the authorize page: each works once, for a short time.</summary>
internal sealed class SignInCodes(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Issued> _codes = [];

    /// <param name="owner">The account or application that asked.</param>
    /// <param name="person">The openid or user id.</param>
    /// <param name="scope">What the person was asked for.</param>
    public string Issue(string owner, string person, string scope)
    {
        var code = RandomNumberGenerator.GetHexString(32, lowercase: true);
        lock (_gate)
            _codes[code] = new(owner, person, scope, clock.GetUtcNow() + SandboxLimits.SignInCodeLifetime, IsUsed: false);
        return code;
    }

    /// <summary>Takes a code that was given for this account.</summary>
    public (Issued? SignIn, PlatformError? Error) Use(string owner, string? code)
    {
        lock (_gate)
        {
            if (code is null || !_codes.TryGetValue(code, out var issued) || issued.Owner != owner)
                return (null, PlatformErrors.InvalidCode);
            if (issued.IsUsed)
                return (null, PlatformErrors.UsedCode);
            _codes[code] = issued with { IsUsed = true };
            return clock.GetUtcNow() < issued.ExpiresAt ? (issued, null) : (null, PlatformErrors.ExpiredCode);
        }
    }

    internal sealed record Issued(string Owner, string Person, string Scope, DateTimeOffset ExpiresAt, bool IsUsed);
}
