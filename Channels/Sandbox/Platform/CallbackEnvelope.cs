using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using ChatDesk.Channels.Protocol;

namespace ChatDesk.Channels.Sandbox.Platform;

/// <summary>Seals callbacks as the platform does and opens the replies to them.</summary>
internal static class CallbackEnvelope
{
    /// <summary>A request with a fresh nonce, stamped by the machine's clock.</summary>
    /// <param name="account">Whose key and token.</param>
    /// <param name="url">The callback address without a query.</param>
    /// <param name="xml">The message.</param>
    /// <param name="sender">An openid, which an official account's callback also carries in its query; null for WeCom.</param>
    public static HttpRequestMessage Seal(PlayedAccount account, Uri url, string xml, string? sender)
    {
        var stamp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var nonce = RandomNumberGenerator.GetString("0123456789", 10);
        var encrypted = account.Cipher?.Encrypt(xml);
        List<KeyValuePair<string, string?>> query = [new("timestamp", stamp), new("nonce", nonce)];
        if (sender is not null)
            query.AddRange([new("signature", CallbackSignature.Compute(account.Token, stamp, nonce)), new("openid", sender)]);
        if (encrypted is not null)
            query.Add(new("msg_signature", CallbackSignature.Compute(account.Token, stamp, nonce, encrypted)));
        if (encrypted is not null && sender is not null)
            query.Add(new("encrypt_type", "aes"));
        return new(HttpMethod.Post, new Uri(url, "?" + string.Join('&', query.Select(q => $"{q.Key}={Uri.EscapeDataString(q.Value!)}"))))
        {
            Content = new StringContent(encrypted is null ? xml : Wrap(account, encrypted, sender is null), Encoding.UTF8, "text/xml"),
        };
    }

    /// <summary>Opens the body of an answer.</summary>
    /// <returns>The reply, null for "received, no reply"; <c>Broken</c> where the platform would not understand it.</returns>
    public static (XElement? Reply, bool Broken) Open(PlayedAccount account, string body)
    {
        if (body is "" or "success")
            return (null, false);
        if (CallbackXml.Parse(body) is not { } xml)
            return (null, true);
        if (account.Cipher is null)
            return (xml, xml.Element("MsgType") is null);
        var encrypted = xml.Element("Encrypt")?.Value ?? "";
        var isSigned = CallbackSignature.Verify(
            xml.Element("MsgSignature")?.Value, account.Token, xml.Element("TimeStamp")?.Value ?? "", xml.Element("Nonce")?.Value ?? "", encrypted);
        if (!isSigned || account.Cipher.Decrypt(encrypted, out var message) != CallbackFailure.None)
            return (null, true);
        var reply = CallbackXml.Parse(message);
        return (reply, reply?.Element("MsgType") is null);
    }

    private static string Wrap(PlayedAccount account, string encrypted, bool isWeCom) => CallbackXmlWriter.Write(
    [
        CallbackXmlWriter.Text("ToUserName", account.Address),
        .. isWeCom ? [CallbackXmlWriter.Text("AgentID", account.Id)] : Array.Empty<XElement>(),
        CallbackXmlWriter.Text("Encrypt", encrypted),
    ]);
}
