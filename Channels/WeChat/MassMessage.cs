using System.Globalization;
using System.Text.Json.Serialization;
using ChatDesk.Channels.Activities;

namespace ChatDesk.Channels.WeChat;

/// <summary>What a mass send carries; exactly one of its parts.</summary>
public sealed record MassMessage
{
    private MassMessage()
    {
    }

    internal string Type { get; private init; } = "";

    internal string Value { get; private init; } = "";

    /// <summary>A draft, by its media id.</summary>
    public static MassMessage Articles(string mediaId) => new() { Type = "mpnews", Value = mediaId };

    public static MassMessage Text(string content) => new() { Type = "text", Value = content };

    /// <summary>A picture, by its media id.</summary>
    public static MassMessage Image(string mediaId) => new() { Type = "image", Value = mediaId };
}

/// <summary>The body of the mass calls.</summary>
internal sealed record MassRequest(string Msgtype)
{
    public FilterPart? Filter { get; init; }

    /// <summary>One openid for a preview is written bare, a list for a send.</summary>
    [JsonConverter(typeof(OneOrMany))]
    public IReadOnlyList<string>? Touser { get; init; }

    public MediaReference? Mpnews { get; init; }

    public ContentPart? Text { get; init; }

    public MediaReference? Image { get; init; }

    /// <summary>0 stops at an article that turns out to be somebody else's.</summary>
    public int? SendIgnoreReprint { get; init; }

    public string? Clientmsgid { get; init; }

    public static MassRequest Of(MassMessage message, string clientMessageId) => new(message.Type)
    {
        Mpnews = message.Type == "mpnews" ? new(message.Value) : null,
        Text = message.Type == "text" ? new(message.Value) : null,
        Image = message.Type == "image" ? new(message.Value) : null,
        SendIgnoreReprint = message.Type == "mpnews" && clientMessageId.Length > 0 ? 0 : null,
        Clientmsgid = clientMessageId.Length > 0 ? clientMessageId : null,
    };

    internal sealed record FilterPart(bool IsToAll, int? TagId);

    internal sealed record ContentPart(string Content);
}

internal sealed record MassReference(long MsgId);

internal sealed record MassDeletion(long MsgId, int ArticleIdx);

/// <summary>How a mass send went.</summary>
/// <param name="MessageId">The number that the send gave.</param>
/// <param name="Status"><c>send success</c>, <c>send fail</c>, or <c>err(num)</c> for a refusal by review.</param>
/// <param name="Total">Followers who were meant.</param>
/// <param name="Filtered">Those left after the platform's own filter, such as the 4 a month.</param>
/// <param name="Sent">Those who got it.</param>
/// <param name="Failed">Those who did not.</param>
public sealed record WeChatMassResult(string MessageId, string Status, int Total, int Filtered, int Sent, int Failed)
{
    public bool IsSent => Status == "send success";

    /// <summary>The event MASSSENDJOBFINISH.</summary>
    /// <returns>Null for any other activity.</returns>
    public static WeChatMassResult? From(Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        if (activity.Name != "MASSSENDJOBFINISH")
            return null;
        int Count(string name) => int.TryParse(activity.Values.GetValueOrDefault(name), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0;
        return new(
            activity.Values.GetValueOrDefault("MsgID", ""), activity.Values.GetValueOrDefault("Status", ""),
            Count("TotalCount"), Count("FilterCount"), Count("SentCount"), Count("ErrorCount"));
    }
}
