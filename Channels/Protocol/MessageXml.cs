using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using ChatDesk.Channels.Activities;

namespace ChatDesk.Channels.Protocol;

/// <summary>The parts of a message that WeChat and WeCom write alike. Pure.</summary>
internal static class MessageXml
{
    private static readonly string[] Envelope = ["ToUserName", "FromUserName", "CreateTime", "MsgType", "Event", "AgentID"];

    /// <summary>A field that the platform always sends; it may be empty.</summary>
    /// <exception cref="FormatException">It is missing.</exception>
    public static string Field(XElement message, string name) =>
        message.Element(name)?.Value ?? throw new FormatException($"{name} is missing.");

    /// <summary>A field that is there only sometimes.</summary>
    /// <returns>Null where it is missing or empty.</returns>
    public static string? Optional(XElement message, string name) => message.Element(name)?.Value is { Length: > 0 } value ? value : null;

    /// <summary>A field that the platform always sends and never leaves empty.</summary>
    /// <exception cref="FormatException">It is missing or empty.</exception>
    public static string Filled(XElement message, string name) => Optional(message, name) ?? throw new FormatException($"{name} is missing.");

    /// <summary>When the platform says that it was written.</summary>
    /// <exception cref="FormatException">CreateTime is not a number of seconds.</exception>
    public static DateTimeOffset CreatedAt(XElement message)
    {
        var seconds = long.TryParse(Field(message, "CreateTime"), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : long.MaxValue;
        return seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : throw new FormatException("CreateTime is not a time.");
    }

    /// <summary>The same for the same event, however often it is sent: a hash of the fields that name it, wherever in it they are; fields that it lacks have no part in it.</summary>
    public static string EventId(XElement message, params ReadOnlySpan<string> names)
    {
        StringBuilder key = new();
        foreach (var name in names)
        {
            foreach (var value in message.Descendants(name).Select(element => element.Value).Where(value => value.Length > 0))
                key.Append(name).Append('=').Append(value.Length).Append(':').Append(value).Append(';');
        }
        return "event-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key.ToString())).AsSpan(0, 16));
    }

    /// <summary>An event's own fields by their paths, "ScanCodeInfo/ScanResult"; the second of a repeated element is "List[2]". Empty ones are left out.</summary>
    public static Dictionary<string, string> Values(XElement message, string? except = null)
    {
        Dictionary<string, string> values = [];
        foreach (var element in message.Elements())
        {
            if (!Envelope.Contains(element.Name.LocalName) && element.Name.LocalName != except)
                Flatten(element, "", values);
        }
        return values;
    }

    /// <summary>What an image, voice, video, location or link message carries; empty for other types.</summary>
    /// <exception cref="FormatException">A field that the platform always sends is missing or malformed.</exception>
    public static IReadOnlyList<Attachment> Attachments(XElement message, string type) => type switch
    {
        "image" => [new(AttachmentType.Image, ContentUrl: Optional(message, "PicUrl"), MediaId: Filled(message, "MediaId"))],
        "voice" => [new(AttachmentType.Voice, MediaId: Filled(message, "MediaId"), Name: Optional(message, "Format"))],
        "video" or "shortvideo" => [new(AttachmentType.Video, MediaId: Filled(message, "MediaId"))],
        "location" => [Location(message)],
        "link" => [Link(message)],
        _ => [],
    };

    private static Attachment Location(XElement message)
    {
        Place place = new(Degrees(message, "Location_X", 90), Degrees(message, "Location_Y", 180), Optional(message, "Label"));
        return new(AttachmentType.Location, Name: place.Label, Content: place.ToJson());
    }

    private static Attachment Link(XElement message)
    {
        WebLink link = new(Field(message, "Title"), Optional(message, "Description"), Filled(message, "Url"), Optional(message, "PicUrl"));
        return new(AttachmentType.Link, ContentUrl: link.Url, Name: link.Title, Content: link.ToJson());
    }

    private static double Degrees(XElement message, string name, double max) =>
        double.TryParse(Field(message, name), NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) && Math.Abs(degrees) <= max
            ? degrees
            : throw new FormatException($"{name} is not an angle.");

    private static void Flatten(XElement element, string parent, Dictionary<string, string> values)
    {
        var path = Path(element, parent);
        foreach (var child in element.Elements())
            Flatten(child, path + "/", values);
        if (!element.HasElements && element.Value.Length > 0)
            values[path] = element.Value;
    }

    private static string Path(XElement element, string parent)
    {
        var position = element.ElementsBeforeSelf(element.Name).Count() + 1;
        return position == 1 ? parent + element.Name.LocalName : $"{parent}{element.Name.LocalName}[{position}]";
    }
}
