using System.Globalization;
using ChatDesk.BotHost.Imports.Tables;
using ChatDesk.BotHost.Texts;

namespace ChatDesk.BotHost.Imports.Values;

/// <summary>Amounts of money and areas: 1,234.50, ￥1234.5, 1234.5元, 89.06㎡.</summary>
public static class AmountText
{
    private const decimal Largest = 100_000_000m;

    /// <returns>Hundredths, else null and why.</returns>
    public static (long? Hundredths, string? Problem) Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var bare = CellText.Narrow(text).Replace(" ", "", StringComparison.Ordinal).TrimStart('¥', '￥').TrimEnd('元', '㎡', '²');
        const NumberStyles Style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands | NumberStyles.AllowLeadingSign;
        if (!decimal.TryParse(bare, Style, CultureInfo.InvariantCulture, out var amount) || Math.Abs(amount) > Largest)
            return (null, ImportTexts.AmountWrong);
        if (amount < 0)
            return (null, ImportTexts.AmountNegative);
        var hundredths = amount * 100;
        return hundredths == decimal.Truncate(hundredths) ? ((long)hundredths, null) : (null, ImportTexts.AmountWrong);
    }
}
