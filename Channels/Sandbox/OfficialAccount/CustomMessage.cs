using System.Text;
using System.Text.Json;
using ChatDesk.Channels.Sandbox.Phones;
using ChatDesk.Channels.Sandbox.Platform;

namespace ChatDesk.Channels.Sandbox.OfficialAccount;

/// <summary>A 客服消息 as the platform checks it and the phone shows it. Pure but for looking up files.</summary>
/// <remarks>Source: https://developers.weixin.qq.com/doc/service/api/customer/message/api_sendcustommessage.</remarks>
internal static class CustomMessage
{
    private static readonly string[] Types =
        ["text", "image", "voice", "video", "music", "news", "mpnews", "mpnewsarticle", "msgmenu", "miniprogrampage", "wxcard"];

    public static (PhoneItem? Item, PlatformError? Error) Read(JsonElement message, MediaShelf media, Publications publications)
    {
        var type = message.Text("msgtype");
        if (type is null || !Types.Contains(type))
            return (null, PlatformErrors.InvalidMessageType);
        if (message.Member(type) is not { ValueKind: JsonValueKind.Object } content)
            return (null, PlatformErrors.InvalidParameter);
        return type switch
        {
            "text" => Text(content),
            "image" => Image(content, media),
            "news" => News(content),
            "msgmenu" => Menu(content),
            "voice" or "mpnews" => File(content, media, type == "voice" ? "voice" : "news", "media_id"),
            "video" => File(content, media, "link", "media_id", "thumb_media_id"),
            "music" or "miniprogrampage" => File(content, media, "link", "thumb_media_id"),
            "mpnewsarticle" => publications.IsPublished(content.Text("article_id")) ? Line("news", "文章") : (null, PlatformErrors.InvalidParameter),
            _ => content.Text("card_id") is null ? (null, PlatformErrors.InvalidParameter) : Line("text", "[卡券]"),
        };
    }

    private static (PhoneItem?, PlatformError?) File(JsonElement content, MediaShelf media, string kind, params ReadOnlySpan<string> fields)
    {
        foreach (var field in fields)
        {
            if (media.Find(content.Text(field)) is null)
                return (null, PlatformErrors.InvalidMediaId);
        }

        return Line(kind, content.Text("title") ?? "");
    }

    private static (PhoneItem?, PlatformError?) Line(string kind, string words) => (new PhoneItem { From = "them", Kind = kind, Title = words, Text = words }, null);

    private static (PhoneItem?, PlatformError?) Text(JsonElement content)
    {
        if (content.Text("content") is not { } text)
            return (null, PlatformErrors.EmptyText);
        return Encoding.UTF8.GetByteCount(text) > SandboxLimits.OfficialAccount.TextBytes
            ? (null, PlatformErrors.TextTooLong)
            : (TextMarkup.ToItem(text), null);
    }

    private static (PhoneItem?, PlatformError?) Image(JsonElement content, MediaShelf media) =>
        media.Find(content.Text("media_id")) is null
            ? (null, PlatformErrors.InvalidMediaId)
            : (new PhoneItem { From = "them", Kind = "image", Url = PictureUrl(content.Text("media_id")!) }, null);

    private static (PhoneItem?, PlatformError?) News(JsonElement content)
    {
        var articles = content.Items("articles");
        if (articles.Count != SandboxLimits.OfficialAccount.NewsArticles)
            return (null, PlatformErrors.TooManyArticles);
        var article = articles[0];
        if (article.Text("title") is not { } title)
            return (null, PlatformErrors.MissingTitle);
        return (new PhoneItem
        {
            From = "them",
            Kind = "news",
            Title = title,
            Text = article.Text("description"),
            Url = article.Text("url"),
            PictureUrl = article.Text("picurl"),
        }, null);
    }

    private static (PhoneItem?, PlatformError?) Menu(JsonElement content)
    {
        var choices = content.Items("list").Select(i => new PhoneChoice(i.Text("id") ?? "", i.Text("content") ?? "")).ToList();
        if (choices.Count == 0 || choices.Exists(c => c.Id.Length == 0 || c.Content.Length == 0))
            return (null, PlatformErrors.InvalidParameter);
        var words = new[] { content.Text("head_content"), content.Text("tail_content") }.OfType<string>();
        return (TextMarkup.ToItem(string.Join('\n', words)) with { Kind = "menu", Choices = choices }, null);
    }

    /// <summary>Where the playground fetches a file that a program uploaded.</summary>
    public static string PictureUrl(string mediaId) => $"/sandbox/pictures/{mediaId}";
}
