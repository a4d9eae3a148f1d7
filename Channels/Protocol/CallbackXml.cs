using System.Xml;
using System.Xml.Linq;

namespace ChatDesk.Channels.Protocol;

/// <summary>Reads the XML that the platforms post. Nothing in it can reach out, expand or nest deep.</summary>
public static class CallbackXml
{
    /// <summary>The largest body that a callback reads, in bytes.</summary>
    public const int MaxBytes = 1024 * 1024;

    private const int MaxDepth = 16;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
        MaxCharactersInDocument = MaxBytes,
    };

    /// <summary>Reads elements and their text; attributes are left out, as neither platform sends any.</summary>
    /// <remarks>People can write control characters, which XML 1.0 refuses even in CDATA: they are removed first.</remarks>
    /// <returns>The root element, null where the text is not well-formed, too deep, too long, or has a DTD.</returns>
    public static XElement? Parse(string text)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(WireText.Clean(text).TrimStart('\uFEFF')), Settings);
            return Build(reader);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static XElement? Build(XmlReader reader)
    {
        XElement? root = null, current = null;
        while (reader.Read())
        {
            if (reader.Depth > MaxDepth)
                return null;
            if (reader.NodeType is XmlNodeType.Element)
            {
                var element = new XElement(reader.LocalName);
                current?.Add(element);
                root ??= element;
                current = reader.IsEmptyElement ? current : element;
            }
            else if (reader.NodeType is XmlNodeType.EndElement)
            {
                current = current?.Parent;
            }
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace)
            {
                current?.Add(reader.Value);
            }
        }
        return root;
    }
}
