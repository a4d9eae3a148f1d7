using System.Security.Cryptography;

namespace ChatDesk.Channels.Protocol;

/// <summary>What a page passes to <c>wx.config</c> or <c>wx.agentConfig</c>.</summary>
/// <param name="AppId">The official account's AppID, or the CorpID.</param>
/// <param name="Timestamp">Unix seconds.</param>
/// <param name="NonceStr">Random; capital S in the page, lower case in what was signed.</param>
/// <param name="Signature">40 lower-case hex digits.</param>
/// <param name="AgentId">The application, for <c>wx.agentConfig</c>; null for <c>wx.config</c>.</param>
public sealed record JsSdkConfig(string AppId, long Timestamp, string NonceStr, string Signature, int? AgentId = null)
{
    internal static JsSdkConfig Sign(string appId, string ticket, string url, int? agentId = null)
    {
        var nonce = RandomNumberGenerator.GetHexString(16, lowercase: true);
        var timestamp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        return new JsSdkConfig(appId, timestamp, nonce, JsSdkSignature.Compute(ticket, nonce, timestamp, url), agentId);
    }
}
