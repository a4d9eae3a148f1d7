namespace ChatDesk.Knowledge.Evaluation;

/// <summary>Shares and F1 as the scorer prints them.</summary>
internal static class Share
{
    /// <returns>Percent with two decimals, or null of nothing.</returns>
    public static double? Of(int part, int whole) => whole == 0 ? null : Math.Round(100.0 * part / whole, 2);

    /// <summary>The mean F1 of all labels that occur.</summary>
    public static double? MacroF1(IReadOnlyList<(string? Gold, string? Got)> pairs)
    {
        var labels = pairs.Select(pair => pair.Gold).Concat(pairs.Select(pair => pair.Got)).Distinct();
        var scores = labels.Select(label => F1Of(label, pairs)).ToList();
        return scores.Count == 0 ? null : Math.Round(100 * scores.Average(), 2);
    }

    private static double F1Of(string? label, IReadOnlyList<(string? Gold, string? Got)> pairs)
    {
        var right = pairs.Count(pair => pair.Gold == label && pair.Got == label);
        var wrong = pairs.Count(pair => pair.Gold != pair.Got && (pair.Gold == label || pair.Got == label));
        return 2.0 * right / (2 * right + wrong);
    }
}
