using System.Security.Cryptography;

namespace ChatDesk.Tests.Fixtures;

/// <summary>What a platform's console shows of an account or an application; the secrets are made anew for each run.</summary>
public sealed record PlatformKeys(string Id)
{
    public string Secret { get; } = RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>Signs the callbacks.</summary>
    public string Token { get; } = RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>43 characters: 32 bytes in Base64 without the padding.</summary>
    public string EncodingAesKey { get; } = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)).TrimEnd('=');
}
