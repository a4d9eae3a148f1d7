using System.Text.Json;
using ChatDesk.Channels.Activities;
using ChatDesk.Channels.Protocol;

namespace ChatDesk.Channels.WeChat;

/// <summary>A 客服消息 of any type: exactly one of the bodies is there, the one that <see cref="Msgtype"/> names.</summary>
/// <remarks>Source: https://developers.weixin.qq.com/doc/service/api/customer/message/api_sendcustommessage.</remarks>
public sealed record CustomMessage(string Touser, string Msgtype)
{
    public CustomBody.Words? Text { get; init; }

    public CustomBody.Media? Image { get; init; }

    public CustomBody.Media? Voice { get; init; }

    public CustomBody.Film? Video { get; init; }

    public CustomBody.Song? Music { get; init; }

    public CustomBody.Links? News { get; init; }

    /// <summary>Old articles by their media id.</summary>
    public CustomBody.Media? Mpnews { get; init; }

    public CustomBody.Published? Mpnewsarticle { get; init; }

    public CustomBody.Menu? Msgmenu { get; init; }

    public CustomBody.MiniProgram? Miniprogrampage { get; init; }

    public CustomBody.Coupon? Wxcard { get; init; }

    /// <summary>Signs it with a named agent of the console; null for the account.</summary>
    public CustomBody.Agent? Customservice { get; init; }

    /// <summary>Marks a text that a model wrote; null for any other.</summary>
    public CustomBody.Origin? Aimsgcontext { get; init; }

    public static CustomMessage OfText(string text) => new("", "text") { Text = new(Fit(text)) };

    public static CustomMessage OfImage(string mediaId) => new("", "image") { Image = new(mediaId) };

    public static CustomMessage OfVoice(string mediaId) => new("", "voice") { Voice = new(mediaId) };

    public static CustomMessage OfVideo(CustomBody.Film video) => new("", "video") { Video = video };

    public static CustomMessage OfMusic(CustomBody.Song music) => new("", "music") { Music = music };

    /// <summary>Exactly one link: the platform refuses more (45008).</summary>
    public static CustomMessage OfNews(CustomBody.Link link) => new("", "news") { News = new([link]) };

    public static CustomMessage OfOldArticles(string mediaId) => new("", "mpnews") { Mpnews = new(mediaId) };

    /// <summary>A published article (<see cref="WeChatPublication.ArticleId"/>).</summary>
    public static CustomMessage OfArticle(string articleId) => new("", "mpnewsarticle") { Mpnewsarticle = new(articleId) };

    public static CustomMessage OfMenu(CustomBody.Menu menu) => new("", "msgmenu") { Msgmenu = menu };

    public static CustomMessage OfMiniProgram(CustomBody.MiniProgram page) => new("", "miniprogrampage") { Miniprogrampage = page };

    public static CustomMessage OfCoupon(string cardId) => new("", "wxcard") { Wxcard = new(cardId) };

    /// <summary>The message as the only content of an outbound activity, whose recipient it goes to.</summary>
    public Attachment ToAttachment() =>
        new(AttachmentType.WeChatMessage, Content: JsonSerializer.SerializeToElement(this, WeChatJson.Raw.CustomMessage));

    /// <exception cref="NotSupportedException">The activity needs more than one message, or a kind that official accounts do not have.</exception>
    public static CustomMessage From(Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return Body(activity) with { Touser = activity.Recipient.Id };
    }

    private static CustomMessage Body(Activity activity) => WeChatContent.Of(activity) switch
    {
        WeChatContent.Text { Choices: [] } text => OfText(text.Body),
        WeChatContent.Text menu => OfMenu(new(Fit(menu.Body), [.. menu.Choices.Select(c => new CustomBody.Choice(c.Value, c.Title))], TailContent: "")),
        WeChatContent.Image image => OfImage(image.MediaId),
        WeChatContent.News { Link: var link } => OfNews(new(link.Title, link.Description ?? "", link.Url, link.PicUrl ?? "")),
        null when activity is { Text: null or "", Attachments: [var attachment] } => Of(attachment),
        _ => throw NotOne(),
    };

    private static CustomMessage Of(Attachment attachment) => attachment switch
    {
        { ContentType: AttachmentType.WeChatMessage } => attachment.Content?.Deserialize(WeChatJson.Raw.CustomMessage) ?? throw NotOne(),
        { MediaId: { } media, ContentType: var type } when type.StartsWith("audio/", StringComparison.Ordinal) => OfVoice(media),
        _ => throw NotOne(),
    };

    private static NotSupportedException NotOne() =>
        new("One official-account message carries a text, one uploaded picture or voice, one link or one typed message.");

    private static string Fit(string text) => WireText.CutBytes(WireText.Clean(text), ReplyXml.MaxTextBytes);
}
