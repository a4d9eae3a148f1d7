using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace ChatDesk.Channels.Protocol;

/// <summary>The signature that lets a page use WeChat's or WeCom's JS-SDK.</summary>
/// <remarks>Source: https://developers.weixin.qq.com/doc/service/guide/h5/jssdk.html, appendix 1.</remarks>
public static class JsSdkSignature
{
    /// <param name="ticket">The jsapi ticket.</param>
    /// <param name="nonce">Any text; <c>nonceStr</c> in the page.</param>
    /// <param name="timestamp">Unix seconds.</param>
    /// <param name="url">The page's full address as the browser has it; from "#" on it is left out.</param>
    /// <returns>Lower-case hex.</returns>
    [SuppressMessage("Security", "CA5350", Justification = "The platform's protocol is SHA-1.")]
    public static string Compute(string ticket, string nonce, long timestamp, string url) =>
        Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(
            $"jsapi_ticket={ticket}&noncestr={nonce}&timestamp={timestamp}&url={url.Split('#')[0]}")));
}
