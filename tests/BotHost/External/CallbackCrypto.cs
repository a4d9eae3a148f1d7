using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using ChatDesk.Tests.Fixtures;

namespace ChatDesk.Tests.BotHost.External;

/// <summary>
/// The platforms' callback encryption, written from their documents alone. A second one on purpose, where other tests take the
/// desk's (<see cref="WeChatSide"/>): a stranger who used the desk's own would agree with its mistakes.
/// </summary>
/// <remarks>Source: https://developers.weixin.qq.com/doc/service/guide/dev/push/ (消息加解密说明); WeCom's is the same.</remarks>
internal sealed class CallbackCrypto(string token, string encodingAesKey, string receiveId)
{
    private const int RandomBytes = 16;
    private const int PadTo = 32;

    private readonly byte[] _key = Convert.FromBase64String(encodingAesKey + "=");

    [SuppressMessage("Security", "CA5350", Justification = "The platform's protocol is SHA-1.")]
    public string Sign(params string[] parts)
    {
        string[] sorted = [token, .. parts];
        Array.Sort(sorted, StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(string.Concat(sorted))));
    }

    /// <param name="message">What is encrypted.</param>
    /// <param name="random">16 characters; null for new ones.</param>
    public string Encrypt(string message, string? random = null)
    {
        var body = Encoding.UTF8.GetBytes(message);
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, body.Length);
        byte[] parts = [.. Encoding.ASCII.GetBytes(random ?? RandomNumberGenerator.GetHexString(RandomBytes)), .. length, .. body, .. Encoding.UTF8.GetBytes(receiveId)];
        var pad = PadTo - (parts.Length % PadTo);
        byte[] plain = [.. parts, .. Enumerable.Repeat((byte)pad, pad)];
        using var aes = OpenAes();
        return Convert.ToBase64String(aes.EncryptCbc(plain, _key[..16], PaddingMode.None));
    }

    public string Decrypt(string encrypted)
    {
        using var aes = OpenAes();
        var padded = aes.DecryptCbc(Convert.FromBase64String(encrypted), _key[..16], PaddingMode.None);
        var plain = padded.AsSpan(0, padded.Length - padded[^1]);
        var length = BinaryPrimitives.ReadInt32BigEndian(plain[RandomBytes..]);
        var message = plain[(RandomBytes + 4)..];
        Assert.Equal(receiveId, Encoding.UTF8.GetString(message[length..]));
        return Encoding.UTF8.GetString(message[..length]);
    }

    private Aes OpenAes()
    {
        var aes = Aes.Create();
        aes.Key = _key;
        return aes;
    }
}
