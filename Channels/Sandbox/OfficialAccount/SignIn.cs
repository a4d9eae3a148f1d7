using System.Security.Cryptography;
using System.Text;
using ChatDesk.Channels.Sandbox.Phones;
using ChatDesk.Channels.Sandbox.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace ChatDesk.Channels.Sandbox.OfficialAccount;

/// <summary>The played exchange of codes for people (/sns/…).</summary>
/// <remarks>Source: https://developers.weixin.qq.com/doc/service/guide/h5/auth.html.</remarks>
internal sealed class SignIn(PlayedAccounts accounts, SignInCodes codes, Quotas quotas, SandboxPhones phones, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (string OpenId, string Scope, DateTimeOffset ExpiresAt)> _tokens = [];

    public static void Map(IEndpointRouteBuilder routes)
    {
        var sns = routes.MapGroup("/wechat/sns").AddEndpointFilter<FaultFilter>();
        sns.MapGet("/oauth2/access_token", (string? appid, string? secret, string? code, [FromQuery(Name = "grant_type")] string? grantType, SignIn signIn) =>
            signIn.Exchange(appid, secret, code, grantType));
        sns.MapGet("/userinfo", ([FromQuery(Name = "access_token")] string? token, string? openid, SignIn signIn) => signIn.Profile(token, openid));
    }

    /// <summary>A made-up unionid, the same for the same person on every account.</summary>
    public static string UnionId(string openId) => "oU" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(openId)))[..26];

    private IResult Exchange(string? appId, string? secret, string? code, string? grantType)
    {
        if (grantType != "authorization_code")
            return PlatformAnswer.Refuse(PlatformErrors.InvalidGrantType);
        if (accounts.OfficialAccounts.FirstOrDefault(a => a.Id == appId) is not { } account)
            return PlatformAnswer.Refuse(PlatformErrors.InvalidAppId);
        if (account.Secret != secret)
            return PlatformAnswer.Refuse(PlatformErrors.InvalidSecret);
        if (!quotas.TryTakeThisMinute(account.Key, "sns/oauth2/access_token", SandboxLimits.OfficialAccount.SignInsPerMinute))
            return PlatformAnswer.Refuse(PlatformErrors.Quota);
        var (signIn, error) = codes.Use(account.Key, code);
        return signIn is null ? PlatformAnswer.Refuse(error!.Value) : Answer(signIn);
    }

    private IResult Answer(SignInCodes.Issued signIn)
    {
        var token = RandomNumberGenerator.GetHexString(64, lowercase: true);
        var isSnapshot = signIn.Person == AuthorizePage.Snapshot;
        var openId = isSnapshot ? "oS" + RandomNumberGenerator.GetHexString(26, lowercase: true) : signIn.Person;
        lock (_gate)
            _tokens[token] = (openId, signIn.Scope, clock.GetUtcNow() + SandboxLimits.TokenLifetime);
        List<(string, System.Text.Json.Nodes.JsonNode?)> answer =
        [
            ("access_token", token), ("expires_in", (int)SandboxLimits.TokenLifetime.TotalSeconds),
            ("refresh_token", RandomNumberGenerator.GetHexString(64, lowercase: true)), ("openid", openId), ("scope", signIn.Scope),
        ];
        if (isSnapshot)
            answer.Add(("is_snapshotuser", 1));
        else if (signIn.Scope == "snsapi_userinfo")
            answer.Add(("unionid", UnionId(openId)));
        return PlatformAnswer.Bare([.. answer]);
    }

    private IResult Profile(string? token, string? openId)
    {
        lock (_gate)
        {
            if (token is null || !_tokens.TryGetValue(token, out var given))
                return PlatformAnswer.Refuse(PlatformErrors.InvalidCredential);
            if (clock.GetUtcNow() >= given.ExpiresAt)
                return PlatformAnswer.Refuse(PlatformErrors.ExpiredToken);
            if (given.OpenId != openId)
                return PlatformAnswer.Refuse(PlatformErrors.InvalidOpenId);
            return given.Scope == "snsapi_userinfo"
                ? PlatformAnswer.Bare(("openid", openId), ("nickname", phones.Summary(PhoneKind.Owner, openId)?.Name ?? "微信用户"), ("headimgurl", ""), ("unionid", UnionId(openId)))
                : PlatformAnswer.Refuse(PlatformErrors.NotGranted);
        }
    }
}
