using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using ChatDesk.Tests.Fixtures;

namespace ChatDesk.Tests.BotHost.External;

/// <summary>A platform's side of one callback URL: all that it knows is the URL, the token and the AES key.</summary>
internal sealed class CallbackLine(HttpClient http, string path, PlatformKeys keys) : IDisposable
{
    private readonly CallbackCrypto _crypto = new(keys.Token, keys.EncodingAesKey, keys.Id);

    /// <summary>A message as it goes over the wire, so that a test can send the same bytes again.</summary>
    public sealed record Envelope(string Address, string Body);

    public void Dispose() => http.Dispose();

    /// <summary>The GET of a console that checks the URL; WeCom's echo is encrypted and covered by its signature.</summary>
    public async Task<(HttpStatusCode Status, string Echo)> VerifyAsync(string echo, bool isEncrypted, bool isForged = false)
    {
        var (timestamp, nonce) = NewStamp();
        var sent = isEncrypted ? _crypto.Encrypt(echo) : echo;
        var signature = isEncrypted ? _crypto.Sign(timestamp, nonce, sent) : _crypto.Sign(timestamp, nonce);
        var name = isEncrypted ? "msg_signature" : "signature";
        var query = $"{name}={(isForged ? new string('0', 40) : signature)}&timestamp={timestamp}&nonce={nonce}&echostr={Uri.EscapeDataString(sent)}";
        using var response = await http.GetAsync(new Uri($"{path}?{query}", UriKind.Relative));
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public Envelope Seal(XElement message, params XElement[] outside)
    {
        var encrypted = _crypto.Encrypt(message.ToString());
        var (timestamp, nonce) = NewStamp();
        var query = $"signature={_crypto.Sign(timestamp, nonce)}&timestamp={timestamp}&nonce={nonce}&encrypt_type=aes&msg_signature={_crypto.Sign(timestamp, nonce, encrypted)}";
        XElement body = new("xml", message.Element("ToUserName"), outside, new XElement("Encrypt", new XCData(encrypted)));
        return new($"{path}?{query}", body.ToString());
    }

    /// <summary>Posts and opens the answer; null for "success" or an empty body, which acknowledge without a reply.</summary>
    public async Task<XElement?> PostAsync(Envelope envelope)
    {
        using StringContent content = new(envelope.Body, Encoding.UTF8, "text/xml");
        using var response = await http.PostAsync(new Uri(envelope.Address, UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var body = await response.Content.ReadAsStringAsync();
        return body is "" or "success" ? null : Open(XElement.Parse(body));
    }

    private static (string Timestamp, string Nonce) NewStamp() => (
        DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), RandomNumberGenerator.GetInt32(int.MaxValue).ToString(CultureInfo.InvariantCulture));

    private XElement Open(XElement reply)
    {
        var encrypted = reply.Element("Encrypt")!.Value;
        Assert.Equal(_crypto.Sign(reply.Element("TimeStamp")!.Value, reply.Element("Nonce")!.Value, encrypted), reply.Element("MsgSignature")!.Value);
        return XElement.Parse(_crypto.Decrypt(encrypted));
    }
}
