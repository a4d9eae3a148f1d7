using System.Xml.Linq;
using ChatDesk.Channels.Sandbox.Phones;
using ChatDesk.Channels.Sandbox.Platform;

namespace ChatDesk.Channels.Sandbox.OfficialAccount;

/// <summary>A passive reply as the phone shows it; both platforms use the same XML.</summary>
internal static class PassiveReply
{
    /// <returns>Null for a reply that the phone cannot show: wrong addressee, unknown type or empty content.</returns>
    public static PhoneItem? Read(XElement reply, string sender, MediaShelf media)
    {
        if (reply.Element("ToUserName")?.Value != sender)
            return null;
        var item = reply.Element("MsgType")?.Value switch
        {
            "text" => reply.Element("Content")?.Value is { Length: > 0 } text ? TextMarkup.ToItem(text) : null,
            "image" => Image(reply.Element("Image")?.Element("MediaId")?.Value, media),
            "news" => News(reply.Element("Articles")?.Elements("item").ToList() ?? []),
            _ => null,
        };
        return item is null ? null : item with { Via = "reply" };
    }

    private static PhoneItem? Image(string? mediaId, MediaShelf media) =>
        media.Find(mediaId) is null ? null : new PhoneItem { From = "them", Kind = "image", Url = CustomMessage.PictureUrl(mediaId!) };

    // An answer to a message may hold one article.
    private static PhoneItem? News(List<XElement> articles) => articles is not [var article] ? null : new PhoneItem
    {
        From = "them",
        Kind = "news",
        Title = article.Element("Title")?.Value,
        Text = article.Element("Description")?.Value,
        Url = article.Element("Url")?.Value,
        PictureUrl = article.Element("PicUrl")?.Value,
    };
}
