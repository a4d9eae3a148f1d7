using ChatDesk.BotHost.Estates;
using ChatDesk.BotHost.Fees;
using ChatDesk.BotHost.Imports.Places;
using ChatDesk.BotHost.Owners;
using ChatDesk.BotHost.Security;
using ChatDesk.BotHost.Staff;
using ChatDesk.BotHost.Texts;
using ChatDesk.BotHost.Tickets;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Masters;

/// <summary>Looks after buildings, units and homes.</summary>
public sealed class EditBuildings(ChangeMasters masters, Policies policies)
{
    private const int NameLength = 20;
    private const int HighestFloor = 200;
    private const int MaxRoomsAtOnce = 500;

    /// <param name="estateId">Where it stands.</param>
    /// <param name="phase">Null where the estate has none.</param>
    /// <param name="name">3, B, V4.</param>
    /// <param name="by">Who adds it.</param>
    /// <param name="ct">Cancels the change.</param>
    public Task<MasterOutcome> AddAsync(int estateId, string? phase, string? name, StaffMember by, CancellationToken ct) => RunAsync(by, async change =>
    {
        if (!policies.WorksFor(by, estateId) || !await change.Db.Set<Estate>().AnyAsync(estate => estate.Id == estateId, ct))
            return new MasterOutcome.Missing();
        TypedFields read = new();
        var shortPhase = PlaceWords.Phase(read.Optional("phase", phase, NameLength));
        var shortName = PlaceWords.Building(read.Required("name", name, NameLength)) ?? "";
        if (await change.Db.Set<Building>().AnyAsync(building => building.EstateId == estateId && building.Phase == shortPhase && building.Name == shortName, ct))
            read.Fail("name", MasterTexts.NameKnown);
        if (!read.AreRight)
            return read.Refusal;
        Building added = new() { EstateId = estateId, Phase = shortPhase, Name = shortName };
        change.Db.Add(added);
        await change.Db.SaveChangesAsync(ct);
        change.Keep(DeskAuditAction.Added, MasterAudit.Building(added.Id), estateId, MasterTexts.Place(added, null, null), changesPlaces: true);
        return new MasterOutcome.Saved(added.Id);
    }, ct);

    /// <param name="id">The building.</param>
    /// <param name="housekeeper">A member of staff's WeCom user id; null or empty for nobody.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="ct">Cancels the change.</param>
    public Task<MasterOutcome> EntrustAsync(int id, string? housekeeper, StaffMember by, CancellationToken ct) => RunAsync(by, async change =>
    {
        if (await FindAsync(change, id, ct) is not { } building)
            return new MasterOutcome.Missing();
        var wanted = string.IsNullOrWhiteSpace(housekeeper) ? null : housekeeper;
        if (wanted is not null && !await change.Db.Set<StaffMember>().AnyAsync(member => member.WeComUserId == wanted && member.IsActive, ct))
            return MasterOutcome.Wrong("housekeeper", MasterTexts.NotFound);
        if (building.Housekeeper == wanted)
            return new MasterOutcome.Saved(id);
        change.Keep(DeskAuditAction.Changed, MasterAudit.Building(id), building.EstateId, MasterTexts.Differs("管家", building.Housekeeper ?? "", wanted ?? ""), changesPlaces: true);
        building.Housekeeper = wanted;
        return new MasterOutcome.Saved(id);
    }, ct);

    /// <summary>Adds a unit, or says how many floors a known one has.</summary>
    public Task<MasterOutcome> SaveUnitAsync(int id, string? name, int floors, StaffMember by, CancellationToken ct) => RunAsync(by, async change =>
    {
        if (await FindAsync(change, id, ct) is not { } building)
            return new MasterOutcome.Missing();
        TypedFields read = new();
        var shortName = PlaceWords.Unit(read.Optional("unit", name, NameLength));
        read.Range("floors", floors, 0, HighestFloor);
        var units = await change.Db.Set<Unit>().Where(unit => unit.BuildingId == id).ToListAsync(ct);
        var known = units.Find(unit => unit.Name == shortName);
        if (known is null && units.Exists(unit => unit.Name is null || shortName is null))
            read.Fail("unit", ImportTexts.NamelessUnit);
        if (!read.AreRight)
            return read.Refusal;
        if (known is null)
            change.Db.Add(known = new() { BuildingId = id, Name = shortName });
        known.Floors = floors;
        change.Keep(DeskAuditAction.Changed, MasterAudit.Building(id), building.EstateId, $"{MasterTexts.Place(building, known, null)}：{floors} 层", changesPlaces: true);
        return new MasterOutcome.Saved(id);
    }, ct);

    /// <summary>Adds homes to a unit: names, or ranges such as 101-104, separated by commas, blanks or line breaks. Known ones stay.</summary>
    public Task<MasterOutcome> AddRoomsAsync(int id, int unitId, string? names, StaffMember by, CancellationToken ct) => RunAsync(by, async change =>
    {
        if (await FindAsync(change, id, ct) is not { } building
            || await change.Db.Set<Unit>().SingleOrDefaultAsync(unit => unit.Id == unitId && unit.BuildingId == id, ct) is not { } unit)
            return new MasterOutcome.Missing();
        var wanted = RoomNames.Read(names);
        if (wanted.Count is 0 or > MaxRoomsAtOnce || wanted.Any(name => name.Length > NameLength))
            return MasterOutcome.Wrong("rooms", MasterTexts.RoomsWrong(MaxRoomsAtOnce));
        var known = await change.Db.Set<Room>().Where(room => room.UnitId == unitId).Select(room => room.Name).ToListAsync(ct);
        List<string> added = [.. wanted.Except(known, StringComparer.OrdinalIgnoreCase)];
        if (added.Count == 0)
            return new MasterOutcome.Saved(id);
        change.Db.AddRange(added.Select(name => new Room { UnitId = unitId, Name = name }));
        change.Keep(DeskAuditAction.Added, MasterAudit.Building(id), building.EstateId, $"{MasterTexts.Place(building, unit, null)}：新增房号 {string.Join('、', added)}", changesPlaces: true);
        return new MasterOutcome.Saved(id);
    }, ct);

    /// <param name="roomId">The home.</param>
    /// <param name="squareMetres">As typed; empty for unknown.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="ct">Cancels the change.</param>
    public Task<MasterOutcome> MeasureRoomAsync(int roomId, string? squareMetres, StaffMember by, CancellationToken ct) => RunAsync(by, async change =>
    {
        if (await RegisterReach.EstateOfRoomAsync(change.Db, roomId, ct) is not { } estateId || !policies.WorksFor(by, estateId))
            return new MasterOutcome.Missing();
        TypedFields read = new();
        var hundredths = read.Hundredths("area", squareMetres);
        if (hundredths > int.MaxValue)
            read.Fail("area", ImportTexts.AmountWrong);
        if (!read.AreRight)
            return read.Refusal;
        var room = await change.Db.Set<Room>().SingleAsync(room => room.Id == roomId, ct);
        if (room.HundredthsOfSquareMetre == (int?)hundredths)
            return new MasterOutcome.Saved(roomId);
        change.Keep(DeskAuditAction.Changed, MasterAudit.Room(roomId), estateId,
            MasterTexts.Differs("建筑面积", MasterTexts.SquareMetres(room.HundredthsOfSquareMetre), MasterTexts.SquareMetres((int?)hundredths)), changesPlaces: true);
        room.HundredthsOfSquareMetre = (int?)hundredths;
        return new MasterOutcome.Saved(roomId);
    }, ct);

    /// <summary>Takes a home that was entered by mistake away: nobody lives there, nothing was reported, nothing is owed.</summary>
    public Task<MasterOutcome> RemoveRoomAsync(int roomId, StaffMember by, CancellationToken ct) => RunAsync(by, async change =>
    {
        var db = change.Db;
        if (await RegisterReach.EstateOfRoomAsync(db, roomId, ct) is not { } estateId || !policies.WorksFor(by, estateId))
            return new MasterOutcome.Missing();
        if (await db.Set<OwnerHome>().AnyAsync(home => home.RoomId == roomId, ct) || await db.Set<Ticket>().AnyAsync(ticket => ticket.RoomId == roomId, ct)
            || await db.Set<FeeRecord>().AnyAsync(fee => fee.RoomId == roomId, ct))
            return new MasterOutcome.InUse(MasterTexts.RoomInUse);
        var room = await db.Set<Room>().SingleAsync(row => row.Id == roomId, ct);
        var unit = await db.Set<Unit>().AsNoTracking().SingleAsync(row => row.Id == room.UnitId, ct);
        db.Remove(room);
        change.Keep(DeskAuditAction.Removed, MasterAudit.Building(unit.BuildingId), estateId, $"删除房号 {room.Name}", changesPlaces: true);
        return new MasterOutcome.Saved(unit.BuildingId);
    }, ct);

    private Task<MasterOutcome> RunAsync(StaffMember by, Func<MasterChange, Task<MasterOutcome>> work, CancellationToken ct) =>
        policies.MayEdit(by, RegisterPart.Places) ? masters.RunAsync(by, work, ct) : Task.FromResult<MasterOutcome>(new MasterOutcome.Missing());

    private async Task<Building?> FindAsync(MasterChange change, int id, CancellationToken ct) =>
        await change.Db.Set<Building>().SingleOrDefaultAsync(building => building.Id == id, ct) is { } found && policies.WorksFor(change.By, found.EstateId) ? found : null;
}
