using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using ChatDesk.Channels.Protocol;

namespace ChatDesk.Channels.WeCom;

/// <summary>A message of a group robot (消息推送): exactly one of the bodies is there, the one that <see cref="Msgtype"/> names.</summary>
/// <remarks>Source: https://developer.work.weixin.qq.com/document/path/91770. A robot sends 20 a minute; nothing comes back from its group.</remarks>
public sealed record GroupMessage(string Msgtype)
{
    private const int PictureBytes = 2 * 1024 * 1024;

    public AppBody.Words? Text { get; init; }

    public AppBody.Words? Markdown { get; init; }

    [System.Text.Json.Serialization.JsonPropertyName("markdown_v2")]
    public AppBody.Words? MarkdownV2 { get; init; }

    public Picture? Image { get; init; }

    public AppBody.Links? News { get; init; }

    public AppBody.Media? File { get; init; }

    public AppBody.Media? Voice { get; init; }

    public TemplateCard? TemplateCard { get; init; }

    /// <param name="content">Cut at 2048 bytes.</param>
    /// <param name="mentioned">User ids, or @all.</param>
    /// <param name="mentionedPhones">Phone numbers of members, or @all.</param>
    public static GroupMessage OfText(string content, IReadOnlyList<string>? mentioned = null, IReadOnlyList<string>? mentionedPhones = null) =>
        new("text") { Text = new(WireText.CutBytes(WireText.Clean(content), AppMessageRules.TextBytes), mentioned, mentionedPhones) };

    /// <param name="content">Cut at 4096 bytes; <c>&lt;@userid&gt;</c> mentions a member.</param>
    public static GroupMessage OfMarkdown(string content) => new("markdown") { Markdown = new(Markup(content)) };

    /// <summary>With headings and tables, without mentions; cut at 4096 bytes.</summary>
    public static GroupMessage OfMarkdownV2(string content) => new("markdown_v2") { MarkdownV2 = new(Markup(content)) };

    /// <param name="picture">A jpg or png of at most 2 MB.</param>
    /// <exception cref="ArgumentException">It is larger, or empty.</exception>
    public static GroupMessage OfImage(byte[] picture) => new("image") { Image = Picture.Of(picture) };

    public static GroupMessage OfNews(IReadOnlyList<AppBody.Link> articles) => new("news") { News = new(articles) };

    /// <param name="mediaId">From <see cref="WeComClient.UploadGroupFileAsync"/> with the same robot.</param>
    public static GroupMessage OfFile(string mediaId) => new("file") { File = new(mediaId) };

    /// <param name="mediaId">From <see cref="WeComClient.UploadGroupFileAsync"/> with the same robot.</param>
    public static GroupMessage OfVoice(string mediaId) => new("voice") { Voice = new(mediaId) };

    /// <param name="card">A text_notice or news_notice.</param>
    public static GroupMessage OfCard(TemplateCard card) => new("template_card") { TemplateCard = card };

    /// <returns>One sentence for each limit that the message breaks.</returns>
    public IEnumerable<string> Problems()
    {
        var news = News is null ? [] : AppMessageRules.News(News).Where(rule => rule.Item1).Select(rule => rule.Item2);
        var card = TemplateCard switch
        {
            null => [],
            { CardType: WeCom.TemplateCard.TextNotice or WeCom.TemplateCard.NewsNotice, ActionMenu: null } => TemplateCardRules.Problems(TemplateCard),
            _ => ["A robot's card is a notice without anything that calls back."],
        };
        return [.. news, .. card];
    }

    private static string Markup(string content) => WireText.CutBytes(WireText.Clean(content), AppMessageRules.GroupMarkdownBytes);

    /// <param name="Base64">The file's bytes.</param>
    /// <param name="Md5">Of the bytes before Base64, lower-case hex.</param>
    public sealed record Picture(string Base64, string Md5)
    {
        [SuppressMessage("Security", "CA5351", Justification = "The platform's checksum is MD5.")]
        internal static Picture Of(byte[] bytes) => bytes.Length is > 0 and <= PictureBytes
            ? new(Convert.ToBase64String(bytes), Convert.ToHexStringLower(MD5.HashData(bytes)))
            : throw new ArgumentException("A robot's picture has at most 2 MB.", nameof(bytes));
    }
}
