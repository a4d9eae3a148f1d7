using System.Text.Json;
using ChatDesk.Channels.Activities;
using ChatDesk.Channels.Sandbox.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace ChatDesk.Channels.Sandbox.OfficialAccount;

/// <summary>The played api.weixin.qq.com.</summary>
internal static class OfficialAccountApi
{
    public static void MapOfficialAccountApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/wechat/cgi-bin").AddEndpointFilter<FaultFilter>();
        api.MapPost("/stable_token", StableToken);
        api.MapGet("/token", Token);
        api.Post<CustomerMessages>("/message/custom/send", messages => messages.Send);
        api.Post<Notices>("/message/template/send", notices => notices.SendTemplate);
        api.Post<Notices>("/message/subscribe/bizsend", notices => notices.SendSubscription);
        api.Post<CustomerMessages>("/message/custom/typing", messages => messages.Type);
        api.MapGet("/user/info", (HttpRequest request, AccountCalls calls, Followers followers) => calls.Get(request, _ => followers.Info(request)));
        api.MapGet("/user/get", (HttpRequest request, AccountCalls calls, Followers followers) => calls.Get(request, _ => followers.List(request)));
        api.Post<Followers>("/user/info/batchget", followers => followers.Batch);
        api.MapGet("/ticket/getticket", Ticket);
        api.Post<QrCodes>("/qrcode/create", codes => codes.Create);
        MapMenu(api);
        MapArticles(api);
        MapAccount(api, routes);
        api.MapPost("/media/upload", Upload);
        api.MapGet("/media/get", Download);
        api.MapPost("/media/uploadimg", UploadForArticle);
        api.MapPost("/material/add_material", AddMaterial);
        SignIn.Map(routes);
    }

    private static void Post<T>(this RouteGroupBuilder api, string path, Func<T, Func<PlayedAccount, PlatformBody, IResult>> handler)
        where T : class =>
        api.MapPost(path, (HttpRequest request, AccountCalls calls, [FromServices] T played, CancellationToken ct) => calls.PostAsync(request, handler(played), ct));

    private static void Get<T>(this RouteGroupBuilder api, string path, Func<T, Func<PlayedAccount, IResult>> handler)
        where T : class =>
        api.MapGet(path, (HttpRequest request, AccountCalls calls, [FromServices] T played) => calls.Get(request, handler(played)));

    private static void MapMenu(RouteGroupBuilder api)
    {
        api.Post<Menus>("/menu/create", menus => menus.Create);
        api.Get<Menus>("/menu/get", menus => menus.Get);
        api.Get<Menus>("/menu/delete", menus => menus.Delete);
    }

    private static void MapArticles(RouteGroupBuilder api)
    {
        api.Post<Drafts>("/draft/add", drafts => drafts.Add);
        api.Post<Drafts>("/draft/update", drafts => drafts.Update);
        api.Post<Drafts>("/draft/delete", drafts => drafts.Delete);
        api.Post<Publications>("/freepublish/submit", publications => publications.Submit);
        api.Post<Publications>("/freepublish/get", publications => publications.Get);
        api.Post<Publications>("/freepublish/delete", publications => publications.Delete);
        api.Post<MassSends>("/message/mass/preview", sends => sends.Preview);
        api.Post<MassSends>("/message/mass/sendall", sends => sends.SendToAll);
        api.Post<MassSends>("/message/mass/send", sends => sends.SendToMany);
        api.Post<MassSends>("/message/mass/get", sends => sends.Get);
        api.Post<MassSends>("/message/mass/delete", sends => sends.Delete);
    }

    private static void MapAccount(RouteGroupBuilder api, IEndpointRouteBuilder routes)
    {
        api.Get<AccountDesk>("/getcallbackip", desk => desk.Addresses);
        api.Post<AccountDesk>("/callback/check", desk => desk.Check);
        api.Post<AccountDesk>("/openapi/quota/get", desk => desk.Quota);
        api.Post<AccountDesk>("/clear_quota", desk => desk.Clear);
        api.Get<AccountDesk>("/template/get_all_private_template", desk => desk.Templates);
        routes.MapGroup("/wechat/wxaapi").AddEndpointFilter<FaultFilter>().Get<AccountDesk>("/newtmpl/gettemplate", desk => desk.SubscriptionTemplates);
        routes.MapGet("/articles/{id}/{index:int}", (string id, int index, Publications publications) =>
            publications.Page(id, index) is { } page ? Results.Content(page, "text/html; charset=utf-8") : Results.NotFound());
    }

    private static IResult Ticket(HttpRequest request, AccountCalls calls, JsTickets tickets) => calls.Get(request, account =>
    {
        if (request.Query["type"] != "jsapi")
            return PlatformAnswer.Refuse(PlatformErrors.InvalidParameter);
        var (value, left) = tickets.Of(account.Key);
        return PlatformAnswer.Ok(("ticket", value), ("expires_in", left));
    });

    private static async Task<IResult> StableToken(HttpRequest request, PlayedAccounts accounts, StableTokens tokens, CancellationToken ct)
    {
        var (body, error) = await PlatformBody.ReadAsync(request, ct);
        if (body is null)
            return PlatformAnswer.Refuse(error!.Value);
        var json = body.Root;
        var (account, refusal) = FindAccount(accounts, json.Text("grant_type"), json.Text("appid"), json.Text("secret"));
        if (account is null)
            return PlatformAnswer.Refuse(refusal!.Value);
        var force = json.Member("force_refresh") is { ValueKind: JsonValueKind.True };
        return Answer(tokens, tokens.Stable(account.Key, force));
    }

    private static IResult Token(
        [FromQuery(Name = "grant_type")] string? grantType, string? appid, string? secret, PlayedAccounts accounts, StableTokens tokens)
    {
        var (account, error) = FindAccount(accounts, grantType, appid, secret);
        return account is null ? PlatformAnswer.Refuse(error!.Value) : Answer(tokens, tokens.Plain(account.Key));
    }

    private static (PlayedAccount? Account, PlatformError? Error) FindAccount(PlayedAccounts accounts, string? grant, string? appId, string? secret)
    {
        if (grant != "client_credential")
            return (null, PlatformErrors.InvalidGrantType);
        if (accounts.OfficialAccounts.FirstOrDefault(a => a.Id == appId) is not { } account)
            return (null, PlatformErrors.InvalidAppId);
        return account.Secret == secret ? (account, null) : (null, PlatformErrors.InvalidSecret);
    }

    private static IResult Answer(StableTokens tokens, (AccessTokens.Issued? Token, PlatformError? Error) given) =>
        given.Token is null
            ? PlatformAnswer.Refuse(given.Error!.Value)
            : PlatformAnswer.Bare(("access_token", given.Token.Value), ("expires_in", tokens.SecondsLeft(given.Token)));

    private static Task<IResult> Upload(HttpRequest request, AccountCalls calls, MediaShelf media, TimeProvider clock, CancellationToken ct) =>
        UploadAsync(request, calls, request.Query["type"].ToString(), (type, file) =>
            PlatformAnswer.Bare(("type", type), ("media_id", media.Put(file)), ("created_at", clock.GetUtcNow().ToUnixTimeSeconds())), ct);

    private static Task<IResult> UploadForArticle(HttpRequest request, AccountCalls calls, MediaShelf media, CancellationToken ct) =>
        UploadAsync(request, calls, "image", (_, file) => PlatformAnswer.Bare(("url", CustomMessage.PictureUrl(media.Keep(file)))), ct);

    private static Task<IResult> AddMaterial(HttpRequest request, AccountCalls calls, MediaShelf media, CancellationToken ct) =>
        UploadAsync(request, calls, request.Query["type"].ToString(), (_, file) =>
        {
            var id = media.Keep(file);
            return PlatformAnswer.Bare(("media_id", id), ("url", CustomMessage.PictureUrl(id)));
        }, ct);

    private static async Task<IResult> UploadAsync(
        HttpRequest request, AccountCalls calls, string type, Func<string, MediaFile, IResult> store, CancellationToken ct)
    {
        var (account, refused) = calls.Admit(request);
        if (account is null)
            return PlatformAnswer.Refuse(refused!.Value);
        if (UploadRule(type) is not { } rule)
            return PlatformAnswer.Refuse(PlatformErrors.InvalidMediaType);
        var (file, error) = await MediaUpload.ReadAsync(request, rule, leastBytes: 1, ct);
        return file is null ? PlatformAnswer.Refuse(error!.Value) : store(type, file);
    }

    private static MediaUpload.Rule? UploadRule(string type) => type switch
    {
        "image" => new(SandboxLimits.OfficialAccount.ImageBytes, [".png", ".jpeg", ".jpg", ".gif"], PlatformErrors.InvalidImageSize),
        "voice" => new(SandboxLimits.OfficialAccount.VoiceBytes, [".amr", ".mp3"], PlatformErrors.InvalidFileSize),
        "video" => new(SandboxLimits.OfficialAccount.VideoBytes, [".mp4"], PlatformErrors.InvalidFileSize),
        "thumb" => new(SandboxLimits.OfficialAccount.ThumbBytes, [".jpg"], PlatformErrors.InvalidFileSize),
        _ => null,
    };

    private static IResult Download(HttpRequest request, AccountCalls calls, MediaShelf media) => calls.Get(request, _ =>
        media.Find(request.Query["media_id"]) is { } file
            ? Results.File(file.Bytes, file.ContentType, file.FileName)
            : PlatformAnswer.Refuse(PlatformErrors.InvalidMediaId));
}
