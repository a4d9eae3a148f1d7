using System.Text;

namespace ChatDesk.Knowledge.Understanding.Places;

/// <summary>Rewrites a text so that places can be read from it: numbers in figures, house words as the standard characters.</summary>
internal static class NumberText
{
    private const string Digits = "零一二三四五六七八九";

    /// <summary>"三号楼二单元二零一" becomes "3号楼2单元201", "3dong2danyuan" becomes "3栋2单元".</summary>
    public static string Of(string plain)
    {
        StringBuilder text = new(plain.Length);
        for (var i = 0; i < plain.Length;)
        {
            var end = i;
            while (end < plain.Length && IsNumeral(plain[end]))
                end++;
            if (end > i)
            {
                AppendFigures(text, plain.AsSpan(i, end - i));
                i = end;
            }
            else
            {
                i += HouseWords.Append(text, plain, i);
            }
        }

        return text.ToString();
    }

    /// <summary>"16-2" and "十八楼" written together are two numbers.</summary>
    private static void AppendFigures(StringBuilder text, ReadOnlySpan<char> run)
    {
        var arabic = run.IndexOfAnyExceptInRange('0', '9');
        if (arabic > 0 && run[arabic..].Contains('十') && run[arabic] != '十')
            text.Append(run[..arabic]).Append(' ').Append(Figures(run[arabic..]));
        else if (arabic > 0 && arabic < run.Length && run[arabic] == '十' && arabic == 1 && text.Length > 0 && text[^1] == '-')
            text.Append(run[..arabic]).Append(' ').Append(Figures(run[arabic..]));
        else
            text.Append(Figures(run));
    }

    private static bool IsNumeral(char character) => DigitOf(character) >= 0 || character == '十' || char.IsAsciiDigit(character);

    private static int DigitOf(char character) => character switch
    {
        '幺' => 1,
        '两' => 2,
        '壹' => 1,
        '贰' => 2,
        '叁' => 3,
        '肆' => 4,
        '伍' => 5,
        '陆' => 6,
        '柒' => 7,
        '捌' => 8,
        '玖' => 9,
        '〇' or 'o' => character == 'o' ? -1 : 0,
        _ => Digits.IndexOf(character, StringComparison.Ordinal),
    };

    private static string Figures(ReadOnlySpan<char> run)
    {
        var ten = run.IndexOf('十');
        if (ten < 0)
            return EachDigit(run);
        if (run[(ten + 1)..].Contains('十') || ten > 1 || run.Length - ten > 2)
            return new string(run);
        var tens = ten == 0 ? 1 : ValueOf(run[0]);
        var ones = ten + 1 < run.Length ? ValueOf(run[ten + 1]) : 0;
        return (tens * 10 + ones).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private static int ValueOf(char character) => char.IsAsciiDigit(character) ? character - '0' : DigitOf(character);

    private static string EachDigit(ReadOnlySpan<char> run)
    {
        // "四五楼" is "floor 4 or 5", not 45.
        if (run.Length == 2 && DigitOf(run[0]) > 0 && DigitOf(run[1]) == DigitOf(run[0]) + 1)
            return new string(run);
        Span<char> figures = stackalloc char[run.Length];
        for (var i = 0; i < run.Length; i++)
            figures[i] = (char)('0' + ValueOf(run[i]));
        return new string(figures);
    }
}
