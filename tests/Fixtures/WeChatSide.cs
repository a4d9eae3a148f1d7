using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using ChatDesk.Channels.Protocol;

namespace ChatDesk.Tests.Fixtures;

/// <summary>A text that an owner wrote, with the number that WeChat gave it.</summary>
public sealed record OwnerText(string OpenId, string Text, long MsgId);

/// <summary>
/// WeChat's side of the encrypted official account of <see cref="PlatformServer"/>: seals a message, posts it to the desk and opens
/// the answer, with the desk's own cipher.
/// </summary>
/// <remarks>Source: https://developers.weixin.qq.com/doc/service/guide/dev/push/ (消息加解密说明).</remarks>
public sealed class WeChatSide(HttpClient http) : IDisposable
{
    private readonly CallbackCipher _cipher = new(PlatformServer.Official.EncodingAesKey, PlatformServer.Official.Id);

    public WeChatSide(Uri desk)
        : this(new HttpClient { BaseAddress = desk, Timeout = TimeSpan.FromSeconds(30) })
    {
    }

    public void Dispose() => http.Dispose();

    /// <summary>One attempt.</summary>
    /// <returns>The passive reply's text, null for <c>success</c>.</returns>
    /// <exception cref="HttpRequestException">No answer, a broken one, or a status other than 200: the platform asks again.</exception>
    public async Task<string?> SendAsync(OwnerText message)
    {
        using var request = Seal(message);
        using var response = await http.SendAsync(request);
        if (response.StatusCode != HttpStatusCode.OK)
            throw new HttpRequestException($"The desk answered {response.StatusCode}.");
        return Open(await response.Content.ReadAsStringAsync());
    }

    /// <summary>The callback that carries the message.</summary>
    public HttpRequestMessage Seal(OwnerText message)
    {
        var stamp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var nonce = RandomNumberGenerator.GetHexString(10);
        var token = PlatformServer.Official.Token;
        var encrypted = _cipher.Encrypt(Xml(message, stamp));
        var address = $"callback/wechat/{PlatformServer.Account}?timestamp={stamp}&nonce={nonce}&openid={message.OpenId}&encrypt_type=aes" +
            $"&signature={CallbackSignature.Compute(token, stamp, nonce)}&msg_signature={CallbackSignature.Compute(token, stamp, nonce, encrypted)}";
        return new(HttpMethod.Post, address)
        {
            Content = new StringContent($"<xml><ToUserName><![CDATA[gh_estate]]></ToUserName><Encrypt><![CDATA[{encrypted}]]></Encrypt></xml>", Encoding.UTF8, "text/xml"),
        };
    }

    private static string Xml(OwnerText message, string stamp) =>
        $"<xml><ToUserName><![CDATA[gh_estate]]></ToUserName><FromUserName><![CDATA[{message.OpenId}]]></FromUserName><CreateTime>{stamp}</CreateTime>" +
        $"<MsgType><![CDATA[text]]></MsgType><Content><![CDATA[{message.Text}]]></Content><MsgId>{message.MsgId}</MsgId></xml>";

    private string? Open(string answer)
    {
        if (answer is "" or "success")
            return null;
        var encrypted = XElement.Parse(answer).Element("Encrypt")!.Value;
        var failure = _cipher.Decrypt(encrypted, out var reply);
        return failure == CallbackFailure.None ? XElement.Parse(reply).Element("Content")!.Value : throw new FormatException($"The desk's reply: {failure}.");
    }
}
