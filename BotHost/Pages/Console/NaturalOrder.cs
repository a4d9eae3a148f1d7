using System.Globalization;

namespace ChatDesk.BotHost.Pages.Console;

/// <summary>2 before 10, names before nothing.</summary>
internal sealed class NaturalOrder : IComparer<string?>
{
    public static readonly NaturalOrder Names = new();

    private static readonly CompareInfo Numeric = CultureInfo.InvariantCulture.CompareInfo;

    public int Compare(string? x, string? y) => Numeric.Compare(x, y, CompareOptions.NumericOrdering);
}
