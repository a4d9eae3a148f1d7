using System.Globalization;
using System.Security.Cryptography;

namespace ChatDesk.Channels.Protocol;

/// <summary>One account's or application's side of the callback: checks what comes in and seals what goes out.</summary>
/// <param name="token">Signs every callback.</param>
/// <param name="cipher">Null for an account in plaintext mode that has no key.</param>
/// <param name="tolerance">How far a signed timestamp may be from the clock, either way.</param>
/// <param name="clock">The machine's clock: callback stamps never follow the desk's.</param>
internal sealed class CallbackSecret(string token, CallbackCipher? cipher, TimeSpan tolerance, TimeProvider clock)
{
    public bool CanDecrypt => cipher is not null;

    /// <summary>Checks the plain signature, which does not cover a body.</summary>
    public CallbackFailure Check(CallbackQuery query) =>
        CallbackSignature.Verify(query.Signature, token, query.Timestamp, query.Nonce) ? CheckTime(query) : CallbackFailure.Signature;

    /// <summary>Checks the signature over the encrypted text, then decrypts it.</summary>
    public CallbackFailure Open(CallbackQuery query, string encrypted, out string message)
    {
        message = "";
        if (!CallbackSignature.Verify(query.MessageSignature, token, query.Timestamp, query.Nonce, encrypted))
            return CallbackFailure.Signature;
        var time = CheckTime(query);
        return time is CallbackFailure.None ? cipher!.Decrypt(encrypted, out message) : time;
    }

    /// <summary>Encrypts and signs a reply.</summary>
    /// <returns>The reply document. Its parts are Base64, hex and digits, so nothing in it needs escaping.</returns>
    public string Seal(string reply)
    {
        var encrypted = cipher!.Encrypt(reply);
        var timestamp = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var nonce = RandomNumberGenerator.GetString("0123456789", 10);
        var signature = CallbackSignature.Compute(token, timestamp, nonce, encrypted);
        return $"<xml><Encrypt><![CDATA[{encrypted}]]></Encrypt><MsgSignature><![CDATA[{signature}]]></MsgSignature>" +
            $"<TimeStamp>{timestamp}</TimeStamp><Nonce><![CDATA[{nonce}]]></Nonce></xml>";
    }

    private CallbackFailure CheckTime(CallbackQuery query)
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        return long.TryParse(query.Timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var stamp)
            && Math.Abs((decimal)now - stamp) <= (decimal)tolerance.TotalSeconds ? CallbackFailure.None : CallbackFailure.Stale;
    }
}
