using System.Text;
using System.Xml.Linq;
using ChatDesk.Channels.Activities;
using ChatDesk.Channels.Protocol;

namespace ChatDesk.Channels.WeChat;

/// <summary>Turns the desk's answer into a passive reply. Pure.</summary>
/// <remarks>Source: https://developers.weixin.qq.com/doc/service/guide/product/message/Passive_user_reply_message.html.</remarks>
public static class WeChatReply
{
    /// <param name="message">The message that is answered: its writer gets the reply.</param>
    /// <param name="reply">A text with or without choices, one picture with a media id, or one link.</param>
    /// <param name="at">The time to write into it.</param>
    /// <returns>The document, null where a passive reply cannot carry the answer.</returns>
    public static XElement? ToXml(Activity message, Activity reply, DateTimeOffset at) => WeChatContent.Of(reply) switch
    {
        WeChatContent.Text text => ReplyXml.Document(message, at, "text", ReplyXml.Text("Content", Render(text))),
        WeChatContent.Image image => ReplyXml.Document(message, at, "image", new XElement("Image", ReplyXml.Text("MediaId", image.MediaId))),
        WeChatContent.News news => ReplyXml.Document(message, at, "news", new XElement("ArticleCount", 1), new XElement("Articles", Article(news.Link))),
        _ => null,
    };

    private static XElement Article(WebLink link) => new("item",
        ReplyXml.Text("Title", link.Title),
        ReplyXml.Text("Description", link.Description ?? ""),
        ReplyXml.Text("PicUrl", link.PicUrl ?? ""),
        ReplyXml.Text("Url", link.Url));

    private static string Render(WeChatContent.Text text)
    {
        var links = string.Concat(text.Choices.Select(TapLink));
        return WireText.CutBytes(text.Body, ReplyXml.MaxTextBytes - Encoding.UTF8.GetByteCount(links)) + links;
    }

    private static string TapLink(SuggestedAction choice) =>
        $"\n<a href=\"weixin://bizmsgmenu?msgmenucontent={Uri.EscapeDataString(choice.Title)}&msgmenuid={Uri.EscapeDataString(choice.Value)}\">{choice.Title}</a>";
}
