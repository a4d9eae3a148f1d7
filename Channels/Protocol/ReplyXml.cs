using System.Globalization;
using System.Xml.Linq;
using ChatDesk.Channels.Activities;

namespace ChatDesk.Channels.Protocol;

/// <summary>The parts of a passive reply that WeChat and WeCom read alike. Pure.</summary>
internal static class ReplyXml
{
    /// <summary>The platforms cut a longer text themselves, inside a character.</summary>
    public const int MaxTextBytes = 2048;

    /// <summary>A reply document: to whoever wrote, from whoever was written to.</summary>
    public static XElement Document(Activity message, DateTimeOffset at, string type, params ReadOnlySpan<XElement> content) =>
        new("xml",
            Text("ToUserName", message.From.Id),
            Text("FromUserName", message.Recipient.Id),
            new XElement("CreateTime", at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
            Text("MsgType", type),
            content.ToArray());

    /// <summary>An element with text that a person may have written: anything in it survives, except what XML cannot carry.</summary>
    public static XElement Text(string name, string text) => new(name, new XCData(WireText.Clean(text)));
}
