using System.Text.RegularExpressions;
using ChatDesk.Knowledge.Text;

namespace ChatDesk.Knowledge.Understanding.Places;

/// <summary>Reads the place that a message names. Takes only what is said: nothing is looked up, completed or guessed.</summary>
internal static class PlaceReader
{
    /// <param name="plain">Normalised text whose personal data, ticket numbers and the like are blanked out.</param>
    /// <param name="cues">The concepts found in the same text.</param>
    public static (Location Place, IReadOnlyList<string> OtherRooms) Read(string plain, Cues cues)
    {
        var text = NumberText.Of(plain);
        PlaceDraft draft = new();
        if (text.AsSpan().ContainsAny(Figures) || text.AsSpan().ContainsAny("栋幢座期区元"))
            ReadAddress(text, draft);
        draft.Area = AreaReader.Read(plain, text, cues, draft);
        return (draft.ToLocation(), draft.OtherRooms);
    }

    private static readonly System.Buffers.SearchValues<char> Figures = System.Buffers.SearchValues.Create("0123456789");

    private static void ReadAddress(string text, PlaceDraft draft)
    {
        draft.Garage = AreaReader.SaysGarage(text);
        if (!ReadHome(text, draft))
        {
            ReadBuilding(text, draft);
            ReadUnit(text, draft);
            ReadRoom(text, draft);
        }
        else if (draft.Unit is null)
        {
            ReadUnit(text, draft);
        }

        ReadPhase(text, draft);
        ReadFloor(text, draft);
    }

    private static bool ReadHome(string text, PlaceDraft draft)
    {
        foreach (var pattern in (ReadOnlySpan<Regex>)[PlacePatterns.ZonedHome(), PlacePatterns.Home()])
        {
            foreach (Match match in pattern.Matches(text))
            {
                if (draft.Garage && match.Groups["zone"].Success && !HasBuildingWord(match.Value) || IsCount(text, match) || IsOnTheWay(text, match))
                    continue;
                draft.Take(match);
                ReadNextRooms(text, match.Index + match.Length, draft);
                return true;
            }
        }

        return false;
    }

    private static bool HasBuildingWord(string match) => match.AsSpan().ContainsAny("栋幢座楼");

    private static bool IsCount(string text, Match match) =>
        text.AsSpan(match.Index + match.Length).StartsWith("车位", StringComparison.Ordinal) || text.AsSpan(0, match.Index).EndsWith("车位", StringComparison.Ordinal);

    private static void ReadNextRooms(string text, int from, PlaceDraft draft)
    {
        while (PlacePatterns.NextRoom().Match(text[from..]) is { Success: true } next)
        {
            draft.OtherRooms.Add(next.Groups["room"].Value);
            from += next.Length;
        }
    }

    private static void ReadBuilding(string text, PlaceDraft draft)
    {
        foreach (Match match in PlacePatterns.Building().Matches(text))
        {
            if (IsOnTheWay(text, match) || IsSomebodyOf(text, match))
                continue;
            draft.Take(match);
            return;
        }

        foreach (Match match in PlacePatterns.BuildingDashUnit().Matches(text))
        {
            if (draft.Garage && match.Groups["zone"].Success || IsOnTheWay(text, match) || IsSomebodyOf(text, match) || draft.Building is not null)
                continue;
            draft.Take(match);
            return;
        }
    }

    /// <summary>"从南门到9栋那条路": an end of a way, not where something is.</summary>
    private static bool IsOnTheWay(string text, Match match)
    {
        var before = text.AsSpan(0, match.Index);
        var after = text.AsSpan(match.Index + match.Length);
        return (before.EndsWith("到") || before.EndsWith("往") || before.EndsWith("去")) && (after.StartsWith("那条") || after.StartsWith("的路") || after.StartsWith("这条") || after.StartsWith("那段") || after.StartsWith("的那"));
    }

    /// <summary>"11栋小满": somebody who lives there.</summary>
    private static bool IsSomebodyOf(string text, Match match)
    {
        var after = text.AsSpan(match.Index + match.Length);
        return after.Length > 1 && "小老阿".Contains(after[0], StringComparison.Ordinal) && !after.StartsWith("小区") && !after.StartsWith("老人") && !after.StartsWith("老是") && !after.StartsWith("小孩") && !after.StartsWith("小广告") && !after.StartsWith("老鼠") && !after.StartsWith("老太");
    }

    private static void ReadUnit(string text, PlaceDraft draft)
    {
        if (draft.Unit is null && PlacePatterns.Unit().Match(text) is { Success: true } unit && (unit.Value.EndsWith("单元", StringComparison.Ordinal) || draft.Building is not null))
            draft.Unit = unit.Groups["unit"].Value;
    }

    private static void ReadRoom(string text, PlaceDraft draft)
    {
        if (PlacePatterns.FlatOnFloor().Match(text) is { Success: true } flat && int.Parse(flat.Groups["flat"].Value, System.Globalization.CultureInfo.InvariantCulture) is < 30 and var number)
        {
            draft.Floor = flat.Groups["floor"].Value;
            draft.Room = $"{draft.Floor}{number:00}";
            return;
        }

        draft.Room = LoneRoom.In(text, draft);
        if (draft.Room is not null)
            ReadNextRooms(text, text.IndexOf(draft.Room, StringComparison.Ordinal) + draft.Room.Length, draft);
    }

    private static void ReadPhase(string text, PlaceDraft draft)
    {
        if (draft.Phase is null && PlacePatterns.Zone().Match(text) is { Success: true } zone && !draft.Garage)
            draft.Phase = zone.Groups["zone"].Value;
        if (draft.Phase is null && PlacePatterns.Phase().Match(text) is { Success: true } phase)
            draft.Phase = phase.Groups["phase"].Value;
    }

    private static void ReadFloor(string text, PlaceDraft draft)
    {
        if (draft.Floor is null && PlacePatterns.Floor().Match(text) is { Success: true } floor && !FloorWords.IsOnlyMentioned(text, floor))
            draft.Floor = floor.Groups["floor"].Value;
    }
}
