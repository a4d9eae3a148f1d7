using System.Text.Json;
using ChatDesk.Channels.Sandbox.OfficialAccount;
using ChatDesk.Channels.Sandbox.Phones;
using ChatDesk.Channels.Sandbox.Platform;

namespace ChatDesk.Channels.Sandbox.WeComApp;

/// <summary>An application message as the platform checks it and a phone shows it. Pure but for looking up files.</summary>
/// <remarks>Source: https://developer.work.weixin.qq.com/document/path/90236.</remarks>
internal static class ApplicationMessage
{
    public static (PhoneItem? Item, PlatformError? Error) Read(JsonElement message, string app, string messageId, MediaShelf media) =>
        message.Text("msgtype") switch
        {
            "text" => Text(message.Member("text")?.Text("content")),
            "image" => Image(message.Member("image")?.Text("media_id"), media),
            "voice" => File(message.Member("voice"), media, "voice"),
            "file" => File(message.Member("file"), media, "link"),
            "video" => Titled(message.Member("video")) is { } tooLong ? (null, tooLong) : File(message.Member("video"), media, "link"),
            "markdown" => Text(message.Member("markdown")?.Text("content")),
            "textcard" => TextCard(message.Member("textcard")),
            "news" => News(message.Member("news")?.Items("articles") ?? []),
            "mpnews" => Articles(message.Member("mpnews")?.Items("articles") ?? []),
            "template_card" => Card(message.Member("template_card"), app, messageId),
            _ => (null, PlatformErrors.InvalidMessageType),
        };

    /// <summary>Cuts as the platform does, between characters.</summary>
    public static string Cut(string text)
    {
        var bytes = 0;
        var end = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if ((bytes += rune.Utf8SequenceLength) > SandboxLimits.WeCom.TextBytes)
                return text[..end];
            end += rune.Utf16SequenceLength;
        }

        return text;
    }

    private static (PhoneItem?, PlatformError?) Text(string? content) =>
        content is null ? (null, PlatformErrors.EmptyText) : (TextMarkup.ToItem(Cut(content)), null);

    private static (PhoneItem?, PlatformError?) Image(string? mediaId, MediaShelf media) => media.Find(mediaId) is null
        ? (null, PlatformErrors.InvalidMediaId)
        : (new PhoneItem { From = "them", Kind = "image", Url = CustomMessage.PictureUrl(mediaId!) }, null);

    private static (PhoneItem?, PlatformError?) File(JsonElement? content, MediaShelf media, string kind) =>
        media.Find(content?.Text("media_id")) is not { } file
            ? (null, PlatformErrors.InvalidMediaId)
            : (new PhoneItem { From = "them", Kind = kind, Title = content?.Text("title") ?? file.FileName, Text = content?.Text("description") }, null);

    private static (PhoneItem?, PlatformError?) TextCard(JsonElement? card)
    {
        if (card?.Text("title") is null)
            return (null, PlatformErrors.MissingTitle);
        if (card.Value.Text("description") is null)
            return (null, PlatformErrors.MissingDescription);
        if (Titled(card) is { } tooLong)
            return (null, tooLong);
        var url = card.Value.Text("url") ?? "";
        var isWeb = Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";
        return isWeb && Bytes(url) <= SandboxLimits.WeCom.UrlBytes ? (Link(card.Value), null) : (null, PlatformErrors.InvalidField("url"));
    }

    private static (PhoneItem?, PlatformError?) News(IReadOnlyList<JsonElement> articles)
    {
        if (articles.Count is 0 or > SandboxLimits.WeCom.NewsArticles)
            return (null, PlatformErrors.TooManyArticles);
        foreach (var article in articles)
        {
            if (article.Text("title") is null)
                return (null, PlatformErrors.MissingTitle);
            if (Titled(article) is { } tooLong)
                return (null, tooLong);
            if (article.Text("url") is null && article.Text("appid") is null)
                return (null, PlatformErrors.InvalidField("url"));
        }

        return (Link(articles[0]), null);
    }

    private static (PhoneItem?, PlatformError?) Articles(IReadOnlyList<JsonElement> articles) => articles switch
    {
        { Count: 0 or > SandboxLimits.WeCom.NewsArticles } => (null, PlatformErrors.TooManyArticles),
        _ when articles.Any(a => a.Text("title") is null || a.Text("content") is null) => (null, PlatformErrors.MissingTitle),
        _ when articles.Any(a => a.Text("thumb_media_id") is null) => (null, PlatformErrors.InvalidMediaId),
        _ => (Link(articles[0]), null),
    };

    private static PhoneItem Link(JsonElement content) => new()
    {
        From = "them", Kind = "news", Title = content.Text("title"), Text = content.Text("description") ?? content.Text("digest"), Url = content.Text("url"), PictureUrl = content.Text("picurl"),
    };

    private static PlatformError? Titled(JsonElement? content) =>
        Bytes(content?.Text("title")) > SandboxLimits.WeCom.TitleBytes || Bytes(content?.Text("description")) > SandboxLimits.WeCom.DescriptionBytes
            ? PlatformErrors.TextTooLong
            : null;

    private static int Bytes(string? text) => System.Text.Encoding.UTF8.GetByteCount(text ?? "");

    private static (PhoneItem?, PlatformError?) Card(JsonElement? card, string app, string messageId)
    {
        if (CardRules.Check(card) is { } error)
            return (null, error);
        var drawn = CardView.Draw(card!.Value, app, messageId, taskId: "");
        return (new PhoneItem { From = "them", Kind = "card", Text = drawn.Title, Card = drawn }, null);
    }
}
