using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using ChatDesk.Channels.Sandbox.Phones;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;

namespace ChatDesk.Channels.Sandbox.Platform;

/// <summary>The page on which a person agrees to be recognised: asks whose phone it is and sends the browser back with a code.</summary>
/// <remarks>Source: https://developers.weixin.qq.com/doc/service/guide/h5/auth.html, https://developer.work.weixin.qq.com/document/path/91022.</remarks>
internal static partial class AuthorizePage
{
    /// <summary>Names the phone that a link was opened on, so that nobody is asked.</summary>
    public const string Cookie = "ChatDesk.Sandbox.Phone";

    /// <summary>A visitor of a snapshot page: an openid that belongs to nobody.</summary>
    public const string Snapshot = "snapshot";

    public static void MapAuthorizePages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/wechat/connect/oauth2/authorize", (HttpContext http, PlayedAccounts accounts, SandboxPhones phones, SignInCodes codes, IConfiguration configuration) =>
            Answer(http, configuration, Account(http, accounts), PhoneKind.Owner, phones, codes));
        routes.MapGet("/wecom/connect/oauth2/authorize", (HttpContext http, PlayedAccounts accounts, SandboxPhones phones, SignInCodes codes, IConfiguration configuration) =>
            Answer(http, configuration, Application(http, accounts), PhoneKind.Staff, phones, codes));
        routes.MapGet("/wecom/wwlogin/sso/login", (HttpContext http, PlayedAccounts accounts, SandboxPhones phones, SignInCodes codes, IConfiguration configuration) =>
            Answer(http, configuration, Application(http, accounts), PhoneKind.Staff, phones, codes));
    }

    private static PlayedAccount? Account(HttpContext http, PlayedAccounts accounts) =>
        accounts.OfficialAccounts.FirstOrDefault(a => a.Id == http.Request.Query["appid"] && IsOAuth(http) && Scope(http) is "snsapi_base" or "snsapi_userinfo");

    private static PlayedAccount? Application(HttpContext http, PlayedAccounts accounts) =>
        http.Request.Query["appid"] == accounts.CorpId && (IsOAuth(http) ? Scope(http) == "snsapi_base" : http.Request.Query["login_type"] == "CorpApp")
            ? accounts.Applications.FirstOrDefault(a => a.Id == http.Request.Query["agentid"])
            : null;

    private static bool IsOAuth(HttpContext http) => http.Request.Query["response_type"] == "code";

    private static string Scope(HttpContext http) => http.Request.Query["scope"].ToString();

    private static IResult Answer(
        HttpContext http, IConfiguration configuration, PlayedAccount? account, string kind, SandboxPhones phones, SignInCodes codes)
    {
        if (account is null)
            return Page("参数错误", "<p>appid、agentid、scope 或 response_type 不对。</p>", StatusCodes.Status400BadRequest);
        if (!StateLetters().IsMatch(http.Request.Query["state"].ToString()))
            return Page("参数错误", "<p>state 只能是不超过 128 位的字母和数字。</p>", StatusCodes.Status400BadRequest);
        if (Redirect(http, configuration) is not { } redirect)
            return Page("redirect_uri 参数错误", "<p>回调地址的域名和配置的网页授权域名不一致（10003）。</p>", StatusCodes.Status400BadRequest);
        var person = http.Request.Query["as"].FirstOrDefault() ?? Remembered(http, kind);
        if (person is null)
            return Chooser(http, kind, phones);
        if (person != Snapshot && phones.Summary(kind, person) is null)
            return Page("没有这部手机", "<p>请从手机列表里选择。</p>", StatusCodes.Status400BadRequest);
        return Results.Redirect($"{redirect}{(redirect.Contains('?', StringComparison.Ordinal) ? '&' : '?')}code={codes.Issue(account.Key, person, Scope(http))}&state={http.Request.Query["state"]}");
    }

    private static string? Remembered(HttpContext http, string kind) =>
        http.Request.Cookies[Cookie]?.Split(':', 2) is [var of, { Length: > 0 } id] && of == kind ? id : null;

    /// <summary>The address to go back to if it is on this desk's own host.</summary>
    private static string? Redirect(HttpContext http, IConfiguration configuration)
    {
        if (!Uri.TryCreate(http.Request.Query["redirect_uri"], UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            return null;
        var isOurs = uri.Authority == http.Request.Host.Value
            || (Uri.TryCreate(configuration["ChatDesk:PublicUrl"], UriKind.Absolute, out var desk) && uri.Authority == desk.Authority);
        return isOurs ? http.Request.Query["redirect_uri"].ToString().Split('#')[0] : null;
    }

    private static IResult Chooser(HttpContext http, string kind, SandboxPhones phones)
    {
        var address = http.Request.PathBase + http.Request.Path + http.Request.QueryString;
        var choices = phones.List().Where(p => p.Kind == kind).Select(p => (p.Id, p.Name));
        if (kind == PhoneKind.Owner)
            choices = choices.Append((Snapshot, "快照页访客（没有真实身份）"));
        var links = choices.Select(c => $"<li><a href=\"{Encode($"{address}&as={Uri.EscapeDataString(c.Id)}")}\">{Encode(c.Name)}</a></li>");
        return Page(kind == PhoneKind.Owner ? "用谁的微信打开？" : "用谁的企业微信打开？", $"<ul>{string.Concat(links)}</ul>", StatusCodes.Status200OK);
    }

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);

    private static IResult Page(string title, string body, int status) => Results.Content(
        $"""
        <!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title>
        <style>body{"{"}font:17px/1.6 system-ui,sans-serif;max-width:24rem;margin:2rem auto;padding:0 1rem{"}"}li{"{"}list-style:none;margin:.5rem 0{"}"}ul{"{"}padding:0{"}"}
        a{"{"}display:block;padding:.75rem 1rem;border:1px solid #ddd;border-radius:8px;color:inherit;text-decoration:none{"}"}</style></head>
        <body><h1>{title}</h1>{body}</body></html>
        """, "text/html; charset=utf-8", statusCode: status);

    [GeneratedRegex(@"\A[A-Za-z0-9]{0,128}\z")]
    private static partial Regex StateLetters();
}
