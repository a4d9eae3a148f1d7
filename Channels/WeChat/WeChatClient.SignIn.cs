using ChatDesk.Channels.Activities;
using ChatDesk.Channels.Protocol;

namespace ChatDesk.Channels.WeChat;

/// <content>网页授权 and JS-SDK.</content>
/// <remarks>Source: https://developers.weixin.qq.com/doc/service/guide/h5/auth.html and https://developers.weixin.qq.com/doc/service/guide/h5/jssdk.html.</remarks>
public sealed partial class WeChatClient
{
    /// <summary>Where to send the browser of somebody who is to be recognised; it comes back to <paramref name="redirectUri"/> with <c>code</c> and <c>state</c>.</summary>
    /// <param name="account">The configured account.</param>
    /// <param name="redirectUri">On the domain that the account has registered (网页授权域名).</param>
    /// <param name="state">1 to 128 letters and digits, random, bound to the session.</param>
    /// <param name="scope">Silent, or with a tap and a profile.</param>
    public string AuthorizeUrl(string account, string redirectUri, string state, WeChatScope scope = WeChatScope.Base) =>
        $"{_options.CurrentValue.AuthorizeUrl}?appid={Account(account).AppId}&redirect_uri={Uri.EscapeDataString(redirectUri)}" +
        $"&response_type=code&scope={(scope is WeChatScope.Base ? "snsapi_base" : "snsapi_userinfo")}&state={OAuthState.Checked(state)}#wechat_redirect";

    /// <summary>Who came back with a code. A code works once, for 5 min.</summary>
    /// <returns>Closed for a code that is used, expired or wrong (40029, 40163, 42003): start the sign-in again.</returns>
    public async Task<ApiResult<WeChatVisitor>> GetVisitorAsync(string account, string code, CancellationToken ct)
    {
        var owner = Account(account);
        var answer = await _api.SendAsync(
            HttpMethod.Get,
            $"sns/oauth2/access_token?appid={owner.AppId}&secret={Uri.EscapeDataString(owner.AppSecret)}&code={Uri.EscapeDataString(code)}&grant_type=authorization_code",
            body: null,
            ct);
        return answer.Read(WeChatJson.Raw.WeChatVisitor);
    }

    /// <summary>The profile of a visitor who agreed to <see cref="WeChatScope.Profile"/>.</summary>
    public async Task<ApiResult<WeChatProfile>> GetProfileAsync(WeChatVisitor visitor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        var answer = await _api.SendAsync(
            HttpMethod.Get,
            $"sns/userinfo?access_token={Uri.EscapeDataString(visitor.AccessToken)}&openid={Uri.EscapeDataString(visitor.Openid)}&lang=zh_CN",
            body: null,
            ct);
        return answer.Read(WeChatJson.Raw.WeChatProfile);
    }

    /// <summary>Lets a page use the JS-SDK.</summary>
    /// <param name="account">The configured account.</param>
    /// <param name="url">The page's address as its browser has it; the caller checks that it is one of its own.</param>
    /// <param name="ct">Cancels the wait for a ticket.</param>
    public async Task<ApiResult<JsSdkConfig>> SignPageAsync(string account, string url, CancellationToken ct)
    {
        var appId = Account(account).AppId;
        TokenSource source = new($"wechat:{appId}:jsapi", cancel => GetAsync(account, "cgi-bin/ticket/getticket", "type=jsapi", cancel), "ticket");
        var (ticket, refusal) = await _api.BorrowAsync(source, ct);
        return ticket is null ? refusal!.Refusal<JsSdkConfig>() : new ApiResult<JsSdkConfig>(JsSdkConfig.Sign(appId, ticket.Value, url));
    }
}

/// <summary>What a person is asked for.</summary>
public enum WeChatScope
{
    /// <summary>snsapi_base: the openid, silently.</summary>
    Base,

    /// <summary>snsapi_userinfo: name and picture, after a tap.</summary>
    Profile,
}

/// <summary>Who opened a page in WeChat.</summary>
public sealed record WeChatVisitor
{
    /// <summary>Of no real person where <see cref="IsSnapshot"/>.</summary>
    public required string Openid { get; init; }

    /// <summary>Null where the account is bound to no open platform, or the scope does not give it.</summary>
    public string? Unionid { get; init; }

    public string Scope { get; init; } = "";

    /// <summary>For <see cref="WeChatClient.GetProfileAsync"/> only; never to a browser.</summary>
    public string AccessToken { get; init; } = "";

    /// <summary>1 for a visitor of a snapshot page, who is nobody: no writes.</summary>
    public int IsSnapshotuser { get; init; }

    public bool IsSnapshot => IsSnapshotuser == 1;

    /// <summary>Without the token.</summary>
    public override string ToString() => IsSnapshot ? "snapshot" : Openid;
}

/// <summary>What a person showed of the profile; none of it proves who it is.</summary>
public sealed record WeChatProfile(string Openid, string? Nickname, string? Headimgurl, string? Unionid);
