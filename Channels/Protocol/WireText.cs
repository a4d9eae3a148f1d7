using System.Buffers;
using System.Globalization;
using System.Text;

namespace ChatDesk.Channels.Protocol;

/// <summary>Makes text fit for a platform: no characters that XML or a database refuses, no half characters at a cut.</summary>
public static class WireText
{
    private const string Ellipsis = "…";

    private static readonly SearchValues<char> Suspects = SearchValues.Create(SuspectCharacters());

    /// <summary>Removes control characters (all below U+0020 except tab, line feed and carriage return), U+FFFE, U+FFFF and unpaired surrogates.</summary>
    public static string Clean(string text)
    {
        if (text.AsSpan().IndexOfAny(Suspects) < 0)
            return text;
        var clean = new StringBuilder(text.Length);
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            var status = Rune.DecodeFromUtf16(rest, out var rune, out var consumed);
            if (status is OperationStatus.Done && !IsRefused(rune.Value))
                clean.Append(rest[..consumed]);
            rest = rest[consumed..];
        }
        return clean.ToString();
    }

    /// <summary>Cuts between text elements so that the UTF-8 form has at most <paramref name="maxBytes"/> bytes, ending in "…" where something was cut.</summary>
    public static string CutBytes(string text, int maxBytes) => Cut(text, maxBytes, Encoding.UTF8.GetByteCount);

    /// <summary>Cuts to at most <paramref name="maxElements"/> characters as people count them, ending in "…" where something was cut.</summary>
    public static string CutCharacters(string text, int maxElements) => Cut(text, maxElements, CountElements);

    private static string Cut(string text, int max, Func<string, int> measure)
    {
        if (measure(text) <= max)
            return text;
        var budget = max - measure(Ellipsis);
        var end = 0;
        for (var elements = StringInfo.GetTextElementEnumerator(text); elements.MoveNext(); end += elements.GetTextElement().Length)
        {
            budget -= measure(elements.GetTextElement());
            if (budget < 0)
                break;
        }
        return string.Concat(text.AsSpan(0, end), Ellipsis);
    }

    private static int CountElements(string text) => new StringInfo(text).LengthInTextElements;

    private static bool IsRefused(int value) => value is < 0x20 and not ('\t' or '\n' or '\r') or 0xFFFE or 0xFFFF;

    private static string SuspectCharacters()
    {
        var suspects = new StringBuilder();
        for (var value = 0; value <= char.MaxValue; value++)
        {
            if (IsRefused(value) || char.IsSurrogate((char)value))
                suspects.Append((char)value);
        }
        return suspects.ToString();
    }
}
