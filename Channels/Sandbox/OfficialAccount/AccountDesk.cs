using System.Text.Json.Nodes;
using ChatDesk.Channels.Sandbox.Platform;
using ChatDesk.Channels.WeChat;
using Microsoft.AspNetCore.Http;

namespace ChatDesk.Channels.Sandbox.OfficialAccount;

/// <summary>The played calls about the account itself: addresses, reachability, quotas, templates.</summary>
internal sealed class AccountDesk(Quotas quotas)
{
    public IResult Addresses(PlayedAccount account) => PlatformAnswer.Bare(("ip_list", new JsonArray("127.0.0.1", "::1")));

    public IResult Check(PlayedAccount account, PlatformBody body) => body.Root.Text("action") is not ("all" or "dns" or "ping")
        ? PlatformAnswer.Refuse(PlatformErrors.InvalidParameter)
        : PlatformAnswer.Ok(
            ("dns", new JsonArray(new JsonObject { ["ip"] = "127.0.0.1", ["real_operator"] = "DEFAULT" })),
            ("ping", new JsonArray(new JsonObject { ["ip"] = "127.0.0.1", ["package_loss"] = "0%", ["time"] = "1.000ms" })));

    public IResult Quota(PlayedAccount account, PlatformBody body)
    {
        if (body.Root.Text("cgi_path") is not { } path || CallsPerDay.Of(path) is not { } limit)
            return PlatformAnswer.Refuse(PlatformErrors.InvalidPath);
        var used = quotas.UsedToday(account.Key, path);
        return PlatformAnswer.Ok(("quota", new JsonObject { ["daily_limit"] = limit, ["used"] = used, ["remain"] = limit - used }));
    }

    public IResult Clear(PlayedAccount account, PlatformBody body)
    {
        if (body.Root.Text("appid") != account.Id)
            return PlatformAnswer.Refuse(PlatformErrors.InvalidAppId);
        if (!quotas.TryTakeThisMonth(account.Key, "clear_quota", SandboxLimits.OfficialAccount.ClearingsPerMonth))
            return PlatformAnswer.Refuse(PlatformErrors.NoClearing);
        quotas.ClearToday(account.Key);
        return PlatformAnswer.Ok();
    }

    public IResult Templates(PlayedAccount account) => PlatformAnswer.Bare(("template_list", new JsonArray(
        [.. Of(account, NoticeKind.Template).Select(t => new JsonObject { ["template_id"] = t.Id, ["title"] = t.Title, ["content"] = Content(t) })])));

    public IResult SubscriptionTemplates(PlayedAccount account) => PlatformAnswer.Ok(("data", new JsonArray(
        [.. Of(account, NoticeKind.Subscription).Select(t => new JsonObject { ["priTmplId"] = t.Id, ["title"] = t.Title, ["content"] = Content(t), ["type"] = 2 })])));

    private static IEnumerable<PlayedTemplate> Of(PlayedAccount account, NoticeKind kind) => account.Templates.Where(t => t.Kind == kind);

    private static string Content(PlayedTemplate template) => string.Join('\n', template.Fields.Select(field => $"{field}:{{{{{field}.DATA}}}}"));
}
