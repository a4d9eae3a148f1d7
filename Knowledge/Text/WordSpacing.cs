using System.Text;

namespace ChatDesk.Knowledge.Text;

/// <summary>Closes up text that was written with a space after every character.</summary>
internal static class WordSpacing
{
    private const int ShortestRun = 3;

    public static PlainText Closed(PlainText plain)
    {
        if (!plain.Text.Contains(' ', StringComparison.Ordinal) || LongestSpacedRun(plain.Text) < ShortestRun)
            return plain;
        StringBuilder text = new(plain.Text.Length);
        List<int> origin = [];
        for (var i = 0; i < plain.Text.Length; i++)
        {
            if (plain.Text[i] == ' ' && i > 0 && i + 1 < plain.Text.Length && IsHan(plain.Text[i - 1]) && IsHan(plain.Text[i + 1]))
                continue;
            text.Append(plain.Text[i]);
            origin.Add(plain.Origin[i]);
        }

        return new(text.ToString(), [.. origin]);
    }

    private static int LongestSpacedRun(string text)
    {
        var (longest, run) = (0, 0);
        for (var i = 0; i + 1 < text.Length; i += 2)
        {
            if (IsHan(text[i]) && text[i + 1] == ' ')
                longest = Math.Max(longest, ++run);
            else
                (run, i) = (0, i - 1);
        }

        return longest;
    }

    private static bool IsHan(char character) => character is >= '\u4e00' and <= '\u9fff';
}
