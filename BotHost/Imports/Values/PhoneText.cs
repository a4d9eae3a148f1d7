using System.Globalization;
using System.Text.RegularExpressions;
using ChatDesk.BotHost.Imports.Tables;
using ChatDesk.BotHost.Texts;

namespace ChatDesk.BotHost.Imports.Values;

/// <summary>Telephone numbers as people and spreadsheets write them.</summary>
public static partial class PhoneText
{
    private const int MobileLength = 11;

    /// <returns>A mobile number as 11 digits, a fixed one with its area code as 0571-88886666, a foreign one with its +; else null and why.</returns>
    public static (string? Phone, string? Problem) Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var narrow = CellText.Narrow(text);
        if (Scientific().Match(narrow) is { Success: true } scientific)
            return FromScientific(scientific);
        if (Several().IsMatch(narrow))
            return (null, ImportTexts.PhoneTwo);
        return Of(narrow) is { } phone ? (phone, null) : (null, ImportTexts.PhoneWrong);
    }

    /// <summary>For comparing: the same number, however it was written; a text that is no number stays as it is.</summary>
    public static string Key(string phone) => Read(phone).Phone ?? phone;

    private static string? Of(string text)
    {
        var bare = Marks().Replace(text, "");
        if (bare.EndsWith(".0", StringComparison.Ordinal))
            bare = bare[..^2];
        bare = bare.Replace(".", "", StringComparison.Ordinal);
        var own = China().Replace(bare, "");
        if (Mobile().IsMatch(own))
            return own;
        if (Fixed().Match(own) is { Success: true } landline)
            return $"{landline.Groups[1].Value}-{landline.Groups[2].Value}{(landline.Groups[3].Success ? "-" + landline.Groups[3].Value : "")}";
        if (Service().IsMatch(own))
            return own;
        return Foreign().IsMatch(bare) ? bare : null;
    }

    /// <summary>1.3812345678E+10 holds all digits, 1.38E+10 lost eight of them: nobody can know which.</summary>
    private static (string? Phone, string? Problem) FromScientific(Match match)
    {
        var digits = match.Groups[1].Value.Replace(".", "", StringComparison.Ordinal);
        var exponent = int.Parse(match.Groups[2].Value, NumberStyles.None, CultureInfo.InvariantCulture);
        if (digits.Length != MobileLength || exponent != MobileLength - 1)
            return (null, ImportTexts.PhoneLostDigits);
        return Mobile().IsMatch(digits) ? (digits, null) : (null, ImportTexts.PhoneWrong);
    }

    [GeneratedRegex(@"^(\d(?:\.\d+)?)[eE]\+?(\d{1,3})$")]
    private static partial Regex Scientific();

    [GeneratedRegex(@"\d{7,}\s*[/、,;|\s]\s*\+?\d{7,}")]
    private static partial Regex Several();

    /// <summary>Blanks, dashes of any length, brackets.</summary>
    [GeneratedRegex(@"[\s\-‐‑‒–—―−()]")]
    private static partial Regex Marks();

    [GeneratedRegex(@"^(?:\+|00)?86(?=1[3-9]\d{9}$|0?\d{9,11}$)")]
    private static partial Regex China();

    [GeneratedRegex(@"^1[3-9]\d{9}$")]
    private static partial Regex Mobile();

    [GeneratedRegex(@"^(0(?:10|2\d|\d{3}))(\d{7,8})(?:转|[xX])?(\d{1,5})?$")]
    private static partial Regex Fixed();

    [GeneratedRegex(@"^(?:[48]00\d{7}|9\d{4,5}|1\d{4})$")]
    private static partial Regex Service();

    [GeneratedRegex(@"^\+(?!86)\d{7,15}$")]
    private static partial Regex Foreign();
}
