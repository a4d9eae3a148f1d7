using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using ChatDesk.Channels.Protocol;

namespace ChatDesk.Tests.BotHost.Durability;

/// <summary>A text that an owner wrote, with the number that WeChat gave it.</summary>
internal sealed record OwnerText(string OpenId, string Text, long MsgId);

/// <summary>WeChat's side of an encrypted account: seals a message, posts it to the desk and opens the answer.</summary>
/// <remarks>Source: https://developers.weixin.qq.com/doc/service/guide/dev/push/ (消息加解密说明).</remarks>
internal sealed class WeChatSide(Uri desk) : IDisposable
{
    public const string Account = "estate";
    private const string AppId = "wx5823bf96d3bd56c7";
    private static readonly string Token = RandomNumberGenerator.GetHexString(32, lowercase: true);
    private static readonly string AesKey = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)).TrimEnd('=');

    private readonly HttpClient _http = new() { BaseAddress = desk, Timeout = TimeSpan.FromSeconds(30) };
    private readonly CallbackCipher _cipher = new(AesKey, AppId);

    /// <summary>The account as the desk is configured with it.</summary>
    public static IReadOnlyDictionary<string, string?> Configuration { get; } = new Dictionary<string, string?>
    {
        [$"Channels:WeChat:Accounts:{Account}:AppId"] = AppId,
        [$"Channels:WeChat:Accounts:{Account}:AppSecret"] = RandomNumberGenerator.GetHexString(32, lowercase: true),
        [$"Channels:WeChat:Accounts:{Account}:Token"] = Token,
        [$"Channels:WeChat:Accounts:{Account}:EncodingAesKey"] = AesKey,
    };

    public void Dispose() => _http.Dispose();

    /// <summary>One attempt.</summary>
    /// <returns>The passive reply's text, null for <c>success</c>.</returns>
    /// <exception cref="HttpRequestException">No answer, a broken one, or a status other than 200: the platform asks again.</exception>
    public async Task<string?> SendAsync(OwnerText message)
    {
        using var response = await _http.PostAsync(Seal(message, out var body), body);
        if (response.StatusCode != HttpStatusCode.OK)
            throw new HttpRequestException($"The desk answered {response.StatusCode}.");
        return Open(await response.Content.ReadAsStringAsync());
    }

    private string Seal(OwnerText message, out HttpContent body)
    {
        var stamp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var nonce = RandomNumberGenerator.GetHexString(10);
        var encrypted = _cipher.Encrypt(Xml(message, stamp));
        body = new StringContent($"<xml><ToUserName><![CDATA[gh_estate]]></ToUserName><Encrypt><![CDATA[{encrypted}]]></Encrypt></xml>", Encoding.UTF8, "text/xml");
        return $"callback/wechat/{Account}?timestamp={stamp}&nonce={nonce}&openid={message.OpenId}&encrypt_type=aes" +
            $"&signature={CallbackSignature.Compute(Token, stamp, nonce)}&msg_signature={CallbackSignature.Compute(Token, stamp, nonce, encrypted)}";
    }

    private static string Xml(OwnerText message, string stamp) =>
        $"<xml><ToUserName><![CDATA[gh_estate]]></ToUserName><FromUserName><![CDATA[{message.OpenId}]]></FromUserName><CreateTime>{stamp}</CreateTime>" +
        $"<MsgType><![CDATA[text]]></MsgType><Content><![CDATA[{message.Text}]]></Content><MsgId>{message.MsgId}</MsgId></xml>";

    private string? Open(string answer)
    {
        if (answer is "" or "success")
            return null;
        var encrypted = XElement.Parse(answer).Element("Encrypt")!.Value;
        Assert.Equal(CallbackFailure.None, _cipher.Decrypt(encrypted, out var reply));
        return XElement.Parse(reply).Element("Content")!.Value;
    }
}
