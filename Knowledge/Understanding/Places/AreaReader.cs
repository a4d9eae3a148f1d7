using ChatDesk.Knowledge.Text;

namespace ChatDesk.Knowledge.Understanding.Places;

/// <summary>Names the shared place that a message is about by its standard word.</summary>
internal static class AreaReader
{
    private const string Prefix = "area.";
    private const string Garage = "地下车库";
    private const string UnitDoor = "单元门";
    private static readonly string[] NamesByConcept = [.. Enumerable.Range(0, Words.Lexicon.ConceptCount).Select(id => Words.Lexicon.NameOf(id) is var name && name.StartsWith(Prefix, StringComparison.Ordinal) ? name[Prefix.Length..] : "")];
    private static readonly string[] Reached = ["流到", "漏到", "漫到", "泡到", "滴到", "淌到", "通往", "冒到", "飘到", "进到", "排到", "堵到", "砸在", "掉在", "落在", "溅到", "去", "离"];
    private static readonly string[] Afterthoughts = ["另外", "还有", "顺便", "顺带", "其次", ";", "②"];
    private static readonly string[] Cars = ["车", "停", "挪", "位置", "桩"];

    public static bool SaysGarage(string text) =>
        text.Contains("车库", StringComparison.Ordinal) || text.Contains("地库", StringComparison.Ordinal) || text.Contains("车位", StringComparison.Ordinal)
        || PlacePatterns.GarageLevel().IsMatch(text) || SpeaksOfCars(text) && (PlacePatterns.ParkingSpace().IsMatch(text) || PlacePatterns.GarageZone().IsMatch(text));

    public static string? Read(string plain, string text, Cues cues, PlaceDraft draft)
    {
        if (draft.Room is not null)
            return cues.First(Words.Lexicon.IdOf("area." + UnitDoor)) is null ? null : UnitDoor;
        var (named, at) = FirstNamed(plain, cues, draft);
        var garage = GarageIn(text, draft);
        if (garage is not null && (named is null or Garage || garage.EndsWith('区') || named is not ("充电桩" or "充电棚")) && (draft.Building is null || at < 0 || IndexOfGarage(plain) <= at))
            return garage;
        return named is null or Garage ? garage ?? Implied(cues, draft) : named;
    }

    private static bool SpeaksOfCars(string text) => Array.Exists(Cars, word => text.Contains(word, StringComparison.Ordinal));

    private static int IndexOfGarage(string plain)
    {
        var at = plain.AsSpan().IndexOfAny("库负");
        return at < 0 ? 0 : at;
    }

    private static string? GarageIn(string text, PlaceDraft draft)
    {
        if (!draft.Garage)
            return null;
        var level = PlacePatterns.GarageLevel().Match(text);
        if (!level.Success && SpeaksOfCars(text))
            level = PlacePatterns.ParkingSpace().Match(text);
        var zone = PlacePatterns.GarageZone().Match(text);
        if (!level.Success && !zone.Success && !text.Contains("库", StringComparison.Ordinal))
            return null;
        var place = Garage + (level.Success ? $"B{level.Groups["level"].Value}" : "");
        return zone.Success ? $"{place} {zone.Groups["zone"].Value.ToUpperInvariant()}区" : place;
    }

    private static (string? Name, int At) FirstNamed(string plain, Cues cues, PlaceDraft draft)
    {
        var end = EndOfMainPart(plain, draft);
        string? road = null;
        (string? Name, int At) first = (null, -1);
        foreach (var hit in cues.Hits)
        {
            var name = NamesByConcept[hit.Concept];
            if (name.Length == 0 || hit.Start >= end || IsReached(plain, hit.Start))
                continue;
            if (name == "主干道")
                road = name;
            if (first.Name is null || IsGate(first.Name) && name == "岗亭" && hit.Start <= first.At + 3)
                first = (InContext(name, draft), hit.Start);
        }

        return road is not null && (IsGate(first.Name) || first.Name == "会所") ? (road, first.At) : first;
    }

    /// <summary>Where the address stands in the first part, places named in an afterthought belong to another matter.</summary>
    private static int EndOfMainPart(string plain, PlaceDraft draft)
    {
        if (draft.Building is null && draft.Unit is null)
            return plain.Length;
        var end = plain.Length;
        foreach (var word in Afterthoughts)
        {
            if (plain.IndexOf(word, StringComparison.Ordinal) is > 6 and var at)
                end = Math.Min(end, at);
        }

        return end;
    }

    private static string InContext(string name, PlaceDraft draft) => name switch
    {
        "大门" when draft.Building is not null => UnitDoor,
        "草坪" => draft.Building is null ? "中心草坪" : "绿化带",
        _ => name,
    };

    /// <summary>What is not said but cannot be elsewhere: a building's entry system is at its door, its trees are in its green.</summary>
    private static string? Implied(Cues cues, PlaceDraft draft)
    {
        if (draft.Building is null || draft.Floor is not null)
            return null;
        if (cues.Has(Words.Lexicon.IdOf("place.entry")))
            return UnitDoor;
        return cues.Has(Words.Lexicon.IdOf("place.green")) ? "绿化带" : null;
    }

    private static bool IsGate(string? name) => name is [.., '门'] && name != UnitDoor;

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
