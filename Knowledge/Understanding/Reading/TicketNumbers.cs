using System.Text.RegularExpressions;

namespace ChatDesk.Knowledge.Understanding.Reading;

/// <summary>Finds a ticket number as the desk writes it, also without its dash.</summary>
internal static partial class TicketNumbers
{
    [GeneratedRegex(@"gd\s?(?<month>\d{4})\s?-?\s?(?<count>\d{4,6})(?!\d)", RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();

    /// <returns>"GD2611-0001", or null.</returns>
    public static string? In(string plain) =>
        plain.Contains("gd", StringComparison.Ordinal) && Pattern().Match(plain) is { Success: true } match
            ? $"GD{match.Groups["month"].Value}-{match.Groups["count"].Value}"
            : null;
}
