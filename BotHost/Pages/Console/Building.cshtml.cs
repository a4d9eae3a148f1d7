using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Estates;
using ChatDesk.BotHost.Masters;
using ChatDesk.BotHost.Security;
using ChatDesk.BotHost.Staff;
using ChatDesk.Knowledge.Understanding;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Pages.Console;

/// <summary>One building: who looks after it, its units and homes.</summary>
public sealed class BuildingModel(EditBuildings buildings, EstateRegister register, StaffRoster roster, History history, DeskDb db, Policies policies) : RegisterPage
{
    public Building Building { get; private set; } = null!;

    public string Name { get; private set; } = "";

    public string EstateName { get; private set; } = "";

    public bool MayEdit { get; private set; }

    public IReadOnlyList<StaffMember> Housekeepers { get; private set; } = [];

    public IReadOnlyList<(Unit Unit, IReadOnlyList<Room> Rooms)> Units { get; private set; } = [];

    public IReadOnlyList<HistoryLine> Lines { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken ct)
    {
        var by = await StaffAsync();
        if (register.FindBuilding(id) is not { } building || !policies.WorksFor(by, building.EstateId))
            return NotFound();
        (Building, MayEdit) = (building, policies.MayEdit(by, RegisterPart.Places));
        (Name, EstateName) = (register.Describe(building.EstateId, new Location(building.Phase, building.Name)), register.FindEstate(building.EstateId)!.Name);
        Housekeepers = [.. roster.Members.Where(member => member.WeComUserId == building.Housekeeper || (member.Roles.HasFlag(StaffRoles.Housekeeper) && policies.WorksFor(member, building.EstateId)))];
        var units = await db.Set<Unit>().AsNoTracking().Where(unit => unit.BuildingId == id).ToListAsync(ct);
        var rooms = (await db.Set<Room>().AsNoTracking().Join(db.Set<Unit>().Where(unit => unit.BuildingId == id), room => room.UnitId, unit => unit.Id, (room, _) => room).ToListAsync(ct))
            .ToLookup(room => room.UnitId);
        Units = [.. units.OrderBy(unit => unit.Name, NaturalOrder.Names).Select(unit => (unit, (IReadOnlyList<Room>)[.. rooms[unit.Id].OrderBy(room => room.Name, NaturalOrder.Names)]))];
        Lines = await history.OfAsync(MasterAudit.Building(id), ct);
        return Page();
    }

    public async Task<IActionResult> OnPostEntrustAsync(int id, string? housekeeper, CancellationToken ct) =>
        await AfterAsync(await buildings.EntrustAsync(id, housekeeper, await StaffAsync(), ct), Here);

    public async Task<IActionResult> OnPostUnitAsync(int id, string? unit, int floors, CancellationToken ct) =>
        await AfterAsync(await buildings.SaveUnitAsync(id, unit, floors, await StaffAsync(), ct), Here);

    public async Task<IActionResult> OnPostRoomsAsync(int id, int unitId, string? rooms, CancellationToken ct) =>
        await AfterAsync(await buildings.AddRoomsAsync(id, unitId, rooms, await StaffAsync(), ct), Here);

    private static string Here(long id) => $"/console/buildings/{id}";
}
