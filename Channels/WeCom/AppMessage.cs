using System.Text.Json;
using ChatDesk.Channels.Activities;
using ChatDesk.Channels.Protocol;

namespace ChatDesk.Channels.WeCom;

/// <summary>A message of an application to its members: exactly one of the bodies is there, the one that <see cref="Msgtype"/> names.</summary>
/// <remarks>
/// Source: https://developer.work.weixin.qq.com/document/path/90236. An identical message within the interval is accepted and not
/// delivered again, which makes a retry safe. Limits: <see cref="AppMessageRules"/>.
/// </remarks>
public sealed record AppMessage(string? Touser, string Msgtype, int Agentid)
{
    private const int MaxRecipients = 1000;

    /// <summary>Departments beside the members, joined by "|"; null for none.</summary>
    public string? Toparty { get; init; }

    /// <summary>Tags beside the members, joined by "|"; null for none.</summary>
    public string? Totag { get; init; }

    /// <summary>1 for a message that cannot be forwarded; null for any other.</summary>
    public int? Safe { get; init; }

    public int EnableDuplicateCheck { get; } = 1;

    /// <summary>Seconds.</summary>
    public int DuplicateCheckInterval { get; } = 1800;

    public AppBody.Words? Text { get; init; }

    public AppBody.Media? Image { get; init; }

    public AppBody.Media? Voice { get; init; }

    public AppBody.Media? File { get; init; }

    public AppBody.Film? Video { get; init; }

    public AppBody.LinkCard? Textcard { get; init; }

    public AppBody.Links? News { get; init; }

    public AppBody.Articles? Mpnews { get; init; }

    /// <summary>Shown in WeCom's own client only.</summary>
    public AppBody.Words? Markdown { get; init; }

    public TemplateCard? TemplateCard { get; init; }

    public static AppMessage OfText(string content) => new(null, "text", 0) { Text = new(content) };

    public static AppMessage OfImage(string mediaId) => new(null, "image", 0) { Image = new(mediaId) };

    public static AppMessage OfVoice(string mediaId) => new(null, "voice", 0) { Voice = new(mediaId) };

    public static AppMessage OfFile(string mediaId) => new(null, "file", 0) { File = new(mediaId) };

    public static AppMessage OfVideo(AppBody.Film video) => new(null, "video", 0) { Video = video };

    public static AppMessage OfTextCard(AppBody.LinkCard card) => new(null, "textcard", 0) { Textcard = card };

    public static AppMessage OfNews(IReadOnlyList<AppBody.Link> articles) => new(null, "news", 0) { News = new(articles) };

    public static AppMessage OfArticles(IReadOnlyList<AppBody.Article> articles) => new(null, "mpnews", 0) { Mpnews = new(articles) };

    public static AppMessage OfMarkdown(string content) => new(null, "markdown", 0) { Markdown = new(content) };

    public static AppMessage OfCard(TemplateCard card) => new(null, "template_card", 0) { TemplateCard = card };

    /// <summary>The message as the only content of an outbound activity, whose recipients it goes to.</summary>
    /// <exception cref="ArgumentException">It breaks a limit of the platform.</exception>
    public Attachment ToAttachment()
    {
        AppMessageRules.EnsureValid(this);
        return new Attachment(AttachmentType.WeComMessage, Content: JsonSerializer.SerializeToElement(this, WeComJson.Raw.AppMessage));
    }

    /// <exception cref="NotSupportedException">The activity is not one message, or has too many recipients.</exception>
    /// <exception cref="ArgumentException">It breaks a limit of the platform.</exception>
    internal static AppMessage From(Activity activity, int agentId)
    {
        var to = activity.Recipient.Id;
        if (to.AsSpan().Count('|') >= MaxRecipients)
            throw new NotSupportedException("One message has at most 1000 recipients.");
        var message = Body(activity) with { Touser = to.Length == 0 ? null : to, Agentid = agentId };
        AppMessageRules.EnsureValid(message);
        return message;
    }

    private static AppMessage Body(Activity activity) => activity switch
    {
        { Attachments: [], Text.Length: > 0 } => OfText(WeComText.Of(activity)),
        { Attachments: [var attachment], Text: null or "" } => Of(attachment),
        _ => throw NotOne(),
    };

    private static AppMessage Of(Attachment attachment) => attachment switch
    {
        { ContentType: AttachmentType.WeComCard } => OfCard(WeCom.TemplateCard.From(attachment)),
        { ContentType: AttachmentType.WeComMessage } => attachment.Content?.Deserialize(WeComJson.Raw.AppMessage) ?? throw NotOne(),
        { ContentType: AttachmentType.Link } => OfNews([AppBody.Link.Of(WebLink.From(attachment))]),
        { MediaId: { } media, ContentType: var type } when IsA(type, "image/") => OfImage(media),
        { MediaId: { } media, ContentType: var type } when IsA(type, "audio/") => OfVoice(media),
        { MediaId: { } media, ContentType: var type } when IsA(type, "video/") => OfVideo(new(media)),
        { MediaId: { } media } => OfFile(media),
        _ => throw NotOne(),
    };

    private static bool IsA(string type, string family) => type.StartsWith(family, StringComparison.Ordinal);

    private static NotSupportedException NotOne() => new("One application message carries a text, one uploaded file, one link, one card or one typed message.");
}
