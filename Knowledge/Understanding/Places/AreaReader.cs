using ChatDesk.Knowledge.Text;

namespace ChatDesk.Knowledge.Understanding.Places;

/// <summary>Names the shared place that a message is about by its standard word.</summary>
internal static class AreaReader
{
    private const string Prefix = "area.";
    private const string Garage = "地下车库";
    private static readonly string[] NamesByConcept = [.. Enumerable.Range(0, Words.Lexicon.ConceptCount).Select(id => Words.Lexicon.NameOf(id) is var name && name.StartsWith(Prefix, StringComparison.Ordinal) ? name[Prefix.Length..] : "")];
    private static readonly string[] Reached = ["流到", "漏到", "漫到", "泡到", "滴到", "淌到", "通往", "冒到", "飘到", "进到", "排到", "堵到", "到", "往"];

    public static bool SaysGarage(string text) =>
        text.Contains("车库", StringComparison.Ordinal) || text.Contains("地库", StringComparison.Ordinal) || PlacePatterns.GarageLevel().IsMatch(text) || text.Contains("车位", StringComparison.Ordinal);

    public static string? Read(string plain, string text, Cues cues, PlaceDraft draft) =>
        GarageIn(text, cues, draft) ?? BestNamed(plain, cues, draft);

    private static string? GarageIn(string text, Cues cues, PlaceDraft draft)
    {
        if (draft.Room is not null)
            return null;
        var level = PlacePatterns.GarageLevel().Match(text);
        var named = text.Contains("车库", StringComparison.Ordinal) || text.Contains("地库", StringComparison.Ordinal) || text.Contains("地下停车", StringComparison.Ordinal);
        if (!level.Success && !named)
            return null;
        var zone = PlacePatterns.GarageZone().Match(text);
        var place = Garage + (level.Success ? $"B{level.Groups["level"].Value}" : "");
        return zone.Success ? $"{place} {zone.Groups["zone"].Value.ToUpperInvariant()}区" : place;
    }

    private static string? BestNamed(string plain, Cues cues, PlaceDraft draft)
    {
        string? best = null;
        foreach (var hit in cues.Hits)
        {
            var name = NamesByConcept[hit.Concept];
            if (name.Length == 0 || IsReached(plain, hit.Start) || best is not null)
                continue;
            best = name;
        }

        return best;
    }

    private static bool IsReached(string plain, int at)
    {
        foreach (var word in Reached)
        {
            if (plain.AsSpan(0, at).EndsWith(word, StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
