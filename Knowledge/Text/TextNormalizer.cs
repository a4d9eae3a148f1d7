using System.Globalization;
using System.Reflection;
using System.Text;

namespace ChatDesk.Knowledge.Text;

/// <summary>Makes the many ways to type the same thing one: width, invisible characters, traditional forms, case, dialect words, drawn-out letters.</summary>
internal static class TextNormalizer
{
    private const int LongestRun = 3;
    private static readonly Dictionary<char, List<(string Said, string Standard)>> Dialect = ReadDialect();

    public static PlainText Normalize(string original)
    {
        StringBuilder text = new(original.Length + 8);
        List<int> origin = new(original.Length + 8);
        for (var i = 0; i < original.Length; i++)
        {
            var character = Plain(original[i]);
            if (character == '\0' || IsDrawnOut(text, character))
                continue;
            text.Append(character);
            origin.Add(i);
        }

        return Standardize(WordSpacing.Closed(new(text.ToString(), [.. origin])));
    }

    private static char Plain(char character)
    {
        if (char.IsAscii(character))
            return character is '\r' ? '\0' : char.ToLowerInvariant(character == '\n' ? ';' : character == '\t' ? ' ' : character);
        if (character is >= '\uff01' and <= '\uff5e')
            return char.ToLowerInvariant((char)(character - 0xfee0));
        return character switch
        {
            '\u3000' or '\u00a0' => ' ',
            '。' => '。',
            '、' => '、',
            '—' or '–' or '‐' or '‑' or '−' or '―' or '－' => '-',
            '【' or '〔' or '「' or '『' => '[',
            '】' or '〕' or '」' or '』' => ']',
            '“' or '”' => '"',
            '‘' or '’' => '\'',
            '＃' => '#',
            '〇' => '零',
            '\ufe0f' or '\ufe0e' => '\0',
            _ when char.GetUnicodeCategory(character) is UnicodeCategory.Format or UnicodeCategory.Control => '\0',
            _ => HanTable.Simplify(character),
        };
    }

    private static bool IsDrawnOut(StringBuilder text, char character)
    {
        if (char.IsAsciiDigit(character) || "零一二三四五六七八九幺".Contains(character, StringComparison.Ordinal) || text.Length < LongestRun)
            return false;
        for (var back = 1; back <= LongestRun; back++)
        {
            if (text[^back] != character)
                return false;
        }

        return true;
    }

    private static PlainText Standardize(PlainText plain)
    {
        if (!plain.Text.AsSpan().ContainsAnyExcept(Undialected))
            return plain;
        StringBuilder text = new(plain.Text.Length + 8);
        List<int> origin = new(plain.Text.Length + 8);
        for (var i = 0; i < plain.Text.Length;)
        {
            var (said, standard) = DialectAt(plain.Text, i);
            text.Append(standard);
            for (var j = 0; j < standard.Length; j++)
                origin.Add(plain.Origin[i + Math.Min(j, said - 1)]);
            i += said;
        }

        return new(text.ToString(), [.. origin]);
    }

    private static readonly System.Buffers.SearchValues<char> Undialected =
        System.Buffers.SearchValues.Create([.. Enumerable.Range(0, char.MaxValue + 1).Select(code => (char)code).Where(character => !Dialect.ContainsKey(character))]);

    private static (int Said, string Standard) DialectAt(string text, int at)
    {
        if (Dialect.TryGetValue(text[at], out var entries))
        {
            foreach (var (said, standard) in entries)
            {
                if (string.CompareOrdinal(text, at, said, 0, said.Length) == 0)
                    return (said.Length, standard);
            }
        }

        return (1, text[at].ToString());
    }

    private static Dictionary<char, List<(string, string)>> ReadDialect()
    {
        Dictionary<char, List<(string, string)>> table = [];
        var pairs = EmbeddedText.Lines(Assembly.GetExecutingAssembly(), "Text.dialect.txt").SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        foreach (var pair in pairs.Select(pair => pair.Split('=')).OrderByDescending(pair => pair[0].Length))
        {
            if (!table.TryGetValue(pair[0][0], out var entries))
                table[pair[0][0]] = entries = [];
            entries.Add((pair[0], pair[1]));
        }

        return table;
    }
}
