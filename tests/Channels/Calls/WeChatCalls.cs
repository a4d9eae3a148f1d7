using ChatDesk.Channels.Activities;
using ChatDesk.Channels.WeChat;
using ChatDesk.Tests.Channels.Protocol;
using static ChatDesk.Channels.WeChat.CustomMessage;

namespace ChatDesk.Tests.Channels.Calls;

/// <summary>Every call of the official account's client.</summary>
internal static class WeChatCalls
{
    private static readonly MediaFile Picture = new("a.jpg", "image/jpeg", [1, 2, 3]);

    private static readonly DraftArticle Article = new()
    {
        Title = "小区周报 第18期", Author = "物业服务中心", Digest = "本周", Content = "<p>您好</p>", ContentSourceUrl = "https://desk.example/n/18", ThumbMediaId = "PERMANENT_ID",
    };

    private static readonly Dictionary<string, string> Values = new() { ["subject"] = "厨房水管漏水", ["at"] = "2026年5月1日 14:30", ["status"] = "已派单" };

    public static IEnumerable<PlatformCall> All() => [.. Messages(), .. Notices(), .. Files(), .. Visitors(), .. Menu(), .. Articles(), .. Mass(), .. Account()];

    private static IEnumerable<PlatformCall> Messages() =>
    [
        Send("custom-text", OfText("您好 <a href=\"https://desk.example/t/1\">进度</a>")),
        Send("custom-text-by-model", OfText("您好") with { Customservice = new("x@acc"), Aimsgcontext = new() }),
        Send("custom-image", OfImage("M1")),
        Send("custom-voice", OfVoice("M1")),
        Send("custom-video", OfVideo(new("M1", "M2", "关水阀", "怎么做"))),
        Send("custom-music", OfMusic(new("歌", "业委会", "https://desk.example/a.mp3", "https://desk.example/b.mp3", "M2"))),
        Send("custom-news", OfNews(new("周报", "本周", "https://desk.example/n/1", "https://desk.example/p.png"))),
        Send("custom-mpnews", OfOldArticles("M1")),
        Send("custom-mpnewsarticle", OfArticle("A1")),
        Send("custom-msgmenu", OfMenu(new("本次服务满意吗？", [new("t123.5", "满意"), new("t123.1", "不满意")], "感谢反馈"))),
        Send("custom-miniprogrampage", OfMiniProgram(new("缴费", "wx1", "pages/pay", "M2"))),
        Send("custom-wxcard", OfCoupon("C1")),
        Call("custom-typing", nameof(WeChatClient.SetTypingAsync), c => CallResult.Of(c.SetTypingAsync("main", "oX", isTyping: true, default))),
    ];

    private static IEnumerable<PlatformCall> Notices() =>
    [
        Call("template-send", nameof(WeChatClient.SendNoticeAsync), c => CallResult.Of(c.SendNoticeAsync(
            "main", "oX", new("assigned", Values, "https://desk.example/t/1", "ticket-123-assigned", new("wx1", "pages/t?id=1")), default))),
        Call("subscribe-bizsend", nameof(WeChatClient.SendNoticeAsync), c => CallResult.Of(c.SendNoticeAsync(
            "main", "oX", new("finished", Values, "https://desk.example/t/1", MiniProgram: new("wx1", "pages/t?id=1")), default))),
    ];

    private static IEnumerable<PlatformCall> Files() =>
    [
        Call("media-upload", nameof(WeChatClient.UploadMediaAsync), c => CallResult.Of(c.UploadMediaAsync("main", "image", Picture, default))),
        Call("media-get", nameof(WeChatClient.GetMediaAsync), c => CallResult.Of(c.GetMediaAsync("main", "M1", default))),
        Call("media-uploadimg", nameof(WeChatClient.UploadArticlePictureAsync), c => CallResult.Of(c.UploadArticlePictureAsync("main", Picture, default))),
        Call("material-add", nameof(WeChatClient.AddMaterialAsync), c => CallResult.Of(c.AddMaterialAsync("main", "thumb", Picture, default))),
    ];

    private static IEnumerable<PlatformCall> Visitors() =>
    [
        Call("authorize", nameof(WeChatClient.AuthorizeUrl), c => CallResult.Of(c.AuthorizeUrl("main", "https://desk.example/signin", "S1", WeChatScope.Profile))),
        Call("sns-access-token", nameof(WeChatClient.GetVisitorAsync), c => CallResult.Of(c.GetVisitorAsync("main", "CODE", default))),
        Call("sns-userinfo", nameof(WeChatClient.GetProfileAsync), c => CallResult.Of(c.GetProfileAsync(new() { Openid = "oX", AccessToken = "U" }, default))),
        Call("ticket-getticket", nameof(WeChatClient.SignPageAsync), c => CallResult.Of(c.SignPageAsync("main", "https://desk.example/my", default))),
        Call("user-info", nameof(WeChatClient.GetUserAsync), c => CallResult.Of(c.GetUserAsync("main", "oX", default))),
        Call("user-info-batchget", nameof(WeChatClient.GetUsersAsync), c => CallResult.Of(c.GetUsersAsync("main", ["oX", "oY"], default))),
        Call("user-get", nameof(WeChatClient.GetFollowersAsync), c => CallResult.Of(c.GetFollowersAsync("main", "oX", default))),
    ];

    private static IEnumerable<PlatformCall> Menu() =>
    [
        Call("menu-create", nameof(WeChatClient.CreateMenuAsync), c => CallResult.Of(c.CreateMenuAsync("main", menu: null, default))),
        Call("menu-get", nameof(WeChatClient.GetMenuAsync), c => CallResult.Of(c.GetMenuAsync("main", default))),
        Call("menu-delete", nameof(WeChatClient.DeleteMenuAsync), c => CallResult.Of(c.DeleteMenuAsync("main", default))),
        Call("qrcode-temporary", nameof(WeChatClient.CreateQrCodeAsync), c => CallResult.Of(c.CreateQrCodeAsync("main", "unit:12-3-501", TimeSpan.FromDays(7), default))),
        Call("qrcode-permanent", nameof(WeChatClient.CreateQrCodeAsync), c => CallResult.Of(c.CreateQrCodeAsync("main", "staff:zhangsan", lifetime: null, default))),
    ];

    private static IEnumerable<PlatformCall> Articles() =>
    [
        Call("draft-add", nameof(WeChatClient.AddDraftAsync), c => CallResult.Of(c.AddDraftAsync("main", [Article], default))),
        Call("draft-update", nameof(WeChatClient.UpdateDraftAsync), c => CallResult.Of(c.UpdateDraftAsync("main", "DRAFT", 0, Article, default))),
        Call("draft-delete", nameof(WeChatClient.DeleteDraftAsync), c => CallResult.Of(c.DeleteDraftAsync("main", "DRAFT", default))),
        Call("freepublish-submit", nameof(WeChatClient.PublishAsync), c => CallResult.Of(c.PublishAsync("main", "DRAFT", default))),
        Call("freepublish-get", nameof(WeChatClient.GetPublicationAsync), c => CallResult.Of(c.GetPublicationAsync("main", "100000001", default))),
        Call("freepublish-delete", nameof(WeChatClient.DeletePublicationAsync), c => CallResult.Of(c.DeletePublicationAsync("main", "A1", 0, default))),
    ];

    private static IEnumerable<PlatformCall> Mass() =>
    [
        Call("mass-preview", nameof(WeChatClient.PreviewMassAsync), c => CallResult.Of(c.PreviewMassAsync("main", "oX", MassMessage.Articles("DRAFT"), default))),
        Call("mass-sendall-tag", nameof(WeChatClient.SendToAllAsync), c => CallResult.Of(c.SendToAllAsync("main", 2, MassMessage.Articles("DRAFT"), "weekly-2026-18", default))),
        Call("mass-sendall", nameof(WeChatClient.SendToAllAsync), c => CallResult.Of(c.SendToAllAsync("main", tagId: null, MassMessage.Text("周日停水"), "water-1", default))),
        Call("mass-send", nameof(WeChatClient.SendToManyAsync), c => CallResult.Of(c.SendToManyAsync("main", ["oX", "oY"], MassMessage.Articles("DRAFT"), "weekly-2026-18", default))),
        Call("mass-get", nameof(WeChatClient.GetMassStatusAsync), c => CallResult.Of(c.GetMassStatusAsync("main", 34182, default))),
        Call("mass-delete", nameof(WeChatClient.DeleteMassAsync), c => CallResult.Of(c.DeleteMassAsync("main", 34182, 1, default))),
    ];

    private static IEnumerable<PlatformCall> Account() =>
    [
        Call("getcallbackip", nameof(WeChatClient.GetCallbackAddressesAsync), c => CallResult.Of(c.GetCallbackAddressesAsync("main", default))),
        Call("callback-check", nameof(WeChatClient.CheckCallbackAsync), c => CallResult.Of(c.CheckCallbackAsync("main", default))),
        Call("quota-get", nameof(WeChatClient.GetQuotaAsync), c => CallResult.Of(c.GetQuotaAsync("main", "/cgi-bin/message/custom/send", default))),
        Call("clear-quota", nameof(WeChatClient.ClearQuotaAsync), c => CallResult.Of(c.ClearQuotaAsync("main", default))),
        Call("template-list", nameof(WeChatClient.GetTemplatesAsync), c => CallResult.Of(c.GetTemplatesAsync("main", default))),
        Call("newtmpl-gettemplate", nameof(WeChatClient.GetSubscriptionTemplatesAsync), c => CallResult.Of(c.GetSubscriptionTemplatesAsync("main", default))),
    ];

    private static PlatformCall Send(string file, CustomMessage message) => Call(file, nameof(WeChatClient.SendAsync), c => CallResult.Of(c.SendAsync(
        Clients.ToOwner(null) with { Recipient = new("oX"), Attachments = [message.ToAttachment()] }, default)));

    private static PlatformCall Call(string file, string method, Func<WeChatClient, Task<CallResult>> run) =>
        new($"WeChat/{file}", $"{nameof(WeChatClient)}.{method}", clients => run(clients.OfficialAccount));
}
