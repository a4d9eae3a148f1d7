using ChatDesk.Channels.Activities;
using ChatDesk.Channels.Protocol;

namespace ChatDesk.Channels.WeCom;

/// <content>Sign-in of members and JS-SDK.</content>
/// <remarks>Source: https://developer.work.weixin.qq.com/document/path/91022 (sign-in), path/91023 (getuserinfo), path/90506 (JS-SDK).</remarks>
public sealed partial class WeComClient
{
    /// <summary>Where to send a browser inside WeCom; it comes back with <c>code</c> and <c>state</c>.</summary>
    /// <param name="app">The configured application.</param>
    /// <param name="redirectUri">On the application's trusted domain, port included.</param>
    /// <param name="state">1 to 128 letters and digits, random, bound to the session.</param>
    public string AuthorizeUrl(string app, string redirectUri, string state)
    {
        var entry = App(app);
        return $"{_options.CurrentValue.AuthorizeUrl}?appid={entry.CorpId}&redirect_uri={Uri.EscapeDataString(redirectUri)}" +
            $"&response_type=code&scope=snsapi_base&state={OAuthState.Checked(state)}&agentid={entry.AgentId}#wechat_redirect";
    }

    /// <summary>Where to send a desktop browser: the member scans a code. It comes back as from <see cref="AuthorizeUrl"/>.</summary>
    public string DesktopSignInUrl(string app, string redirectUri, string state)
    {
        var entry = App(app);
        return $"{_options.CurrentValue.DesktopSignInUrl}?login_type=CorpApp&appid={entry.CorpId}&agentid={entry.AgentId}" +
            $"&redirect_uri={Uri.EscapeDataString(redirectUri)}&state={OAuthState.Checked(state)}";
    }

    /// <summary>Who came back with a code. A code works once, for 5 min.</summary>
    /// <returns>Closed for a code that is used, expired or wrong (40029): start the sign-in again.</returns>
    public async Task<ApiResult<WeComVisitor>> GetVisitorAsync(string app, string code, CancellationToken ct)
    {
        var answer = await GetAsync(app, "cgi-bin/auth/getuserinfo", $"code={Uri.EscapeDataString(code)}", ct);
        return answer.Read(WeComJson.Raw.WeComVisitor);
    }

    /// <summary>Lets a page use the JS-SDK: <c>wx.config</c> with the corporation's ticket.</summary>
    /// <param name="app">The configured application that asks for the ticket.</param>
    /// <param name="url">The page's address as its browser has it; the caller checks that it is one of its own.</param>
    /// <param name="ct">Cancels the wait for a ticket.</param>
    public async Task<ApiResult<JsSdkConfig>> SignPageAsync(string app, string url, CancellationToken ct)
    {
        var entry = App(app);
        TokenSource source = new($"wecom:{entry.CorpId}:jsapi", cancel => GetAsync(app, "cgi-bin/get_jsapi_ticket", "", cancel), "ticket");
        return Sign(entry.CorpId, await _api.BorrowAsync(source, ct), url, agentId: null);
    }

    /// <summary>The same for <c>wx.agentConfig</c>, with the application's own ticket.</summary>
    public async Task<ApiResult<JsSdkConfig>> SignAgentPageAsync(string app, string url, CancellationToken ct)
    {
        var entry = App(app);
        TokenSource source = new(
            $"wecom:{entry.CorpId}:{entry.AgentId}:jsapi", cancel => GetAsync(app, "cgi-bin/ticket/get", "type=agent_config", cancel), "ticket");
        return Sign(entry.CorpId, await _api.BorrowAsync(source, ct), url, entry.AgentId);
    }

    private static ApiResult<JsSdkConfig> Sign(string corpId, TokenResult ticket, string url, int? agentId) => ticket.Token is null
        ? ticket.Refusal!.Refusal<JsSdkConfig>()
        : new ApiResult<JsSdkConfig>(JsSdkConfig.Sign(corpId, ticket.Token.Value, url, agentId));
}

/// <summary>Who opened a page in WeCom, or signed in with it.</summary>
/// <param name="Userid">A member of the corporation; null for anybody else.</param>
/// <param name="Openid">Somebody who is no member.</param>
/// <param name="ExternalUserid">A customer whom the corporation knows.</param>
public sealed record WeComVisitor(string? Userid, string? Openid, string? ExternalUserid);
