using System.Globalization;

namespace ChatDesk.BotHost.Imports.Tables;

/// <summary>Excel's names for cells: B3 is column 1, row 3.</summary>
internal static class CellReference
{
    /// <returns>From 0; null where there is no such name.</returns>
    public static int? Column(string? reference)
    {
        var column = 0;
        foreach (var letter in (reference ?? "").TakeWhile(char.IsAsciiLetterUpper).Take(4))
            column = (column * 26) + (letter - 'A' + 1);
        return column == 0 ? null : column - 1;
    }

    /// <returns>From 1; null where there is no such name.</returns>
    public static int? Row(string? reference) =>
        int.TryParse((reference ?? "").TrimStart([.. Enumerable.Range('A', 26).Select(letter => (char)letter)]), NumberStyles.None, CultureInfo.InvariantCulture, out var row)
            ? row
            : null;
}
