using System.Globalization;
using System.Text;
using System.Xml.Linq;
using ChatDesk.Channels.Protocol;

namespace ChatDesk.Tests.Channels.Protocol;

/// <summary>Plays the platform: seals messages and opens replies. Every part can be made wrong.</summary>
internal sealed record PlatformCaller(HttpClient Http, string Path, string ReceiveId)
{
    public string Token { get; init; } = CallbackHost.Token;

    public DateTimeOffset At { get; init; } = DateTimeOffset.UtcNow;

    private string Timestamp => At.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private CallbackCipher Cipher => new(CallbackHost.Key, ReceiveId);

    /// <summary>Posts a message in safe mode.</summary>
    public Task<HttpResponseMessage> PostAsync(string message) => PostEncryptedAsync(Cipher.Encrypt(message));

    public Task<HttpResponseMessage> PostEncryptedAsync(string encrypted) =>
        PostBodyAsync($"<xml><ToUserName><![CDATA[x]]></ToUserName><Encrypt><![CDATA[{encrypted}]]></Encrypt></xml>", encrypted);

    /// <summary>Posts any body with the signatures that belong to the encrypted text.</summary>
    public Task<HttpResponseMessage> PostBodyAsync(string body, string encrypted)
    {
        var query = $"{PlainQuery()}&encrypt_type=aes&msg_signature={CallbackSignature.Compute(Token, Timestamp, "n1", encrypted)}";
        return PostRawAsync(query, body);
    }

    public Task<HttpResponseMessage> PostPlainAsync(string body) => PostRawAsync(PlainQuery(), body);

    public async Task<HttpResponseMessage> PostRawAsync(string query, string body)
    {
        using StringContent content = new(body, Encoding.UTF8, "text/xml");
        return await Http.PostAsync($"{Path}?{query}", content);
    }

    public Task<HttpResponseMessage> VerifyAsync(string echo) => Http.GetAsync($"{Path}?{PlainQuery()}&echostr={Uri.EscapeDataString(echo)}");

    /// <summary>As WeCom verifies: the echo is encrypted.</summary>
    public Task<HttpResponseMessage> VerifyEncryptedAsync(string echo)
    {
        var encrypted = Cipher.Encrypt(echo);
        return Http.GetAsync(
            $"{Path}?msg_signature={CallbackSignature.Compute(Token, Timestamp, "n1", encrypted)}&timestamp={Timestamp}&nonce=n1&echostr={Uri.EscapeDataString(encrypted)}");
    }

    /// <summary>Opens an encrypted reply as the platform does, its signature checked.</summary>
    public async Task<XElement> OpenAsync(HttpResponseMessage response)
    {
        var sealedReply = XElement.Parse(await response.Content.ReadAsStringAsync());
        string Part(string name) => sealedReply.Element(name)!.Value;
        Assert.True(CallbackSignature.Verify(Part("MsgSignature"), Token, Part("TimeStamp"), Part("Nonce"), Part("Encrypt")));
        Assert.Equal(CallbackFailure.None, Cipher.Decrypt(Part("Encrypt"), out var reply));
        return XElement.Parse(reply);
    }

    private string PlainQuery() => $"signature={CallbackSignature.Compute(Token, Timestamp, "n1")}&timestamp={Timestamp}&nonce=n1&openid=o";
}
