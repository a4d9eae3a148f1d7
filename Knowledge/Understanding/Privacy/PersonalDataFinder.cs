using System.Text.RegularExpressions;
using ChatDesk.Knowledge.Text;

namespace ChatDesk.Knowledge.Understanding.Privacy;

/// <summary>Finds telephone numbers, identity and bank cards, plates and accounts in a message and masks them.</summary>
public static class PersonalDataFinder
{
    private const char Mask = '*';
    private const int ShortestNumber = 7;

    /// <returns>What was found, in order of place; spans do not overlap.</returns>
    public static IReadOnlyList<PersonalDatum> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Find(TextNormalizer.Normalize(text));
    }

    /// <summary>Replaces the data by asterisks, one for each character.</summary>
    public static string MaskIn(string text, IReadOnlyList<PersonalDatum> found)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(found);
        if (found.Count == 0)
            return text;
        var masked = text.ToCharArray();
        foreach (var datum in found)
            masked.AsSpan(datum.Start, datum.Length).Fill(Mask);
        return new(masked);
    }

    internal static IReadOnlyList<PersonalDatum> Find(PlainText plain)
    {
        var figures = Figures(plain.Text, out var digits);
        List<PersonalDatum> found = [];
        if (digits >= ShortestNumber)
        {
            Add(found, plain, figures, PersonalPatterns.IdCard(), PersonalKind.IdCard);
            Add(found, plain, figures, PersonalPatterns.Mobile(), PersonalKind.Phone);
            Add(found, plain, figures, PersonalPatterns.BankCard(), PersonalKind.BankCard);
            Add(found, plain, figures, PersonalPatterns.Landline(), PersonalKind.Phone);
        }

        Add(found, plain, figures, PersonalPatterns.Plate(), PersonalKind.Plate);
        if (figures.Contains('@', StringComparison.Ordinal))
            Add(found, plain, figures, PersonalPatterns.Email(), PersonalKind.Email);
        Add(found, plain, figures, PersonalPatterns.WeChatId(), PersonalKind.WeChatId);
        found.Sort((a, b) => a.Start.CompareTo(b.Start));
        return found;
    }

    private static void Add(List<PersonalDatum> found, PlainText plain, string figures, Regex pattern, PersonalKind kind)
    {
        foreach (Match match in pattern.Matches(figures))
        {
            var span = match.Groups["id"] is { Success: true } id ? id : (Capture)match;
            var start = plain.Origin[span.Index];
            var length = plain.Origin[span.Index + span.Length - 1] + 1 - start;
            if (!found.Exists(other => start < other.Start + other.Length && other.Start < start + length))
                found.Add(new(kind, start, length, string.Concat(span.Value.Where(char.IsLetterOrDigit)).ToUpperInvariant()));
        }
    }

    private static string Figures(string text, out int digits)
    {
        const string written = "零一二三四五六七八九";
        var count = 0;
        var figures = string.Create(text.Length, text, (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                var value = source[i] == '幺' ? 1 : written.IndexOf(source[i], StringComparison.Ordinal);
                span[i] = value >= 0 ? (char)('0' + value) : source[i];
                count += char.IsAsciiDigit(span[i]) ? 1 : 0;
            }
        });
        digits = count;
        return figures;
    }
}
