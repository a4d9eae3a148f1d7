using System.Text.Json;

namespace ChatDesk.Channels.Activities;

/// <summary>One thing said or done in a conversation, in the Activity protocol's names and shapes.</summary>
/// <remarks>
/// Inbound: what an adapter made of a platform's message. Outbound: what a channel's client sends. Times are UTC.
/// Source: the Bot Framework Activity schema (https://github.com/microsoft/Agents/blob/main/specs/activity/protocol-activity.md).
/// </remarks>
public sealed record Activity
{
    /// <summary>One of <see cref="ActivityType"/>.</summary>
    public required string Type { get; init; }

    /// <summary>The platform's message id, or for events a hash of the stable fields; null on an outbound activity.</summary>
    public string? Id { get; init; }

    /// <summary>ChatDesk's channel name: one of <see cref="ChannelNames"/>.</summary>
    public required string ChannelId { get; init; }

    /// <summary>The configured account (official account) or application (WeCom) that received or sends it.</summary>
    public required string Account { get; init; }

    /// <summary>Who wrote it: an openid, a WeCom user id, or the account itself on the way out.</summary>
    public required ChannelAccount From { get; init; }

    /// <summary>Who gets it.</summary>
    public required ChannelAccount Recipient { get; init; }

    /// <summary>The group or thread; null where the conversation is the one between the two accounts.</summary>
    public string? ConversationId { get; init; }

    public string? Text { get; init; }

    /// <summary>The name of an event (<see cref="EventName"/>), or the platform's own word for a message type without a handler.</summary>
    public string? Name { get; init; }

    /// <summary>The event's own fields, by the platform's names, flattened with "/" ("ScanCodeInfo/ScanResult").</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    /// <summary>Choices to tap; a channel without buttons renders them as links or numbered lines.</summary>
    public IReadOnlyList<SuggestedAction> SuggestedActions { get; init; } = [];

    /// <summary>The activity this one answers or replaces.</summary>
    public string? ReplyToId { get; init; }

    /// <summary>When the platform says that it was written.</summary>
    public DateTimeOffset Timestamp { get; init; }
}

/// <summary>A person, a bot or a group on a channel.</summary>
/// <param name="Id">The platform's id: openid, user id, chat id.</param>
/// <param name="Name">The name as the platform gives it, null where it gives none.</param>
public sealed record ChannelAccount(string Id, string? Name = null);

/// <summary>A file, a card or a place that travels with an activity.</summary>
/// <param name="ContentType">A MIME type, or one of <see cref="AttachmentType"/>.</param>
/// <param name="ContentUrl">Where the bytes are: the platform's URL, or a path in the desk's file store on the way out.</param>
/// <param name="MediaId">The platform's media id, valid for 3 days.</param>
/// <param name="Name">A file name or a title.</param>
/// <param name="Content">A card's or a place's own shape.</param>
public sealed record Attachment(string ContentType, string? ContentUrl = null, string? MediaId = null, string? Name = null, JsonElement? Content = null);

/// <summary>A choice that can be tapped.</summary>
/// <param name="Title">What the person reads.</param>
/// <param name="Value">What comes back when it is tapped.</param>
public sealed record SuggestedAction(string Title, string Value);

/// <summary>The Activity protocol's types that ChatDesk uses.</summary>
public static class ActivityType
{
    public const string Message = "message";

    /// <summary>Replaces the message or card that <see cref="Activity.ReplyToId"/> names (for a WeCom card: its response code).</summary>
    public const string MessageUpdate = "messageUpdate";

    public const string Event = "event";
}

/// <summary>Attachment types beyond plain MIME types.</summary>
public static class AttachmentType
{
    /// <summary>A place: content {"latitude","longitude","label"}, degrees.</summary>
    public const string Location = "application/vnd.chatdesk.location+json";

    /// <summary>A link with title, description and picture: content {"title","description","url","picUrl"}.</summary>
    public const string Link = "application/vnd.chatdesk.link+json";

    /// <summary>A WeCom template card: content as section 5.3 of the platform's document has it.</summary>
    public const string WeComCard = "application/vnd.wecom.template_card+json";

    /// <summary>A WeChat template message or 订阅通知: content <see cref="WeChat.TemplateNotice"/>; the account's configuration says which of the two.</summary>
    public const string WeChatNotice = "application/vnd.wechat.notice+json";

    /// <summary>A 客服消息 of any type: content <see cref="WeChat.CustomMessage"/>.</summary>
    public const string WeChatMessage = "application/vnd.wechat.custom_message+json";

    /// <summary>A message of a WeCom application of any type: content an <c>AppMessage</c>.</summary>
    public const string WeComMessage = "application/vnd.wecom.message+json";

    /// <summary>Any picture whose exact type is known only after it was fetched.</summary>
    public const string Image = "image/*";

    public const string Voice = "audio/*";

    public const string Video = "video/*";
}

/// <summary>Channel names as the contract fixes them.</summary>
public static class ChannelNames
{
    /// <summary>A WeChat official account (公众号).</summary>
    public const string OfficialAccount = "oa";

    /// <summary>A group chat with owners in it.</summary>
    public const string Group = "group";

    /// <summary>A WeCom (企业微信) application: staff.</summary>
    public const string WeCom = "wecom";

    /// <summary>WeChat customer service (微信客服).</summary>
    public const string CustomerService = "kf";

    /// <summary>The web page.</summary>
    public const string Web = "web";

    /// <summary>Entered by staff for an owner (代客录入).</summary>
    public const string Desk = "desk";
}

/// <summary>Names of events that mean the same on every channel; other events keep the platform's own name.</summary>
public static class EventName
{
    /// <summary>The person followed the account; <c>Values["EventKey"]</c> holds the scene of the code that was scanned, without its prefix.</summary>
    public const string Follow = "follow";

    public const string Unfollow = "unfollow";

    /// <summary>A follower scanned a code; <c>Values["EventKey"]</c> is its scene.</summary>
    public const string Scan = "scan";

    /// <summary>A menu item was tapped; <c>Values["EventKey"]</c> is its key.</summary>
    public const string Click = "click";

    /// <summary>A card's button was pressed; <c>Values</c> holds EventKey, TaskId, CardType, ResponseCode.</summary>
    public const string CardAction = "cardAction";
}
