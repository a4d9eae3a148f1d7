using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace ChatDesk.Tests.BotHost.External;

/// <summary>A platform's side of one callback URL: all that it knows is the URL, the token and the AES key.</summary>
internal sealed class CallbackLine(HttpClient http, string path, string token, string encodingAesKey, string receiveId) : IDisposable
{
    private readonly CallbackCrypto _crypto = new(token, encodingAesKey, receiveId);

    /// <summary>A message as it goes over the wire, so that a test can send the same bytes again.</summary>
    public sealed record Envelope(string Address, string Body);

    public void Dispose() => http.Dispose();

    public Envelope Seal(XElement message, params XElement[] outside)
    {
        var encrypted = _crypto.Encrypt(message.ToString());
        var timestamp = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var nonce = RandomNumberGenerator.GetInt32(int.MaxValue).ToString(CultureInfo.InvariantCulture);
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

    private XElement Open(XElement reply)
    {
        var encrypted = reply.Element("Encrypt")!.Value;
        Assert.Equal(_crypto.Sign(reply.Element("TimeStamp")!.Value, reply.Element("Nonce")!.Value, encrypted), reply.Element("MsgSignature")!.Value);
        return XElement.Parse(_crypto.Decrypt(encrypted));
    }
}
