using System.Xml.Linq;
using ChatDesk.Channels.Activities;
using ChatDesk.Channels.Protocol;

namespace ChatDesk.Channels.WeCom;

/// <summary>Turns a WeCom application's message into an activity. Pure: no HTTP, clock or database.</summary>
/// <remarks>Fields: https://developer.work.weixin.qq.com/document/path/90239 (messages) and path/90240 (events).</remarks>
public static class WeComAdapter
{
    private static readonly Dictionary<string, string> EventNames = new(StringComparer.Ordinal)
    {
        ["subscribe"] = EventName.Follow,
        ["unsubscribe"] = EventName.Unfollow,
        ["click"] = EventName.Click,
        ["template_card_event"] = EventName.CardAction,
        ["template_card_menu_event"] = EventName.CardAction,
    };

    /// <param name="message">The decrypted message.</param>
    /// <param name="app">The configured name of the application that received it.</param>
    /// <returns>The activity; a type ChatDesk does not handle becomes one too, so that staff get a kind word.</returns>
    /// <exception cref="FormatException">A field that WeCom always sends is missing or malformed.</exception>
    public static Activity ToActivity(XElement message, string app) => MessageXml.Filled(message, "MsgType") switch
    {
        "event" => Event(message, app),
        "text" => Known(message, app, "text") with { Text = MessageXml.Field(message, "Content") },
        "image" or "voice" or "video" or "location" or "link" => Known(message, app, MessageXml.Field(message, "MsgType")),
        var type => Create(message, app, ActivityType.Message) with { Id = IdOrHash(message), Name = type, Values = MessageXml.Values(message) },
    };

    private static Activity Known(XElement message, string app, string type) => Create(message, app, ActivityType.Message) with
    {
        Id = MessageXml.Filled(message, "MsgId"),
        Attachments = MessageXml.Attachments(message, type),
    };

    private static Activity Event(XElement message, string app)
    {
        var name = MessageXml.Filled(message, "Event");
        return Create(message, app, ActivityType.Event) with
        {
            Id = MessageXml.EventId(message, "FromUserName", "CreateTime", "Event", "ChangeType", "EventKey", "TaskId", "UserID"),
            Name = EventNames.GetValueOrDefault(name, name),
            Values = Values(message),
        };
    }

    /// <summary>Adds what was chosen on a card: "SelectedItems/QUESTION" = the option ids, joined with ",".</summary>
    private static Dictionary<string, string> Values(XElement message)
    {
        var values = MessageXml.Values(message, except: "SelectedItems");
        foreach (var item in message.Elements("SelectedItems").Elements("SelectedItem"))
            values["SelectedItems/" + MessageXml.Filled(item, "QuestionKey")] = string.Join(',', item.Descendants("OptionId").Select(o => o.Value));
        return values;
    }

    private static string IdOrHash(XElement message) =>
        MessageXml.Optional(message, "MsgId") ?? MessageXml.EventId(message, "FromUserName", "CreateTime", "MsgType");

    private static Activity Create(XElement message, string app, string type) => new()
    {
        Type = type,
        ChannelId = ChannelNames.WeCom,
        Account = app,
        From = new(MessageXml.Filled(message, "FromUserName")),
        Recipient = new(MessageXml.Filled(message, "ToUserName")),
        Timestamp = MessageXml.CreatedAt(message),
    };
}
