namespace ChatDesk.Knowledge.Understanding;

/// <summary>A building of an estate.</summary>
/// <param name="Phase">Phase or block group, null where the estate has none.</param>
/// <param name="Name">"3", "V4".</param>
public sealed record RegisteredBuilding(string? Phase, string Name, IReadOnlyList<RegisteredUnit> Units);

/// <summary>An entrance of a building.</summary>
/// <param name="Name">Null where the building has only one and nobody names it.</param>
/// <param name="Floors">The highest floor, null where it is not known.</param>
/// <param name="Rooms">As the register writes them.</param>
public sealed record RegisteredUnit(string? Name, int? Floors, IReadOnlyList<string> Rooms);

/// <summary>How a place that was said stands to the register.</summary>
public enum PlaceStatus
{
    /// <summary>No part of an address was said.</summary>
    NotSaid,

    /// <summary>One room of the register.</summary>
    Room,

    /// <summary>A building, unit or shared place that exists, without a room.</summary>
    Part,

    /// <summary>Several rooms fit: offer <see cref="PlaceMatch.Candidates"/>, never choose.</summary>
    Ambiguous,

    /// <summary>Nothing on the estate fits.</summary>
    Unknown,
}

/// <summary>What the register makes of a place.</summary>
/// <param name="Status">Whether it is known.</param>
/// <param name="Place">The place with every part that the register leaves no doubt about; as said where it is unknown.</param>
/// <param name="Candidates">With Ambiguous, up to four rooms or buildings to offer.</param>
public sealed record PlaceMatch(PlaceStatus Status, Location Place, IReadOnlyList<Location> Candidates);

/// <summary>An estate's buildings, units, rooms and shared places; immutable.</summary>
public sealed class PlaceRegister
{
    /// <summary>How many places are offered to choose from.</summary>
    public const int MostCandidates = 4;

    private readonly RegisteredBuilding[] _buildings;
    private readonly HashSet<string> _areas;

    public PlaceRegister(IEnumerable<RegisteredBuilding> buildings, IEnumerable<string> areas)
    {
        _buildings = [.. buildings];
        _areas = new(areas, StringComparer.Ordinal);
    }

    /// <summary>Whether the estate lists a shared place by this word.</summary>
    public bool HasArea(string area) => _areas.Contains(area);

    /// <summary>Looks a place up. A room is only ever one that was said and exists.</summary>
    /// <param name="said">What the message said.</param>
    /// <param name="homes">The writer's own rooms, for "301" and the like; they settle which one is meant only where exactly one fits.</param>
    public PlaceMatch Resolve(Location said, IReadOnlyList<Location>? homes = null)
    {
        ArgumentNullException.ThrowIfNull(said);
        if (said.IsEmpty)
            return new(PlaceStatus.NotSaid, said, []);
        if (said.Room is not null)
            return ResolveRoom(said, homes ?? []);
        if (said.Building is null)
            return new(said.Phase is null || IsPhase(said.Phase) ? PlaceStatus.Part : PlaceStatus.Unknown, said, []);
        return ResolveBuilding(said);
    }

    private PlaceMatch ResolveRoom(Location said, IReadOnlyList<Location> homes)
    {
        var fitting = RoomsLike(said).ToList();
        var own = fitting.Where(room => homes.Any(home => home.Phase == room.Phase && home.Building == room.Building && home.Unit == room.Unit && home.Room == room.Room)).ToList();
        if (fitting.Count > 1 && own.Count == 1)
            fitting = own;
        return fitting.Count switch
        {
            0 => new(PlaceStatus.Unknown, said, []),
            1 => new(PlaceStatus.Room, fitting[0] with { Area = said.Area }, []),
            _ => new(PlaceStatus.Ambiguous, said, [.. fitting.Take(MostCandidates)]),
        };
    }

    private PlaceMatch ResolveBuilding(Location said)
    {
        var fitting = BuildingsLike(said).Where(building => said.Unit is null || building.Units.Any(unit => unit.Name == said.Unit)).ToList();
        return fitting.Count switch
        {
            0 => new(PlaceStatus.Unknown, said, []),
            1 => new(PlaceStatus.Part, said with { Phase = fitting[0].Phase, Unit = said.Unit ?? OnlyUnit(fitting[0]) }, []),
            _ => new(PlaceStatus.Ambiguous, said, [.. fitting.Take(MostCandidates).Select(building => said with { Phase = building.Phase })]),
        };
    }

    private IEnumerable<Location> RoomsLike(Location said) =>
        from building in BuildingsLike(said)
        from unit in building.Units
        where said.Unit is null || unit.Name == said.Unit || unit.Name is null && building.Units.Count == 1
        where unit.Rooms.Contains(said.Room!)
        select new Location(building.Phase, building.Name, unit.Name, null, said.Room);

    /// <summary>Buildings by name and phase. Where a name occurs in several phases, those of lettered blocks ("B区3幢") are meant only when the letter is said.</summary>
    private IEnumerable<RegisteredBuilding> BuildingsLike(Location said)
    {
        var named = _buildings.Where(building => said.Building is null || building.Name == said.Building).ToList();
        if (said.Phase is not null && named.Exists(building => building.Phase == said.Phase))
            return named.Where(building => building.Phase == said.Phase);
        if (said.Phase is not null && IsPhase(said.Phase))
            return [];
        var numbered = named.Where(building => building.Phase is null || !char.IsAsciiLetter(building.Phase[0])).ToList();
        return said.Phase is null && numbered.Count > 0 && said.Building is not null ? numbered : named;
    }

    private bool IsPhase(string phase) => Array.Exists(_buildings, building => building.Phase == phase);

    private static string? OnlyUnit(RegisteredBuilding building) => building.Units is [var only] ? only.Name : null;
}
