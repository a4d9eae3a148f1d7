using System.Globalization;
using System.Text.RegularExpressions;

namespace ChatDesk.BotHost.Imports.Places;

/// <summary>A home as a row names it, in the register's own short names.</summary>
internal sealed record SaidHome(string? Phase, string? Building, string? Unit, string? Room);

/// <summary>Takes the words off the names of places: 3号楼, 二单元, 201室 become 3, 2, 201; 3-2-201 comes apart.</summary>
internal static partial class PlaceWords
{
    private const string Figures = "零一二三四五六七八九";

    public static SaidHome Read(string? phase, string? building, string? unit, string? room)
    {
        var (shortBuilding, shortUnit) = (Short(building, BuildingWord()), Short(unit, UnitWord()));
        if (room is null || Whole().Match(room) is not { Success: true } whole)
            return new(Short(phase, PhaseWord()), shortBuilding, shortUnit, Short(room, RoomWord()));
        return new(
            Short(phase, PhaseWord()) ?? Group(whole, "phase", PhaseWord()),
            shortBuilding ?? Group(whole, "building", BuildingWord()),
            shortUnit ?? Group(whole, "unit", UnitWord()),
            whole.Groups["room"].Value);
    }

    public static string? Building(string? name) => Short(name, BuildingWord());

    public static string? Unit(string? name) => Short(name, UnitWord());

    public static string? Phase(string? name) => Short(name, PhaseWord());

    private static string? Group(Match match, string name, Regex word) => match.Groups[name] is { Success: true } group ? Short(group.Value, word) : null;

    /// <summary>A name that is nothing but the word stays as it is.</summary>
    private static string? Short(string? name, Regex word)
    {
        if (string.IsNullOrWhiteSpace(name))
            return null;
        var bare = word.Replace(name.Trim(), "").Trim();
        if (bare.Length == 0)
            return name.Trim();
        var number = Number(bare);
        if (number is not null)
            return number;
        return bare.Length == 1 ? bare.ToUpperInvariant() : bare;
    }

    /// <summary>03 and 三 are 3; a home 0201 keeps its zero only where it is no plain number.</summary>
    private static string? Number(string name)
    {
        if (name.All(char.IsAsciiDigit) && int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number.ToString(CultureInfo.InvariantCulture);
        if (ChineseNumber().Match(name) is not { Success: true } match)
            return null;
        var tens = !match.Groups[2].Success ? 0 : match.Groups[1].Length == 0 ? 1 : Figures.IndexOf(match.Groups[1].Value, StringComparison.Ordinal);
        var ones = match.Groups[3].Length > 0 ? Figures.IndexOf(match.Groups[3].Value, StringComparison.Ordinal) : 0;
        if (!match.Groups[2].Success && match.Groups[1].Length > 0)
            ones = Figures.IndexOf(match.Groups[1].Value, StringComparison.Ordinal);
        return ((tens * 10) + ones).ToString(CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("(?:栋|幢|号楼|号|座|楼|#)$")]
    private static partial Regex BuildingWord();

    [GeneratedRegex("(?:单元|门)$")]
    private static partial Regex UnitWord();

    [GeneratedRegex("(?:号室|室|号|房)$")]
    private static partial Regex RoomWord();

    [GeneratedRegex("(?:期|区|组团)$")]
    private static partial Regex PhaseWord();

    [GeneratedRegex("^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$")]
    private static partial Regex ChineseNumber();

    [GeneratedRegex(@"^(?:(?<phase>[一二三四五六七八九十\d]+期|[A-Za-z]区))?(?<building>[\dA-Za-z一二三四五六七八九十]{1,4})(?:栋|幢|号楼|座|#|-)(?:(?<unit>[\dA-Za-z一二三四五六七八九十甲乙丙丁]{1,3})(?:单元|-))?(?<room>\d{2,5})(?:室|号)?$")]
    private static partial Regex Whole();
}
