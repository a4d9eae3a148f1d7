using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatDesk.Channels.Sandbox.Phones;
using ChatDesk.Channels.Sandbox.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace ChatDesk.Channels.Sandbox.WeComApp;

/// <summary>The played qyapi.weixin.qq.com.</summary>
internal static class WeComApi
{
    public static void MapWeComApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/wecom/cgi-bin").AddEndpointFilter<FaultFilter>();
        api.MapGet("/gettoken", Token);
        api.Post<MessageSend>("/message/send", send => send.Handle);
        api.Post<CardUpdate>("/message/update_template_card", update => update.Handle);
        api.Post<SentMessages>("/message/recall", sent => sent.Recall);
        api.MapPost("/media/upload", Upload);
        api.MapGet("/media/get", Download);
        api.MapGet("/getcallbackip", (HttpRequest request, WeComCalls calls) => calls.Get(request, _ =>
            PlatformAnswer.Ok(("ip_list", new JsonArray("127.0.0.1", "::1")))));
        api.MapGet("/agent/get", (HttpRequest request, WeComCalls calls) => calls.Get(request, app => Agent(app, request.Query["agentid"])));
        MapPages(api);
        MapGroups(api, routes);
        MapDirectory(api);
    }

    /// <summary>Whether the request names the application that its token belongs to.</summary>
    public static bool IsAgent(PlayedAccount app, JsonElement message) => long.TryParse(app.Id, out var id) && message.Number("agentid") == id;

    private static void Post<T>(this RouteGroupBuilder api, string path, Func<T, Func<PlayedAccount, PlatformBody, IResult>> handler)
        where T : class =>
        api.MapPost(path, (HttpRequest request, WeComCalls calls, [FromServices] T played, CancellationToken ct) => calls.PostAsync(request, handler(played), ct));

    private static void MapPages(RouteGroupBuilder api)
    {
        api.MapGet("/auth/getuserinfo", Visitor);
        api.MapGet("/get_jsapi_ticket", (HttpRequest request, WeComCalls calls, JsTickets tickets, Quotas quotas) => calls.Get(request, app =>
            quotas.TryTakeThisHour(app.Address, "ticket", SandboxLimits.WeCom.CorpTicketsPerHour) ? Ticket(tickets, app.Address) : PlatformAnswer.Refuse(PlatformErrors.Quota)));
        api.MapGet("/ticket/get", (HttpRequest request, WeComCalls calls, JsTickets tickets, Quotas quotas) => calls.Get(request, app =>
        {
            if (request.Query["type"] != "agent_config")
                return PlatformAnswer.Refuse(PlatformErrors.InvalidParameter);
            return quotas.TryTakeThisHour(app.Key, "ticket", SandboxLimits.WeCom.AppTicketsPerHour) ? Ticket(tickets, app.Key) : PlatformAnswer.Refuse(PlatformErrors.Quota);
        }));
    }

    private static void MapGroups(RouteGroupBuilder api, IEndpointRouteBuilder routes)
    {
        api.MapPost("/webhook/send", (HttpRequest request, Robots robots, CancellationToken ct) => robots.SendAsync(request, ct));
        api.MapPost("/webhook/upload_media", (HttpRequest request, Robots robots, TimeProvider clock, CancellationToken ct) => robots.UploadAsync(request, clock, ct));
        api.Post<AppChats>("/appchat/create", chats => chats.Create);
        api.Post<AppChats>("/appchat/update", chats => chats.Update);
        api.Post<AppChats>("/appchat/send", chats => chats.Send);
        api.MapGet("/appchat/get", (HttpRequest request, WeComCalls calls, AppChats chats) => calls.Get(request, app => chats.Get(app, request.Query["chatid"])));
        routes.MapGet("/rooms/{room}", (string room, Rooms rooms) => Results.Ok(rooms.Items(room)));
    }

    private static void MapDirectory(RouteGroupBuilder api)
    {
        api.Post<Directory>("/user/list_id", directory => directory.Ids);
        api.Post<Directory>("/user/getuserid", directory => directory.Find);
        api.MapGet("/user/get", (HttpRequest request, WeComCalls calls, Directory directory) => calls.Get(request, _ => directory.Member(request.Query["userid"])));
        api.MapGet("/user/simplelist", (HttpRequest request, WeComCalls calls, Directory directory) => calls.Get(request, _ =>
            directory.Members(request.Query["department_id"], request.Query["fetch_child"] == "1")));
        api.MapGet("/user/list", (HttpRequest request, WeComCalls calls, Directory directory) => calls.Get(request, _ =>
            directory.Members(request.Query["department_id"], withChildren: false)));
        api.MapGet("/department/simplelist", (HttpRequest request, WeComCalls calls, Directory directory) => calls.Get(request, _ =>
            directory.Departments(request.Query["id"], withNames: false)));
        api.MapGet("/department/list", (HttpRequest request, WeComCalls calls, Directory directory) => calls.Get(request, _ =>
            directory.Departments(request.Query["id"], withNames: true)));
        api.MapGet("/department/get", (HttpRequest request, WeComCalls calls, Directory directory) => calls.Get(request, _ => directory.Department(request.Query["id"])));
    }

    private static IResult Agent(PlayedAccount app, string? agentId) => agentId != app.Id
        ? PlatformAnswer.Refuse(PlatformErrors.InvalidAgentId)
        : PlatformAnswer.Ok(
            ("agentid", int.Parse(app.Id, CultureInfo.InvariantCulture)), ("name", app.Name), ("close", 0), ("redirect_domain", ""),
            ("allow_partys", new JsonObject { ["partyid"] = new JsonArray(1) }));

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
    private static IResult Visitor(HttpRequest request, WeComCalls calls, SignInCodes codes, SandboxPhones phones) => calls.Get(request, app =>
    {
        var (signIn, _) = codes.Use(app.Key, request.Query["code"]);
        if (signIn is null)
            return PlatformAnswer.Refuse(PlatformErrors.InvalidCode);
        var isMember = phones.Summary(PhoneKind.Staff, signIn.Person) is { Following: true };
        return PlatformAnswer.Ok((isMember ? "userid" : "openid", signIn.Person));
    });

    private static IResult Ticket(JsTickets tickets, string owner)
    {
        var (value, left) = tickets.Of(owner);
        return PlatformAnswer.Ok(("ticket", value), ("expires_in", left));
    }

    private static async Task<IResult> Upload(HttpRequest request, WeComCalls calls, MediaShelf media, TimeProvider clock, CancellationToken ct)
    {
        var (app, refused) = calls.Admit(request);
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

    public static MediaUpload.Rule? UploadRule(string type) => type switch
    {
        "image" => new(SandboxLimits.WeCom.ImageBytes, [".jpg", ".jpeg", ".png"], PlatformErrors.InvalidImageSize),
        "voice" => new(SandboxLimits.WeCom.VoiceBytes, [".amr"], PlatformErrors.InvalidFileSize),
        "video" => new(SandboxLimits.WeCom.VideoBytes, [".mp4"], PlatformErrors.InvalidFileSize),
        "file" => new(SandboxLimits.WeCom.FileBytes, [], PlatformErrors.InvalidFileSize),
        _ => null,
    };

    private static IResult Download(HttpRequest request, WeComCalls calls, MediaShelf media) => calls.Get(request, _ =>
        media.Find(request.Query["media_id"]) is { } file
            ? Results.File(file.Bytes, file.ContentType, file.FileName, enableRangeProcessing: true)
            : PlatformAnswer.Refuse(PlatformErrors.InvalidMediaId));
}
