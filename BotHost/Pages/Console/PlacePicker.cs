using System.Globalization;
using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Estates;
using ChatDesk.BotHost.Security;
using ChatDesk.BotHost.Staff;
using ChatDesk.Knowledge.Understanding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Pages.Console;

/// <summary>The place's pick lists, each narrowed by the one before it.</summary>
public sealed record PlaceChoices(
    RequestForm Form,
    IReadOnlyList<SelectListItem> Estates,
    IReadOnlyList<SelectListItem> Buildings,
    IReadOnlyList<SelectListItem> Units,
    IReadOnlyList<SelectListItem> Rooms,
    IReadOnlyList<SelectListItem> Areas);

/// <summary>The register as pick lists, and what was picked as a place that exists.</summary>
public sealed class PlacePicker(DeskDb db, EstateRegister register, Policies policies)
{
    private const int MaxPlaceLength = 100;

    /// <summary>Fills the lists. What does not fit the list before it is dropped from the form; an only choice is taken.</summary>
    public async Task<PlaceChoices> ReadAsync(RequestForm form, StaffMember by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(form);
        var estates = Items(register.Estates.Where(estate => policies.WorksFor(by, estate.Id)), estate => estate.Id, estate => estate.Name);
        form.EstateId = Kept(estates, form.EstateId, takesOnly: true);
        var estateId = form.EstateId ?? 0;
        var buildings = Items(
            register.Buildings(estateId).OrderBy(b => b.Phase, NaturalOrder.Names).ThenBy(b => b.Name, NaturalOrder.Names),
            b => b.Id,
            b => register.Describe(estateId, new Location(b.Phase, b.Name)));
        form.BuildingId = Kept(buildings, form.BuildingId, takesOnly: false);
        var units = Items(await UnitsAsync(form.BuildingId, ct), unit => unit.Id, unit => unit.Name is null ? "不分单元" : unit.Name + "单元");
        form.UnitId = Kept(units, form.UnitId, takesOnly: true);
        var rooms = Items(await RoomsAsync(form.UnitId, ct), room => room.Id, room => room.Name);
        form.RoomId = Kept(rooms, form.RoomId, takesOnly: false);
        var areas = Items(register.Areas(estateId), area => area.Id, area => area.Name);
        form.AreaId = Kept(areas, form.AreaId, takesOnly: false);
        return new(form, estates, buildings, units, rooms, areas);
    }

    /// <summary>Takes a place as a clerk types it (3-2-201) into the form, as far as the register knows it.</summary>
    public void Type(RequestForm form, string typed)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (form.EstateId is not { } estateId || register.Places(estateId) is not { } places || string.IsNullOrWhiteSpace(typed))
            return;
        var said = MessageReader.Read(typed, new ReadContext { Places = places }).Location;
        var found = register.Resolve(said, estateId).Place;
        (form.BuildingId, form.UnitId, form.RoomId) = (found.BuildingId, found.UnitId, found.RoomId);
        form.AreaId = register.Areas(estateId).FirstOrDefault(area => area.Name == said.Area)?.Id;
    }

    /// <returns>Null where the form names no place of an estate that the member works for.</returns>
    public async Task<Place?> ResolveAsync(RequestForm form, StaffMember by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(form);
        await ReadAsync(form, by, ct);
        var detail = PlainWords.OrNull(form.Detail);
        if (form.EstateId is not { } estateId || (form.BuildingId is null && form.AreaId is null && detail is null))
            return null;
        var text = $"{await DescribeAsync(form, estateId, ct)} {detail}".Trim();
        return new(estateId, text.Length <= MaxPlaceLength ? text : text[..MaxPlaceLength], form.BuildingId, form.UnitId, form.RoomId);
    }

    private async Task<string> DescribeAsync(RequestForm form, int estateId, CancellationToken ct)
    {
        var area = register.Areas(estateId).FirstOrDefault(a => a.Id == form.AreaId)?.Name;
        var building = register.Buildings(estateId).FirstOrDefault(b => b.Id == form.BuildingId);
        var unit = await db.Set<Unit>().Where(u => u.Id == form.UnitId).Select(u => u.Name).SingleOrDefaultAsync(ct);
        var room = await db.Set<Room>().Where(r => r.Id == form.RoomId).Select(r => r.Name).SingleOrDefaultAsync(ct);
        return register.Describe(estateId, new Location(building?.Phase, building?.Name, unit, null, room, area));
    }

    private async Task<IEnumerable<Unit>> UnitsAsync(int? buildingId, CancellationToken ct)
    {
        var units = await db.Set<Unit>().AsNoTracking().Where(unit => unit.BuildingId == buildingId).ToListAsync(ct);
        return units.OrderBy(unit => unit.Name, NaturalOrder.Names);
    }

    private async Task<IEnumerable<Room>> RoomsAsync(int? unitId, CancellationToken ct)
    {
        var rooms = await db.Set<Room>().AsNoTracking().Where(room => room.UnitId == unitId).ToListAsync(ct);
        return rooms.OrderBy(room => room.Name, NaturalOrder.Names);
    }

    private static List<SelectListItem> Items<T>(IEnumerable<T> rows, Func<T, int> id, Func<T, string> name) =>
        [.. rows.Select(row => new SelectListItem(name(row), id(row).ToString(CultureInfo.InvariantCulture)))];

    private static int? Kept(List<SelectListItem> items, int? wanted, bool takesOnly)
    {
        if (takesOnly && items.Count == 1)
            return int.Parse(items[0].Value, CultureInfo.InvariantCulture);
        return wanted is { } id && items.Exists(item => item.Value == id.ToString(CultureInfo.InvariantCulture)) ? wanted : null;
    }
}
