using System.Globalization;
using System.Text;

namespace ChatDesk.Channels.WeCom;

/// <summary>The platform's limits on application and group messages. Pure.</summary>
/// <remarks>Source: https://developer.work.weixin.qq.com/document/path/90236, path/91770.</remarks>
public static class AppMessageRules
{
    internal const int TextBytes = 2048;
    internal const int GroupMarkdownBytes = 4096;
    internal const int MostArticles = 8;

    /// <exception cref="ArgumentException">The message breaks a limit; the text lists all of them.</exception>
    public static void EnsureValid(AppMessage message)
    {
        var problems = string.Join(' ', Problems(message));
        if (problems.Length > 0)
            throw new ArgumentException(problems, nameof(message));
    }

    /// <returns>One sentence for each limit that the message breaks.</returns>
    public static IEnumerable<string> Problems(AppMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        (bool Broken, string Sentence)[] rules =
        [
            (message.Text is { Content.Length: 0 }, "A text is not empty."),
            (Bytes(message.Text?.Content) > TextBytes, "A text has at most 2048 bytes."),
            (Bytes(message.Markdown?.Content) > TextBytes, "markdown has at most 2048 bytes."),
            (Bytes(message.Video?.Title) > 128 || Bytes(message.Video?.Description) > 512, "A video's title has at most 128 bytes, its description 512."),
            .. message.Textcard is { } card ? TextCard(card) : [],
            .. message.News is { } news ? News(news) : [],
            (message.Mpnews is { List.Count: < 1 or > MostArticles }, "mpnews has 1 to 8 articles."),
        ];
        return rules.Where(rule => rule.Broken).Select(rule => rule.Sentence).Concat(message.TemplateCard is { } template ? TemplateCardRules.Problems(template) : []);
    }

    internal static (bool, string)[] News(AppBody.Links news) =>
    [
        (news.Articles.Count is < 1 or > MostArticles, "news has 1 to 8 articles."),
        (news.Articles.Any(a => Bytes(a.Title) is 0 or > 128), "An article's title has 1 to 128 bytes."),
        (news.Articles.Any(a => Bytes(a.Description) > 512), "An article's description has at most 512 bytes."),
        (news.Articles.Any(a => string.IsNullOrEmpty(a.Url) && string.IsNullOrEmpty(a.Appid)), "An article has a url, or appid and pagepath."),
    ];

    internal static int Bytes(string? text) => Encoding.UTF8.GetByteCount(text ?? "");

    private static (bool, string)[] TextCard(AppBody.LinkCard card) =>
    [
        (Bytes(card.Title) is 0 or > 128, "A textcard's title has 1 to 128 bytes."),
        (Bytes(card.Description) is 0 or > 512, "A textcard's description has 1 to 512 bytes."),
        (Bytes(card.Url) > 2048 || !IsWeb(card.Url), "A textcard's url is http or https and has at most 2048 bytes."),
        (new StringInfo(card.Btntxt ?? "").LengthInTextElements > 4, "A textcard's button has at most 4 characters."),
    ];

    private static bool IsWeb(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";
}
