using System.Globalization;
using ChatDesk.BotHost.Imports.Tables;

namespace ChatDesk.BotHost.Masters;

/// <summary>Homes as somebody types many at once: "101-104 201，202".</summary>
public static class RoomNames
{
    private const int LongestRange = 100;

    /// <returns>Each name once, in the typed order; a range that is none stays a name.</returns>
    public static IReadOnlyList<string> Read(string? typed) =>
    [
        .. CellText.Narrow(typed ?? "").Split([',', '、', ';', ' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .SelectMany(Spread).Distinct(StringComparer.OrdinalIgnoreCase),
    ];

    private static IEnumerable<string> Spread(string part)
    {
        if (part.Split(['-', '~', '至']) is [var from, var to] && Number(from) is { } first && Number(to) is { } last && last >= first && last - first < LongestRange)
            return Enumerable.Range(first, last - first + 1).Select(number => number.ToString(CultureInfo.InvariantCulture));
        return [part];
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
