namespace ChatDesk.BotHost.Imports;

/// <summary>Finds what somebody probably meant.</summary>
public static class Nearest
{
    /// <returns>The known name that shares most with the text; null where none is near.</returns>
    public static string? To(string text, IEnumerable<string> known)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(known);
        return known.Where(name => name.Length > 0)
            .Select(name => (name, Distance: Contains(text, name) ? 0 : Distance(text, name)))
            .Where(candidate => candidate.Distance <= Math.Max(1, Math.Min(text.Length, candidate.name.Length) / 2))
            .OrderBy(candidate => candidate.Distance).ThenBy(candidate => Math.Abs(candidate.name.Length - text.Length))
            .Select(candidate => candidate.name).FirstOrDefault();
    }

    private static bool Contains(string text, string name) =>
        name.Length > 1 && text.Length > 1
        && (text.Contains(name, StringComparison.OrdinalIgnoreCase) || name.Contains(text, StringComparison.OrdinalIgnoreCase));

    /// <summary>How many letters have to be put in, taken away or replaced (Levenshtein).</summary>
    private static int Distance(string from, string to)
    {
        var before = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var now = new int[to.Length + 1];
            now[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var replaced = before[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
                now[j] = Math.Min(replaced, Math.Min(before[j], now[j - 1]) + 1);
            }

            before = now;
        }

        return before[to.Length];
    }
}
