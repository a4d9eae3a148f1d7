using ChatDesk.Channels.Activities;
using ChatDesk.Channels.Protocol;

namespace ChatDesk.Channels.WeChat;

/// <summary>What one official-account message can carry: exactly one of these.</summary>
internal abstract record WeChatContent
{
    public sealed record Text(string Body, IReadOnlyList<SuggestedAction> Choices) : WeChatContent;

    public sealed record Image(string MediaId) : WeChatContent;

    public sealed record News(WebLink Link) : WeChatContent;

    /// <returns>Null for an activity that needs more than one message, or a kind that official accounts do not have.</returns>
    public static WeChatContent? Of(Activity activity) => activity.Type is not ActivityType.Message ? null : activity switch
    {
        { Text: { Length: > 0 } text, Attachments: [] } => new Text(text, activity.SuggestedActions),
        { Text: null or "", SuggestedActions: [], Attachments: [{ ContentType: var type, MediaId: { } media }] } when IsImage(type) => new Image(media),
        { Text: null or "", SuggestedActions: [], Attachments: [{ ContentType: AttachmentType.Link } link] } => new News(WebLink.From(link)),
        _ => null,
    };

    private static bool IsImage(string type) => type.StartsWith("image/", StringComparison.Ordinal);
}
