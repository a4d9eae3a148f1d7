using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Estates;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Imports.Places;

/// <summary>A building's key: its name means something only within estate and phase.</summary>
internal sealed record BuildingKey(int EstateId, string? Phase, string Name);

/// <summary>The places as they are in the database now, of the estates that somebody works for, and those that a file adds.</summary>
internal sealed class PlaceBook
{
    private readonly DeskDb _db;
    private readonly Dictionary<BuildingKey, Building> _buildings;
    private readonly Dictionary<Building, Dictionary<string, Unit>> _units = [];
    private readonly Dictionary<Unit, Dictionary<string, Room>> _rooms = [];
    private readonly HashSet<int> _read = [];
    private readonly List<Building> _newBuildings = [];
    private readonly List<(Building Building, Unit Unit)> _newUnits = [];
    private readonly List<(Unit Unit, Room Room)> _newRooms = [];

    private PlaceBook(DeskDb db, IReadOnlyList<Estate> estates, IEnumerable<Building> buildings)
    {
        _db = db;
        Estates = estates;
        _buildings = buildings.ToDictionary(building => new BuildingKey(building.EstateId, building.Phase, building.Name));
    }

    /// <summary>Those that the reader of the file works for.</summary>
    public IReadOnlyList<Estate> Estates { get; }

    public (int Buildings, int Units, int Rooms) Added => (_newBuildings.Count, _newUnits.Count, _newRooms.Count);

    public static async Task<PlaceBook> OpenAsync(DeskDb db, Func<int, bool> worksFor, CancellationToken ct)
    {
        var estates = (await db.Set<Estate>().AsNoTracking().OrderBy(estate => estate.Id).ToListAsync(ct)).FindAll(estate => worksFor(estate.Id));
        var ids = estates.ConvertAll(estate => estate.Id);
        return new(db, estates, await db.Set<Building>().AsNoTracking().Where(building => ids.Contains(building.EstateId)).ToListAsync(ct));
    }

    /// <summary>Reads an estate's units and homes; to be done before they are asked for.</summary>
    public async Task ReadAsync(int estateId, CancellationToken ct)
    {
        if (!_read.Add(estateId))
            return;
        var buildings = Buildings(estateId).ToDictionary(building => building.Id);
        var inEstate = from unit in _db.Set<Unit>()
                       join building in _db.Set<Building>() on unit.BuildingId equals building.Id
                       where building.EstateId == estateId
                       select unit;
        var units = await inEstate.AsNoTracking().ToDictionaryAsync(unit => unit.Id, ct);
        foreach (var unit in units.Values)
            UnitsOf(buildings[unit.BuildingId])[unit.Name ?? ""] = unit;
        var rooms = from room in _db.Set<Room>() join unit in inEstate on room.UnitId equals unit.Id select room;
        foreach (var room in await rooms.AsNoTracking().ToListAsync(ct))
            RoomsOf(units[room.UnitId])[room.Name] = room;
    }

    public IEnumerable<Building> Buildings(int estateId) => _buildings.Values.Where(building => building.EstateId == estateId);

    public Building? Find(BuildingKey key) => _buildings.GetValueOrDefault(key);

    public IReadOnlyCollection<Unit> Units(Building building) => UnitsOf(building).Values;

    public Unit? Find(Building building, string? unit) => UnitsOf(building).GetValueOrDefault(unit ?? "");

    public IReadOnlyCollection<Room> Rooms(Unit unit) => RoomsOf(unit).Values;

    public Room? Find(Unit unit, string room) => RoomsOf(unit).GetValueOrDefault(room);

    public Building Add(BuildingKey key)
    {
        Building building = new() { EstateId = key.EstateId, Phase = key.Phase, Name = key.Name };
        _newBuildings.Add(building);
        return _buildings[key] = building;
    }

    public Unit Add(Building building, string? name)
    {
        Unit unit = new() { BuildingId = building.Id, Name = name };
        _newUnits.Add((building, unit));
        return UnitsOf(building)[name ?? ""] = unit;
    }

    public Room Add(Unit unit, string name)
    {
        Room room = new() { UnitId = unit.Id, Name = name };
        _newRooms.Add((unit, room));
        return RoomsOf(unit)[name] = room;
    }

    /// <summary>Saves what was added, level by level, because each level needs the ids of the one above.</summary>
    public async Task SaveAsync(CancellationToken ct)
    {
        _db.AddRange(_newBuildings);
        await _db.SaveChangesAsync(ct);
        foreach (var (building, unit) in _newUnits)
            _db.Add(unit).Property(row => row.BuildingId).CurrentValue = building.Id;
        await _db.SaveChangesAsync(ct);
        foreach (var (unit, room) in _newRooms)
            _db.Add(room).Property(row => row.UnitId).CurrentValue = unit.Id;
        await _db.SaveChangesAsync(ct);
    }

    private Dictionary<string, Unit> UnitsOf(Building building) =>
        _units.TryGetValue(building, out var units) ? units : _units[building] = new(StringComparer.OrdinalIgnoreCase);

    private Dictionary<string, Room> RoomsOf(Unit unit) =>
        _rooms.TryGetValue(unit, out var rooms) ? rooms : _rooms[unit] = new(StringComparer.OrdinalIgnoreCase);
}
