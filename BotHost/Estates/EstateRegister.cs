using ChatDesk.BotHost.Data;
using ChatDesk.Knowledge.Understanding;

namespace ChatDesk.BotHost.Estates;

/// <summary>What a message's place is in the register.</summary>
/// <param name="Status">As <see cref="PlaceRegister.Resolve"/> says.</param>
/// <param name="At">The place's parts, completed where the register leaves no doubt.</param>
/// <param name="Place">With ids as far as they are certain; never a guess.</param>
/// <param name="Candidates">With <see cref="PlaceStatus.Ambiguous"/>, up to four places to offer.</param>
public sealed record ResolvedPlace(PlaceStatus Status, Location At, Place Place, IReadOnlyList<Place> Candidates);

/// <summary>The estates with their places, in memory. It follows the database within a second.</summary>
public sealed class EstateRegister : IRefreshed
{
    private EstateSnapshot _now = EstateSnapshot.Empty;

    string IRefreshed.Revision => Revision.Register;

    /// <summary>Null before the first setup.</summary>
    public Company? Company => _now.Company;

    /// <summary>In the order in which they were set up.</summary>
    public IReadOnlyList<Estate> Estates => _now.Estates;

    /// <summary>The company's only estate; null when it has none or several.</summary>
    public Estate? OnlyEstate => _now.Estates is [var only] ? only : null;

    public IReadOnlyList<OwnerGroup> Groups => _now.Groups;

    public Estate? FindEstate(int id) => _now.Estates.FirstOrDefault(estate => estate.Id == id);

    /// <summary>The one estate whose name a text contains; null for none or several.</summary>
    public Estate? FindEstateIn(string text)
    {
        var named = _now.Estates.Where(estate => text.Contains(estate.Name, StringComparison.Ordinal)).ToList();
        return named is [var only] ? only : null;
    }

    public Building? FindBuilding(int id) => _now.Buildings.GetValueOrDefault(id);

    public Unit? FindUnit(int id) => _now.Units.GetValueOrDefault(id);

    public Room? FindRoom(int id) => _now.Rooms.GetValueOrDefault(id);

    public OwnerGroup? FindGroup(string chatId) => _now.Groups.FirstOrDefault(group => group.ChatId == chatId);

    public IReadOnlyList<Building> Buildings(int estateId) => _now.Places.GetValueOrDefault(estateId)?.Buildings ?? [];

    public IReadOnlyList<PublicArea> Areas(int estateId) => _now.Places.GetValueOrDefault(estateId)?.Areas ?? [];

    public IReadOnlyList<Device> Devices(int estateId) => _now.Places.GetValueOrDefault(estateId)?.Devices ?? [];

    /// <summary>The estate's names, for understanding messages; null for an unknown estate.</summary>
    public PlaceRegister? Places(int estateId) => _now.Places.GetValueOrDefault(estateId)?.Register;

    /// <summary>Where a room is, in its parts; null for an unknown room.</summary>
    public Location? LocationOf(int roomId)
    {
        var now = _now;
        if (!now.Rooms.TryGetValue(roomId, out var room) || !now.Units.TryGetValue(room.UnitId, out var unit))
            return null;
        var building = now.Buildings[unit.BuildingId];
        return new(building.Phase, building.Name, unit.Name, null, room.Name);
    }

    /// <summary>A room as a ticket's place; null for an unknown room.</summary>
    public Place? PlaceOf(int roomId)
    {
        var now = _now;
        if (LocationOf(roomId) is not { } at || !now.Rooms.TryGetValue(roomId, out var room))
            return null;
        return ToPlace(now, now.Buildings[now.Units[room.UnitId].BuildingId].EstateId, at);
    }

    /// <summary>Looks a message's place up. Nothing is ever guessed: an id stands only for what was said and exists.</summary>
    /// <param name="said">What the message said.</param>
    /// <param name="estateId">The estate it speaks of.</param>
    /// <param name="homes">The writer's own rooms, for "301" alone.</param>
    public ResolvedPlace Resolve(Location said, int estateId, IEnumerable<int>? homes = null)
    {
        ArgumentNullException.ThrowIfNull(said);
        var now = _now;
        if (!now.Places.TryGetValue(estateId, out var places))
            return new(PlaceStatus.Unknown, said, new(estateId, PlaceText.Of(said, sayPhase: true)), []);
        var own = (homes ?? []).Select(LocationOf).OfType<Location>().ToList();
        var match = places.Register.Resolve(said, own);
        var place = match.Status is PlaceStatus.Room or PlaceStatus.Part
            ? ToPlace(now, estateId, match.Place)
            : new(estateId, Describe(estateId, said));
        return new(match.Status, match.Place, place, [.. match.Candidates.Select(candidate => ToPlace(now, estateId, candidate))]);
    }

    /// <summary>The place as people read it: 3栋2单元201; the phase only where the building's name alone could mean another one.</summary>
    public string Describe(int estateId, Location at)
    {
        ArgumentNullException.ThrowIfNull(at);
        return Describe(_now, estateId, at);
    }

    async Task IRefreshed.RefreshAsync(DeskDb db, CancellationToken ct) => _now = await EstateSnapshot.ReadAsync(db, ct);

    private static Place ToPlace(EstateSnapshot now, int estateId, Location at)
    {
        var places = now.Places[estateId];
        var building = places.Building(at);
        var unit = places.Unit(building, at.Unit);
        return new(estateId, Describe(now, estateId, at), building?.Id, unit?.Id, places.Room(unit, at.Room)?.Id);
    }

    private static string Describe(EstateSnapshot now, int estateId, Location at)
    {
        var others = now.Places.GetValueOrDefault(estateId)?.Buildings.Where(building => building.Name == at.Building && building.Phase != at.Phase) ?? [];
        return PlaceText.Of(at, Phases.IsLettered(at.Phase) || others.Any(building => !Phases.IsLettered(building.Phase)));
    }
}
