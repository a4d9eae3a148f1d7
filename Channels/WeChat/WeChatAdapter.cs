using System.Xml.Linq;
using ChatDesk.Channels.Activities;
using ChatDesk.Channels.Protocol;

namespace ChatDesk.Channels.WeChat;

/// <summary>Turns a WeChat official-account message into an activity. Pure: no HTTP, clock or database.</summary>
/// <remarks>Fields: https://developers.weixin.qq.com/doc/service/guide/product/message/ (接收普通消息, 接收事件推送).</remarks>
public static class WeChatAdapter
{
    private const string ScenePrefix = "qrscene_";

    private static readonly Dictionary<string, string> EventNames = new(StringComparer.Ordinal)
    {
        ["subscribe"] = EventName.Follow,
        ["unsubscribe"] = EventName.Unfollow,
        ["SCAN"] = EventName.Scan,
        ["CLICK"] = EventName.Click,
    };

    /// <param name="message">The decrypted message.</param>
    /// <param name="account">The configured name of the account that received it.</param>
    /// <returns>The activity; a type ChatDesk does not handle becomes one too, so that the owner gets a kind word.</returns>
    /// <exception cref="FormatException">A field that WeChat always sends is missing or malformed.</exception>
    public static Activity ToActivity(XElement message, string account) => MessageXml.Filled(message, "MsgType") switch
    {
        "event" => Event(message, account),
        "text" => Text(message, account),
        "voice" => Known(message, account, "voice") with { Text = MessageXml.Optional(message, "Recognition") },
        "image" or "video" or "shortvideo" or "location" or "link" => Known(message, account, MessageXml.Field(message, "MsgType")),
        var type => Create(message, account, ActivityType.Message) with { Id = IdOrHash(message), Name = type, Values = MessageXml.Values(message) },
    };

    private static Activity Known(XElement message, string account, string type) => Create(message, account, ActivityType.Message) with
    {
        Id = MessageXml.Filled(message, "MsgId"),
        Attachments = MessageXml.Attachments(message, type),
    };

    private static Activity Text(XElement message, string account) => Known(message, account, "text") with
    {
        Text = MessageXml.Field(message, "Content"),
        Values = MessageXml.Optional(message, "bizmsgmenuid") is { } id ? new Dictionary<string, string> { ["bizmsgmenuid"] = id } : [],
    };

    private static Activity Event(XElement message, string account)
    {
        var name = MessageXml.Filled(message, "Event");
        var values = MessageXml.Values(message);
        if (values.TryGetValue("EventKey", out var scene) && scene.StartsWith(ScenePrefix, StringComparison.Ordinal) && name == "subscribe")
            values["EventKey"] = scene[ScenePrefix.Length..];
        return Create(message, account, ActivityType.Event) with
        {
            Id = MessageXml.EventId(message, "FromUserName", "CreateTime", "Event", "EventKey", "OpenID", "MsgID", "publish_id", "TemplateId"),
            Name = EventNames.GetValueOrDefault(name, name),
            Values = values,
        };
    }

    private static string IdOrHash(XElement message) =>
        MessageXml.Optional(message, "MsgId") ?? MessageXml.EventId(message, "FromUserName", "CreateTime", "MsgType");

    private static Activity Create(XElement message, string account, string type) => new()
    {
        Type = type,
        ChannelId = ChannelNames.OfficialAccount,
        Account = account,
        From = new(MessageXml.Filled(message, "FromUserName")),
        Recipient = new(MessageXml.Filled(message, "ToUserName")),
        Timestamp = MessageXml.CreatedAt(message),
    };
}
