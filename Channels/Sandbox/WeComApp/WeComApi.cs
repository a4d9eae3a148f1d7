using System.Text.Json;
using ChatDesk.Channels.Sandbox.Phones;
using ChatDesk.Channels.Sandbox.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ChatDesk.Channels.Sandbox.WeComApp;

/// <summary>The played qyapi.weixin.qq.com.</summary>
internal static class WeComApi
{
    public static void MapWeComApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/wecom/cgi-bin").AddEndpointFilter<FaultFilter>();
        api.MapGet("/gettoken", Token);
        api.MapPost("/message/send", (HttpRequest request, AccessTokens tokens, MessageSend send, CancellationToken ct) =>
            WithBodyAsync(request, tokens, send.Handle, ct));
        api.MapPost("/message/update_template_card", (HttpRequest request, AccessTokens tokens, CardUpdate update, CancellationToken ct) =>
            WithBodyAsync(request, tokens, update.Handle, ct));
        api.MapGet("/auth/getuserinfo", Visitor);
        api.MapGet("/get_jsapi_ticket", (HttpRequest request, AccessTokens tokens, JsTickets tickets, Quotas quotas, PlayedAccounts accounts) =>
            Ticket(request, tokens, tickets, app => quotas.TryTakeThisHour(accounts.CorpId, "ticket", SandboxLimits.WeCom.CorpTicketsPerHour) ? accounts.CorpId : null));
        api.MapGet("/ticket/get", (HttpRequest request, AccessTokens tokens, JsTickets tickets, Quotas quotas) => request.Query["type"] != "agent_config"
            ? PlatformAnswer.Refuse(PlatformErrors.InvalidParameter)
            : Ticket(request, tokens, tickets, app => quotas.TryTakeThisHour(app, "ticket", SandboxLimits.WeCom.AppTicketsPerHour) ? app : null));
        api.MapPost("/media/upload", Upload);
        api.MapGet("/media/get", Download);
    }

    /// <summary>Whether the request names the application that its token belongs to.</summary>
    public static bool IsAgent(PlayedAccounts accounts, string app, JsonElement message) =>
        accounts.Applications.Any(a => a.Key == app && long.TryParse(a.Id, out var id) && message.Number("agentid") == id);

    private static IResult Token(string? corpid, string? corpsecret, PlayedAccounts accounts, AccessTokens tokens)
    {
        if (corpid is null || corpid != accounts.CorpId)
            return PlatformAnswer.Refuse(PlatformErrors.InvalidAppId);
        if (accounts.Applications.FirstOrDefault(a => a.Secret == corpsecret) is not { } app)
            return PlatformAnswer.Refuse(PlatformErrors.InvalidCredential);
        var token = tokens.Issue(app.Key);
        return PlatformAnswer.Ok(("access_token", token.Value), ("expires_in", (int)SandboxLimits.TokenLifetime.TotalSeconds));
    }

    // WeCom has one code for all codes that do not work.
    private static IResult Visitor(HttpRequest request, AccessTokens tokens, SignInCodes codes, SandboxPhones phones)
    {
        var (app, refused) = tokens.Check(request.Query["access_token"], PlatformErrors.InvalidToken);
        if (app is null)
            return PlatformAnswer.Refuse(refused!.Value);
        var (signIn, _) = codes.Use(app, request.Query["code"]);
        if (signIn is null)
            return PlatformAnswer.Refuse(PlatformErrors.InvalidCode);
        var isMember = phones.Summary(PhoneKind.Staff, signIn.Person) is { Following: true };
        return PlatformAnswer.Ok((isMember ? "userid" : "openid", signIn.Person));
    }

    private static IResult Ticket(HttpRequest request, AccessTokens tokens, JsTickets tickets, Func<string, string?> takeFor)
    {
        var (app, refused) = tokens.Check(request.Query["access_token"], PlatformErrors.InvalidToken);
        if (app is null)
            return PlatformAnswer.Refuse(refused!.Value);
        if (takeFor(app) is not { } owner)
            return PlatformAnswer.Refuse(PlatformErrors.Quota);
        var (value, left) = tickets.Of(owner);
        return PlatformAnswer.Ok(("ticket", value), ("expires_in", left));
    }

    private static async Task<IResult> WithBodyAsync(HttpRequest request, AccessTokens tokens, Func<string, PlatformBody, IResult> handle, CancellationToken ct)
    {
        var (app, refused) = tokens.Check(request.Query["access_token"], PlatformErrors.InvalidToken);
        if (app is null)
            return PlatformAnswer.Refuse(refused!.Value);
        var (body, error) = await PlatformBody.ReadAsync(request, ct);
        return body is null ? PlatformAnswer.Refuse(error!.Value) : handle(app, body);
    }

    private static async Task<IResult> Upload(HttpRequest request, AccessTokens tokens, MediaShelf media, TimeProvider clock, CancellationToken ct)
    {
        var (app, refused) = tokens.Check(request.Query["access_token"], PlatformErrors.InvalidToken);
        if (app is null)
            return PlatformAnswer.Refuse(refused!.Value);
        var type = request.Query["type"].ToString();
        if (UploadRule(type) is not { } rule)
            return PlatformAnswer.Refuse(PlatformErrors.InvalidMediaType);
        var (file, error) = await MediaUpload.ReadAsync(request, rule, SandboxLimits.WeCom.FileBytesLeast, ct);
        return file is null
            ? PlatformAnswer.Refuse(error!.Value)
            : PlatformAnswer.Ok(("type", type), ("media_id", media.Put(file)), ("created_at", clock.GetUtcNow().ToUnixTimeSeconds().ToString()));
    }

    private static MediaUpload.Rule? UploadRule(string type) => type switch
    {
        "image" => new(SandboxLimits.WeCom.ImageBytes, [".jpg", ".jpeg", ".png"], PlatformErrors.InvalidImageSize),
        "voice" => new(SandboxLimits.WeCom.VoiceBytes, [".amr"], PlatformErrors.InvalidFileSize),
        "video" => new(SandboxLimits.WeCom.VideoBytes, [".mp4"], PlatformErrors.InvalidFileSize),
        "file" => new(SandboxLimits.WeCom.FileBytes, [], PlatformErrors.InvalidFileSize),
        _ => null,
    };

    private static IResult Download(HttpRequest request, AccessTokens tokens, MediaShelf media)
    {
        var (app, refused) = tokens.Check(request.Query["access_token"], PlatformErrors.InvalidToken);
        if (app is null)
            return PlatformAnswer.Refuse(refused!.Value);
        return media.Find(request.Query["media_id"]) is { } file
            ? Results.File(file.Bytes, file.ContentType, file.FileName, enableRangeProcessing: true)
            : PlatformAnswer.Refuse(PlatformErrors.InvalidMediaId);
    }
}
