using ChatDesk.Channels.Activities;
using ChatDesk.Channels.WeCom;
using ChatDesk.Tests.Channels.Protocol;
using static ChatDesk.Channels.WeCom.AppMessage;

namespace ChatDesk.Tests.Channels.Calls;

/// <summary>Every call of WeCom's client.</summary>
internal static class WeComCalls
{
    private static readonly MediaFile Picture = new("a.jpg", "image/jpeg", [1, 2, 3, 4, 5, 6]);

    private static readonly AppBody.Link News = new("周报", "本周", "https://desk.example/n/1", "https://desk.example/p.png");

    private static readonly TemplateCard TextNotice = new()
    {
        CardType = TemplateCard.TextNotice,
        Source = new("物业工单", IconUrl: "https://desk.example/i.png"),
        MainTitle = new("3栋502 厨房漏水", "2026-05-01 14:30"),
        EmphasisContent = new("紧急", "等级"),
        QuoteArea = new("漏水", "业主描述", Type: 1, "https://desk.example/w/1"),
        SubTitleText = "请尽快",
        HorizontalContentList = [new("业主", "李先生"), new("照片", "查看", Type: 1, Url: "https://desk.example/p")],
        JumpList = [new("https://desk.example/w/1", "打开工单")],
        CardAction = new("https://desk.example/w/1"),
    };

    private static readonly TemplateCard NewsNotice = new()
    {
        CardType = TemplateCard.NewsNotice,
        MainTitle = new("本周工单"),
        CardImage = new("https://desk.example/p.png", 1.3),
        ImageTextArea = new("https://desk.example/q.png", "看板", "本周", Type: 1, "https://desk.example/w"),
        VerticalContentList = [new("完工", "12 单")],
        CardAction = new("https://desk.example/w"),
    };

    private static readonly TemplateCard Buttons = new()
    {
        CardType = TemplateCard.ButtonInteraction,
        TaskId = "wo-1024-v3",
        MainTitle = new("3栋502 厨房漏水"),
        ActionMenu = new("更多", [new("转派", "reassign")]),
        ButtonSelection = new("reason", [new("r1", "忙")], "原因", "r1"),
        ButtonList = [new("接单", "accept"), CardButton.Opening("打开", "https://desk.example/w/1", style: 2)],
    };

    public static IEnumerable<PlatformCall> All() => [.. Messages(), .. Cards(), .. Files(), .. Robots(), .. Visitors(), .. Groups(), .. Members()];

    private static IEnumerable<PlatformCall> Messages() =>
    [
        Send("message-text", OfText("GD2611-0001 已派单")),
        Send("message-image", OfImage("M1")),
        Send("message-voice", OfVoice("M1")),
        Send("message-file", OfFile("M1")),
        Send("message-video", OfVideo(new("M1", "关水阀", "怎么做"))),
        Send("message-textcard", OfTextCard(new("派单", "<div class=\"gray\">5月1日</div>", "https://desk.example/w/1", "打开"))),
        Send("message-news", OfNews([News])),
        Send("message-mpnews", OfArticles([new("周报", "M2", "物业", "https://desk.example/n/1", "<p>您好</p>", "本周")])),
        Send("message-markdown", OfMarkdown("**派单** <font color=\"warning\">紧急</font>")),
        Call("message-recall", nameof(WeComClient.RecallAsync), c => CallResult.Of(c.RecallAsync("dispatch", "MSG", default))),
    ];

    private static IEnumerable<PlatformCall> Cards() =>
    [
        Send("card-text-notice", OfCard(TextNotice)),
        Send("card-news-notice", OfCard(NewsNotice)),
        Send("card-button-interaction", OfCard(Buttons)),
        Send("card-vote-interaction", OfCard(WeCom.Cards.Vote)),
        Send("card-multiple-interaction", OfCard(WeCom.Cards.Choices)),
        Update("card-update-button", Clients.ToStaff("已接单", "zhangsan")),
        Update("card-update-card", Clients.ToStaff(null, "zhangsan") with { Attachments = [(WeCom.Cards.Notice with { ReplaceText = "已完成" }).ToAttachment()] }),
    ];

    private static IEnumerable<PlatformCall> Files() =>
    [
        Call("media-upload", nameof(WeComClient.UploadMediaAsync), c => CallResult.Of(c.UploadMediaAsync("dispatch", "image", Picture, default))),
        Call("media-get", nameof(WeComClient.GetMediaAsync), c => CallResult.Of(c.GetMediaAsync("dispatch", "M1", default))),
    ];

    private static IEnumerable<PlatformCall> Robots() =>
    [
        Robot("robot-text", GroupMessage.OfText("3栋停水", ["zhangsan", "@all"], ["13800000000"])),
        Robot("robot-markdown", GroupMessage.OfMarkdown("**停水** <@zhangsan>")),
        Robot("robot-markdown-v2", GroupMessage.OfMarkdownV2("# h\n| a | b |\n|---|---|")),
        Robot("robot-image", GroupMessage.OfImage("hello wecom"u8.ToArray())),
        Robot("robot-news", GroupMessage.OfNews([News])),
        Robot("robot-file", GroupMessage.OfFile("M1")),
        Robot("robot-voice", GroupMessage.OfVoice("M1")),
        Robot("robot-card", GroupMessage.OfCard(WeCom.Cards.Notice)),
        Call("robot-upload", nameof(WeComClient.UploadGroupFileAsync), c => CallResult.Of(c.UploadGroupFileAsync("gate", "file", Picture, default))),
    ];

    private static IEnumerable<PlatformCall> Visitors() =>
    [
        Call("authorize", nameof(WeComClient.AuthorizeUrl), c => CallResult.Of(c.AuthorizeUrl("dispatch", "https://desk.example/w", "S1"))),
        Call("desktop-sign-in", nameof(WeComClient.DesktopSignInUrl), c => CallResult.Of(c.DesktopSignInUrl("dispatch", "https://desk.example/w", "S1"))),
        Call("auth-getuserinfo", nameof(WeComClient.GetVisitorAsync), c => CallResult.Of(c.GetVisitorAsync("dispatch", "CODE", default))),
        Call("get-jsapi-ticket", nameof(WeComClient.SignPageAsync), c => CallResult.Of(c.SignPageAsync("dispatch", "https://desk.example/w", default))),
        Call("ticket-get", nameof(WeComClient.SignAgentPageAsync), c => CallResult.Of(c.SignAgentPageAsync("dispatch", "https://desk.example/w", default))),
    ];

    private static IEnumerable<PlatformCall> Groups() =>
    [
        Call("appchat-create", nameof(WeComClient.CreateAppChatAsync), c => CallResult.Of(c.CreateAppChatAsync("dispatch", new("3栋抢修", "zhangsan", ["zhangsan", "lisi"], "chat1"), default))),
        Call("appchat-update", nameof(WeComClient.UpdateAppChatAsync), c => CallResult.Of(c.UpdateAppChatAsync("dispatch", new("chat1", "3栋", "lisi", ["wangwu"], ["zhangsan"]), default))),
        Call("appchat-get", nameof(WeComClient.GetAppChatAsync), c => CallResult.Of(c.GetAppChatAsync("dispatch", "chat1", default))),
        Call("appchat-send", nameof(WeComClient.SendToAppChatAsync), c => CallResult.Of(c.SendToAppChatAsync(
            "dispatch", "chat1", OfText("到了") with { Safe = 0, Text = new("到了", ["@all"]) }, default))),
    ];

    private static IEnumerable<PlatformCall> Members() =>
    [
        Call("user-list-id", nameof(WeComClient.GetMemberIdsAsync), c => CallResult.Of(c.GetMemberIdsAsync("dispatch", "C1", default))),
        Call("user-get", nameof(WeComClient.GetMemberAsync), c => CallResult.Of(c.GetMemberAsync("dispatch", "zhangsan", default))),
        Call("user-simplelist", nameof(WeComClient.GetMemberNamesAsync), c => CallResult.Of(c.GetMemberNamesAsync("dispatch", 1, withChildren: true, default))),
        Call("user-list", nameof(WeComClient.GetMembersAsync), c => CallResult.Of(c.GetMembersAsync("dispatch", 1, default))),
        Call("user-getuserid", nameof(WeComClient.FindMemberAsync), c => CallResult.Of(c.FindMemberAsync("dispatch", "13800000000", default))),
        Call("department-simplelist", nameof(WeComClient.GetDepartmentIdsAsync), c => CallResult.Of(c.GetDepartmentIdsAsync("dispatch", 1, default))),
        Call("department-list", nameof(WeComClient.GetDepartmentsAsync), c => CallResult.Of(c.GetDepartmentsAsync("dispatch", 1, default))),
        Call("department-get", nameof(WeComClient.GetDepartmentAsync), c => CallResult.Of(c.GetDepartmentAsync("dispatch", 2, default))),
        Call("getcallbackip", nameof(WeComClient.GetCallbackAddressesAsync), c => CallResult.Of(c.GetCallbackAddressesAsync("dispatch", default))),
        Call("agent-get", nameof(WeComClient.GetAgentAsync), c => CallResult.Of(c.GetAgentAsync("dispatch", default))),
    ];

    private static PlatformCall Send(string file, AppMessage message) => Call(file, nameof(WeComClient.SendAsync), c => CallResult.Of(c.SendAsync(
        Clients.ToStaff(null) with { Attachments = [message.ToAttachment()] }, default)));

    private static PlatformCall Update(string file, Activity activity) => Call(file, nameof(WeComClient.SendAsync), c => CallResult.Of(c.SendAsync(
        activity with { Type = ActivityType.MessageUpdate, ReplyToId = "CODE" }, default)));

    private static PlatformCall Robot(string file, GroupMessage message) =>
        Call(file, nameof(WeComClient.SendToGroupAsync), c => CallResult.Of(c.SendToGroupAsync("gate", message, default)));

    private static PlatformCall Call(string file, string method, Func<WeComClient, Task<CallResult>> run) =>
        new($"WeCom/{file}", $"{nameof(WeComClient)}.{method}", clients => run(clients.Application));
}
