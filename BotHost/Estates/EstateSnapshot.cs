using System.Collections.Frozen;
using ChatDesk.BotHost.Data;
using ChatDesk.Knowledge.Understanding;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Estates;

/// <summary>The whole register at one moment; never changed after it was read.</summary>
internal sealed class EstateSnapshot
{
    public static EstateSnapshot Empty { get; } = new();

    public Company? Company { get; private init; }

    public IReadOnlyList<Estate> Estates { get; private init; } = [];

    public FrozenDictionary<int, Building> Buildings { get; private init; } = FrozenDictionary<int, Building>.Empty;

    public FrozenDictionary<int, Unit> Units { get; private init; } = FrozenDictionary<int, Unit>.Empty;

    public FrozenDictionary<int, Room> Rooms { get; private init; } = FrozenDictionary<int, Room>.Empty;

    public FrozenDictionary<int, EstatePlaces> Places { get; private init; } = FrozenDictionary<int, EstatePlaces>.Empty;

    public IReadOnlyList<OwnerGroup> Groups { get; private init; } = [];

    public static async Task<EstateSnapshot> ReadAsync(DeskDb db, CancellationToken ct)
    {
        var estates = await db.Set<Estate>().AsNoTracking().OrderBy(estate => estate.Id).ToListAsync(ct);
        var buildings = await db.Set<Building>().AsNoTracking().OrderBy(building => building.Id).ToListAsync(ct);
        var units = await db.Set<Unit>().AsNoTracking().OrderBy(unit => unit.Id).ToListAsync(ct);
        var rooms = await db.Set<Room>().AsNoTracking().OrderBy(room => room.Id).ToListAsync(ct);
        var areas = (await db.Set<PublicArea>().AsNoTracking().OrderBy(area => area.Id).ToListAsync(ct)).ToLookup(area => area.EstateId);
        var devices = (await db.Set<Device>().AsNoTracking().OrderBy(device => device.Id).ToListAsync(ct)).ToLookup(device => device.EstateId);
        var unitsOf = units.ToLookup(unit => unit.BuildingId);
        var roomsOf = rooms.ToLookup(room => room.UnitId);
        var buildingsOf = buildings.ToLookup(building => building.EstateId);
        return new()
        {
            Company = await db.Set<Company>().AsNoTracking().SingleOrDefaultAsync(ct),
            Estates = estates,
            Buildings = buildings.ToFrozenDictionary(building => building.Id),
            Units = units.ToFrozenDictionary(unit => unit.Id),
            Rooms = rooms.ToFrozenDictionary(room => room.Id),
            Groups = await db.Set<OwnerGroup>().AsNoTracking().ToListAsync(ct),
            Places = estates.ToFrozenDictionary(
                estate => estate.Id,
                estate => new EstatePlaces(buildingsOf[estate.Id], unitsOf, roomsOf, [.. areas[estate.Id]], [.. devices[estate.Id]])),
        };
    }
}

/// <summary>One estate's places, for looking up by name.</summary>
internal sealed class EstatePlaces
{
    private readonly Dictionary<(string? Phase, string Building), Building> _buildings;
    private readonly Dictionary<(int BuildingId, string? Unit), Unit> _units;
    private readonly Dictionary<(int UnitId, string Room), Room> _rooms;

    public EstatePlaces(
        IEnumerable<Building> buildings, ILookup<int, Unit> units, ILookup<int, Room> rooms, IReadOnlyList<PublicArea> areas, IReadOnlyList<Device> devices)
    {
        Buildings = [.. buildings];
        Areas = areas;
        Devices = devices;
        _buildings = Buildings.ToDictionary(building => (building.Phase, building.Name));
        _units = Buildings.SelectMany(building => units[building.Id]).ToDictionary(unit => (unit.BuildingId, unit.Name));
        _rooms = _units.Values.SelectMany(unit => rooms[unit.Id]).ToDictionary(room => (room.UnitId, room.Name));
        Register = new(
            Buildings.Select(building => new RegisteredBuilding(building.Phase, building.Name, [.. units[building.Id].Select(unit =>
                new RegisteredUnit(unit.Name, unit.Floors, [.. rooms[unit.Id].Select(room => room.Name)]))])),
            areas.Select(area => area.Name));
    }

    public IReadOnlyList<Building> Buildings { get; }

    public IReadOnlyList<PublicArea> Areas { get; }

    public IReadOnlyList<Device> Devices { get; }

    public PlaceRegister Register { get; }

    public Building? Building(Location at) => at.Building is null ? null : _buildings.GetValueOrDefault((at.Phase, at.Building));

    public Unit? Unit(Building? building, string? name) => building is null ? null : _units.GetValueOrDefault((building.Id, name));

    public Room? Room(Unit? unit, string? name) => unit is null || name is null ? null : _rooms.GetValueOrDefault((unit.Id, name));
}
