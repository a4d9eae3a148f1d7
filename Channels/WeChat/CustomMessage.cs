using ChatDesk.Channels.Activities;
using ChatDesk.Channels.Protocol;

namespace ChatDesk.Channels.WeChat;

/// <summary>A 客服消息; exactly one of the bodies is there, the one that its type names.</summary>
/// <remarks>Source: https://developers.weixin.qq.com/doc/service/api/customer/message/api_sendcustommessage.</remarks>
internal sealed record CustomMessage(string Touser, string Msgtype)
{
    public TextBody? Text { get; init; }

    public ImageBody? Image { get; init; }

    public NewsBody? News { get; init; }

    public MenuBody? Msgmenu { get; init; }

    /// <exception cref="NotSupportedException">The activity needs more than one message, or a kind that official accounts do not have.</exception>
    public static CustomMessage From(Activity activity)
    {
        var to = activity.Recipient.Id;
        return WeChatContent.Of(activity) switch
        {
            WeChatContent.Text { Choices: [] } text => new(to, "text") { Text = new(Fit(text.Body)) },
            WeChatContent.Text menu => new(to, "msgmenu") { Msgmenu = MenuBody.Of(menu) },
            WeChatContent.Image image => new(to, "image") { Image = new(image.MediaId) },
            WeChatContent.News news => new(to, "news") { News = new([Article.Of(news.Link)]) },
            _ => throw new NotSupportedException("One official-account message carries a text, one uploaded picture or one link."),
        };
    }

    private static string Fit(string text) => WireText.CutBytes(WireText.Clean(text), ReplyXml.MaxTextBytes);

    internal sealed record TextBody(string Content);

    internal sealed record ImageBody(string MediaId);

    /// <param name="Articles">Exactly one, more are refused (45008).</param>
    internal sealed record NewsBody(IReadOnlyList<Article> Articles);

    internal sealed record Article(string Title, string Description, string Url, string Picurl)
    {
        public static Article Of(WebLink link) => new(link.Title, link.Description ?? "", link.Url, link.PicUrl ?? "");
    }

    internal sealed record MenuBody(string HeadContent, IReadOnlyList<MenuItem> List, string TailContent)
    {
        public static MenuBody Of(WeChatContent.Text menu) =>
            new(Fit(menu.Body), [.. menu.Choices.Select(c => new MenuItem(c.Value, c.Title))], TailContent: "");
    }

    internal sealed record MenuItem(string Id, string Content);
}
