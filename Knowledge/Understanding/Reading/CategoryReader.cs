using ChatDesk.Knowledge.Text;

namespace ChatDesk.Knowledge.Understanding.Reading;

/// <summary>Tells what a request is about from the things and faults that it names.</summary>
internal static class CategoryReader
{
    private const string Prefix = "cat.";
    private const float Enough = 3;
    private static readonly (Category Category, float Strength)[] Pointing = [.. Enumerable.Range(0, Words.Lexicon.ConceptCount).Select(PointingOf)];
    private static readonly LinearModel Learned = LinearModel.Load("category", Enum.GetNames<Category>().Length);

    /// <summary>The sums of what each category's words weigh; the first thing named weighs more.</summary>
    public static float[] Weigh(Cues cues)
    {
        var sums = new float[Enum.GetNames<Category>().Length];
        var first = true;
        foreach (var hit in cues.Hits)
        {
            var (category, strength) = Pointing[hit.Concept];
            if (strength <= 0)
                continue;
            sums[(int)category] += strength + (first && strength >= 4 ? 1 : 0);
            first &= strength < 4;
        }

        return sums;
    }

    /// <summary>How many categories are named outright.</summary>
    public static int CountStrong(Cues cues) => cues.Hits.Select(hit => Pointing[hit.Concept]).Where(pointing => pointing.Strength >= 4).Select(pointing => pointing.Category).Distinct().Count();

    /// <summary>The category that the words alone point to, or null.</summary>
    public static Category? Strongest(Cues cues)
    {
        var sums = Weigh(cues);
        var best = Array.IndexOf(sums, sums.Max());
        return sums[best] > 0 ? (Category)best : null;
    }

    public static Category Read(Signals signals)
    {
        var sums = Weigh(signals.Cues);
        if (sums.Max() < Enough && RunningCategory(signals.Context) is { } running)
            return running;
        Learned.AddTo(sums, signals.Active, LinearModel.HandShare);
        return (Category)Array.IndexOf(sums, sums.Max());
    }

    /// <summary>In a group, a line that names nothing is about what was spoken of last.</summary>
    private static Category? RunningCategory(ReadContext context) => context.Group?.Lines.LastOrDefault(line => line.Category is not null)?.Category;

    private static (Category, float) PointingOf(int concept)
    {
        var name = Words.Lexicon.NameOf(concept);
        if (!name.StartsWith(Prefix, StringComparison.Ordinal))
            return default;
        var parts = name.Split('.');
        return Labels.TryParse(parts[1], out Category category)
            ? (category, float.Parse(parts[2], System.Globalization.CultureInfo.InvariantCulture))
            : throw new FormatException($"The lexicon names a category {parts[1]}.");
    }
}
