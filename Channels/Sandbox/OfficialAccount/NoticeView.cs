using System.Text.Json;
using ChatDesk.Channels.Sandbox.Phones;
using ChatDesk.Channels.Sandbox.Platform;
using ChatDesk.Channels.WeChat;

namespace ChatDesk.Channels.Sandbox.OfficialAccount;

/// <summary>Draws a template message or 订阅通知 as a phone shows it. Pure.</summary>
internal static class NoticeView
{
    private static readonly Dictionary<string, string> Labels = new(StringComparer.Ordinal)
    {
        ["thing"] = "事项", ["character_string"] = "编号", ["time"] = "时间", ["date"] = "日期", ["phrase"] = "状态", ["name"] = "姓名",
        ["amount"] = "金额", ["phone_number"] = "电话", ["number"] = "数量",
    };

    public static PhoneItem Draw(PlayedTemplate template, JsonElement message, string? url) => new()
    {
        From = "them",
        Kind = "template",
        Via = "message",
        Title = template.Kind is NoticeKind.Template ? "模板消息" : "订阅通知",
        Text = string.Join('\n', template.Fields.Select(field => $"{Label(field)}：{message.Member("data")?.Member(field)?.Text("value")}")),
        Url = url,
        Links = url is null ? [] : [new PhoneLink("查看详情", url)],
    };

    private static string Label(string field) => Labels.GetValueOrDefault(field.TrimEnd([.. "0123456789"]), field);
}
