using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ChatDesk.Channels.Protocol;

/// <summary>Encrypts and decrypts what WeChat and WeCom exchange over a callback. Safe to share between threads.</summary>
/// <remarks>
/// AES-256-CBC over random(16) + length(4, big endian) + message + receive id, padded to blocks of 32 bytes, which .NET's PKCS7 (16) refuses.
/// Source: https://developers.weixin.qq.com/doc/service/guide/dev/push/ (消息加解密说明) and https://developer.work.weixin.qq.com/document/path/90968.
/// </remarks>
public sealed class CallbackCipher
{
    private const int Block = 32;
    private const int RandomLength = 16;
    private const int HeaderLength = RandomLength + sizeof(uint);

    private readonly byte[] _key;
    private readonly byte[] _receiveId;
    private readonly ThreadLocal<Aes> _aes;

    /// <param name="encodingAesKey">43 characters of Base64, as the console shows them.</param>
    /// <param name="receiveId">The AppID of an official account, the CorpID of a WeCom application, empty for robots.</param>
    /// <exception cref="FormatException">The key is not 43 characters of Base64.</exception>
    public CallbackCipher(string encodingAesKey, string receiveId)
    {
        if (encodingAesKey is not { Length: 43 })
            throw new FormatException("An EncodingAESKey has 43 characters.");
        _key = Convert.FromBase64String(encodingAesKey + "=");
        _receiveId = Encoding.UTF8.GetBytes(receiveId);
        _aes = new ThreadLocal<Aes>(CreateAes);
    }

    /// <summary>Encrypts a message under fresh random bytes.</summary>
    /// <returns>Base64.</returns>
    public string Encrypt(string message)
    {
        Span<byte> random = stackalloc byte[RandomLength];
        RandomNumberGenerator.Fill(random);
        return Encrypt(message, random);
    }

    internal string Encrypt(string message, ReadOnlySpan<byte> random)
    {
        var messageLength = Encoding.UTF8.GetByteCount(message);
        var contentLength = HeaderLength + messageLength + _receiveId.Length;
        var pad = Block - contentLength % Block;
        var buffer = ArrayPool<byte>.Shared.Rent(contentLength + pad);
        var plain = buffer.AsSpan(0, contentLength + pad);
        random.CopyTo(plain);
        BinaryPrimitives.WriteUInt32BigEndian(plain[RandomLength..], (uint)messageLength);
        Encoding.UTF8.GetBytes(message, plain[HeaderLength..]);
        _receiveId.CopyTo(plain[(HeaderLength + messageLength)..]);
        plain[contentLength..].Fill((byte)pad);
        var encrypted = ArrayPool<byte>.Shared.Rent(plain.Length);
        var length = _aes.Value!.EncryptCbc(plain, _key.AsSpan(0, 16), encrypted, PaddingMode.None);
        var text = Convert.ToBase64String(encrypted, 0, length);
        ArrayPool<byte>.Shared.Return(encrypted);
        ArrayPool<byte>.Shared.Return(buffer);
        return text;
    }

    /// <summary>Decrypts a message and checks its padding, length and receive id, in this order.</summary>
    /// <param name="encrypted">Base64.</param>
    /// <param name="message">The message; empty unless the result is <see cref="CallbackFailure.None"/>.</param>
    public CallbackFailure Decrypt(string encrypted, out string message)
    {
        message = "";
        var buffer = ArrayPool<byte>.Shared.Rent(encrypted.Length);
        var plain = ArrayPool<byte>.Shared.Rent(encrypted.Length);
        try
        {
            if (!Convert.TryFromBase64String(encrypted, buffer, out var length))
                return CallbackFailure.Encoding;
            if (length == 0 || length % Block != 0)
                return CallbackFailure.Length;
            length = _aes.Value!.DecryptCbc(buffer.AsSpan(0, length), _key.AsSpan(0, 16), plain, PaddingMode.None);
            return Unwrap(plain.AsSpan(0, length), out message);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(plain, clearArray: true);
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private CallbackFailure Unwrap(ReadOnlySpan<byte> plain, out string message)
    {
        message = "";
        var pad = plain[^1];
        if (pad is < 1 or > Block || plain[^pad..].ContainsAnyExcept(pad))
            return CallbackFailure.Padding;
        var content = plain[..^pad];
        if (content.Length < HeaderLength)
            return CallbackFailure.Length;
        var length = BinaryPrimitives.ReadUInt32BigEndian(content[RandomLength..]);
        if (length > content.Length - HeaderLength)
            return CallbackFailure.Length;
        if (!CryptographicOperations.FixedTimeEquals(content[(HeaderLength + (int)length)..], _receiveId))
            return CallbackFailure.Id;
        message = Encoding.UTF8.GetString(content.Slice(HeaderLength, (int)length));
        return CallbackFailure.None;
    }

    private Aes CreateAes()
    {
        var aes = Aes.Create();
        aes.Key = _key;
        return aes;
    }
}
