using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace ChatDesk.Channels.Protocol;

/// <summary>The signature of WeChat and WeCom callbacks: SHA-1, in lower-case hex, over the ordinally sorted parts without a separator.</summary>
/// <remarks>Source: https://developers.weixin.qq.com/doc/service/guide/dev/push/ and https://developer.work.weixin.qq.com/document/path/90968.</remarks>
public static class CallbackSignature
{
    /// <summary>The number of characters of a signature.</summary>
    public const int Length = 40;

    /// <summary>Signs token, timestamp and nonce (plain), or these and the encrypted text.</summary>
    public static string Compute(string token, string timestamp, string nonce, string encrypted = "")
    {
        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
        Hash([token, timestamp, nonce, encrypted], hash);
        return Convert.ToHexStringLower(hash);
    }

    /// <summary>Compares in constant time; false where <paramref name="signature"/> is missing.</summary>
    public static bool Verify(string? signature, string token, string timestamp, string nonce, string encrypted = "")
    {
        if (signature is not { Length: Length })
            return false;
        Span<byte> given = stackalloc byte[Length];
        Span<byte> expected = stackalloc byte[Length];
        Encoding.ASCII.GetBytes(signature, given);
        Encoding.ASCII.GetBytes(Compute(token, timestamp, nonce, encrypted), expected);
        return CryptographicOperations.FixedTimeEquals(given, expected);
    }

    [SuppressMessage("Security", "CA5350", Justification = "The platform's protocol is SHA-1.")]
    private static void Hash(Span<string> parts, Span<byte> hash)
    {
        parts.Sort(string.CompareOrdinal);
        var characters = 0;
        foreach (var part in parts)
            characters += part.Length;
        var buffer = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(characters));
        var length = 0;
        foreach (var part in parts)
            length += Encoding.UTF8.GetBytes(part, buffer.AsSpan(length));
        SHA1.HashData(buffer.AsSpan(0, length), hash);
        ArrayPool<byte>.Shared.Return(buffer);
    }
}
