using System.Globalization;
using System.Text.RegularExpressions;
using ChatDesk.BotHost.Imports.Tables;
using ChatDesk.BotHost.Texts;

namespace ChatDesk.BotHost.Imports.Values;

/// <summary>Dates as people and spreadsheets write them.</summary>
public static partial class DateText
{
    /// <summary>Excel's day numbers from 1950 to 2119; other numbers are no dates of an estate.</summary>
    private const double FirstDay = 18264;
    private const double LastDay = 80352;

    /// <summary>What Excel counts from, so that its day 60, a 29 February 1900 that never was, does no harm later.</summary>
    private static readonly DateOnly DayZero = new(1899, 12, 30);

    /// <returns>The date, else null and why.</returns>
    public static (DateOnly? Date, string? Problem) Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var narrow = CellText.Narrow(text).Trim();
        if (YearFirst().Match(narrow) is { Success: true } match)
            return Date(match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value);
        if (Compact().Match(narrow) is { Success: true } compact)
            return Date(compact.Groups[1].Value, compact.Groups[2].Value, compact.Groups[3].Value);
        if (double.TryParse(narrow, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var day))
            return day is >= FirstDay and < LastDay ? (DayZero.AddDays((int)day), null) : (null, ImportTexts.DateWrong);
        return (null, YearLast().IsMatch(narrow) ? ImportTexts.DateAmbiguous : ImportTexts.DateWrong);
    }

    /// <summary>2月1日 and 1-Feb are what Excel makes of a unit 2-1.</summary>
    public static bool LooksLikeExcelsDoing(string text) => Shortened().IsMatch(text);

    private static (DateOnly? Date, string? Problem) Date(string year, string month, string day)
    {
        var (y, m, d) = (Number(year), Number(month), Number(day));
        return m is >= 1 and <= 12 && d >= 1 && d <= DateTime.DaysInMonth(y, m) ? (new DateOnly(y, m, d), null) : (null, ImportTexts.DateWrong);
    }

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^((?:19|20|21)\d\d)\s*[/\-.年]\s*(\d{1,2})\s*[/\-.月]\s*(\d{1,2})\s*日?(?:[T\s].*)?$")]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"^((?:19|20|21)\d\d)(\d\d)(\d\d)$")]
    private static partial Regex Compact();

    [GeneratedRegex(@"^\d{1,2}[/\-.]\d{1,2}[/\-.]\d{2,4}")]
    private static partial Regex YearLast();

    [GeneratedRegex(@"^(?:\d{1,2}月\d{1,2}日|\d{1,2}-(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)-\d{1,2})$", RegexOptions.IgnoreCase)]
    private static partial Regex Shortened();
}
