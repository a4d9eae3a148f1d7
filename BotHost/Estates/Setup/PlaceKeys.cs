using ChatDesk.BotHost.Data;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Estates.Setup;

/// <summary>Finds the register's ids by the names that a setup file uses.</summary>
internal sealed class PlaceKeys
{
    private readonly Dictionary<string, int> _estates;
    private readonly ILookup<(int EstateId, string Name), Building> _buildings;
    private readonly ILookup<int, Unit> _units;
    private readonly Dictionary<(int UnitId, string Name), int> _rooms;

    private PlaceKeys(
        Dictionary<string, int> estates, IEnumerable<Building> buildings, IEnumerable<Unit> units, Dictionary<(int UnitId, string Name), int> rooms)
    {
        _estates = estates;
        _buildings = buildings.ToLookup(building => (building.EstateId, building.Name));
        _units = units.ToLookup(unit => unit.BuildingId);
        _rooms = rooms;
    }

    public static async Task<PlaceKeys> ReadAsync(DeskDb db, CancellationToken ct)
    {
        var rooms = await db.Set<Room>().Select(room => new { room.Id, room.UnitId, room.Name }).ToListAsync(ct);
        return new(
            await db.Set<Estate>().ToDictionaryAsync(estate => estate.Code, estate => estate.Id, ct),
            await db.Set<Building>().AsNoTracking().ToListAsync(ct),
            await db.Set<Unit>().AsNoTracking().ToListAsync(ct),
            rooms.ToDictionary(room => (room.UnitId, room.Name), room => room.Id));
    }

    public int Estate(string code, string path) =>
        _estates.TryGetValue(code, out var id) ? id : throw SetupFields.Error(path, $"there is no estate \"{code}\"");

    public int Building(int estateId, string? phase, string name, string? unit, string path)
    {
        var fitting = Buildings(estateId, phase, name).Where(building => unit is null || _units[building.Id].Any(u => u.Name == unit)).ToList();
        return fitting switch
        {
            [var only] => only.Id,
            [] => throw SetupFields.Error(path, $"there is no building \"{name}\"{In(phase)}{With(unit)}"),
            _ => throw SetupFields.Error(path, $"several buildings are named \"{name}\": give the phase"),
        };
    }

    public int? Unit(int buildingId, string? name) => _units[buildingId].FirstOrDefault(unit => unit.Name == name)?.Id;

    public int Room(SetupHome home)
    {
        var estateId = Estate(home.Estate, $"{home.Path}.estate");
        var buildingId = Building(estateId, home.Phase, home.Building, home.Unit, $"{home.Path}.building");
        var fitting = _units[buildingId]
            .Where(unit => home.Unit is null || unit.Name == home.Unit)
            .Where(unit => _rooms.ContainsKey((unit.Id, home.Room)))
            .ToList();
        return fitting switch
        {
            [var only] => _rooms[(only.Id, home.Room)],
            [] => throw SetupFields.Error($"{home.Path}.room", $"there is no room \"{home.Room}\""),
            _ => throw SetupFields.Error($"{home.Path}.room", $"several units have a room \"{home.Room}\": give the unit"),
        };
    }

    /// <summary>Without a phase, a block named by a letter is not meant where another building fits: people always say the letter.</summary>
    private List<Building> Buildings(int estateId, string? phase, string name)
    {
        var named = _buildings[(estateId, name)];
        if (phase is not null)
            return [.. named.Where(building => building.Phase == phase)];
        var numbered = named.Where(building => !Phases.IsLettered(building.Phase)).ToList();
        return numbered.Count > 0 ? numbered : [.. named];
    }

    private static string In(string? phase) => phase is null ? "" : $" in phase \"{phase}\"";

    private static string With(string? unit) => unit is null ? "" : $" with a unit \"{unit}\"";
}
