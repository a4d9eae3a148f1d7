using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace ChatDesk.Channels.Sandbox.Platform;

/// <summary>Writes the XML that a platform posts: texts in CDATA, numbers bare, control characters as people typed them.</summary>
internal static class CallbackXmlWriter
{
    private static readonly XmlWriterSettings Settings = new() { OmitXmlDeclaration = true, CheckCharacters = false };

    public static XElement Text(string name, string value) => new(name, new XCData(value));

    public static XElement Number(string name, long value) => new(name, value);

    public static string Write(IEnumerable<XElement> fields)
    {
        StringBuilder text = new();
        using (var writer = XmlWriter.Create(text, Settings))
            new XElement("xml", fields).WriteTo(writer);
        return text.ToString();
    }
}
