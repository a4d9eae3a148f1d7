using System.Text;

namespace ChatDesk.BotHost.Imports.Tables;

/// <summary>The letters of a cell as people mean them.</summary>
public static class CellText
{
    /// <summary>Control and zero-width characters go, line breaks become blanks, blanks around it go, and the apostrophe before a formula's sign, which only keeps Excel from computing it.</summary>
    public static string Clean(string raw)
    {
        ArgumentNullException.ThrowIfNull(raw);
        StringBuilder text = new(raw.Length);
        foreach (var letter in raw)
        {
            if (char.IsWhiteSpace(letter) || char.IsControl(letter))
                text.Append(' ');
            else if (letter is not ('\ufeff' or (>= '\u200b' and <= '\u200f')))
                text.Append(letter);
        }

        var clean = text.ToString().Trim();
        return clean.Length > 1 && clean[0] == '\'' && IsFormulaSign(clean[1]) ? clean[1..] : clean;
    }

    /// <summary>Full-width letters, digits and signs in their usual width: ２０１ becomes 201.</summary>
    public static string Narrow(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Create(text.Length, text, static (narrow, wide) =>
        {
            for (var i = 0; i < wide.Length; i++)
                narrow[i] = wide[i] is >= '！' and <= '～' ? (char)(wide[i] - 0xFEE0) : wide[i];
        });
    }

    /// <summary>Whether a spreadsheet takes a text that begins so for a formula.</summary>
    public static bool IsFormulaSign(char first) => first is '=' or '+' or '-' or '@' or '\t' or '\r';
}
