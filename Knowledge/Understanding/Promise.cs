using System.Globalization;
using System.Text.RegularExpressions;
using ChatDesk.Knowledge.Text;
using ChatDesk.Knowledge.Understanding.Places;

namespace ChatDesk.Knowledge.Understanding;

/// <summary>A time by which a member of staff says that something will be done ("半小时内到"), for the promise timer (N-22).</summary>
/// <param name="Within">From now.</param>
/// <param name="Words">The words that promise it, normalised.</param>
public sealed partial record Promise(TimeSpan Within, string Words)
{
    private const string Done = "(?:内|之内|以内|左右|后|就|就能|就可以|可以|能|之后)*(?:到|来|过来|上门|赶到|到场|到位|处理|修好|修|回复|回电|联系|给您|给你|发您|发你|解决|送|开|恢复|安排|答复)";

    [GeneratedRegex(@"(?<half>半)个?(?<unit>小时|钟头)" + Done + @"|(?<count>\d{1,2})(?<and>个半)?个?(?<unit>小时|钟头|分钟|天)" + Done, RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();

    /// <returns>The promise, or null where no time is named; "马上" names none.</returns>
    public static Promise? In(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var match = Pattern().Match(NumberText.Of(TextNormalizer.Normalize(text).Text));
        return match.Success ? new(LengthOf(match), match.Value) : null;
    }

    private static TimeSpan LengthOf(Match match)
    {
        var count = match.Groups["half"].Success ? 0.5 : double.Parse(match.Groups["count"].Value, CultureInfo.InvariantCulture) + (match.Groups["and"].Success ? 0.5 : 0);
        return match.Groups["unit"].Value switch
        {
            "分钟" => TimeSpan.FromMinutes(count),
            "天" => TimeSpan.FromDays(count),
            _ => TimeSpan.FromHours(count),
        };
    }
}
