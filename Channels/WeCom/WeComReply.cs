using System.Xml.Linq;
using ChatDesk.Channels.Activities;
using ChatDesk.Channels.Protocol;

namespace ChatDesk.Channels.WeCom;

/// <summary>Turns the desk's answer into a passive reply. Pure.</summary>
/// <remarks>Source: https://developer.work.weixin.qq.com/document/path/90241.</remarks>
public static class WeComReply
{
    /// <param name="message">The message that is answered: its writer gets the reply.</param>
    /// <param name="reply">A text; anything else is sent by the client.</param>
    /// <param name="at">The time to write into it.</param>
    /// <returns>The document, null where a passive reply cannot carry the answer.</returns>
    public static XElement? ToXml(Activity message, Activity reply, DateTimeOffset at) =>
        reply is { Type: ActivityType.Message, Text.Length: > 0, Attachments: [] }
            ? ReplyXml.Document(message, at, "text", ReplyXml.Text("Content", WeComText.Of(reply)))
            : null;
}
