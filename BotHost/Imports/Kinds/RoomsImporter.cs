using System.Globalization;
using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Estates;
using ChatDesk.BotHost.Imports.Places;
using ChatDesk.BotHost.Imports.Tables;
using ChatDesk.BotHost.Masters;
using ChatDesk.BotHost.Security;
using ChatDesk.BotHost.Texts;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Imports.Kinds;

/// <summary>Homes with their area and their unit's floors. Buildings and units that are missing are added with them.</summary>
internal sealed class RoomsImporter(Policies policies) : IImporter
{
    private const int HighestFloor = 200;

    private static readonly ImportColumn Area = new("建筑面积", "89.06", 20, "面积", "房屋面积", "产权面积", "计费面积");
    private static readonly ImportColumn Floors = new("总楼层", "18", 10, "楼层数", "总层数", "层数");

    public ImportKind Kind => ImportKind.Rooms;

    public RegisterPart Part => RegisterPart.Places;

    public IReadOnlyList<ImportColumn> Columns { get; } = [.. PlaceColumns.All, Area, Floors];

    public async Task<ImportPlan> PlanAsync(Table table, ImportContext context, CancellationToken ct)
    {
        ImportPlan plan = new();
        var rows = ImportRows.Of(table, Columns, plan);
        if (rows.Count == 0)
            return plan;
        var book = await PlaceBook.OpenAsync(context.Db, estateId => policies.WorksFor(context.By, estateId), ct);
        PlaceFinder places = new(book, book.Estates.FirstOrDefault(estate => estate.Id == context.EstateId), adds: true);
        plan.Places = book;
        Dictionary<Room, int> seen = [];
        foreach (var row in rows)
        {
            var home = await places.HomeAsync(row, ct);
            var area = row.Hundredths(Area);
            var floors = row.Number(Floors, 0, HighestFloor);
            if (!row.IsGood || home is null)
                continue;
            if (seen.TryAdd(home.Room, row.RowNumber))
                Plan(row.RowNumber, home, (int?)area, floors, context, plan);
            else
                row.Fail(null, ImportTexts.RowTwice(seen[home.Room]));
        }

        return plan;
    }

    public async Task<IReadOnlyList<string[]>> ExportAsync(DeskDb db, IReadOnlyCollection<int> estateIds, CancellationToken ct)
    {
        var rows = await (
            from room in db.Set<Room>()
            join unit in db.Set<Unit>() on room.UnitId equals unit.Id
            join building in db.Set<Building>() on unit.BuildingId equals building.Id
            join estate in db.Set<Estate>() on building.EstateId equals estate.Id
            where estateIds.Contains(estate.Id)
            orderby estate.Id, building.Id, unit.Id, room.Id
            select new { Estate = estate.Name, building.Phase, Building = building.Name, Unit = unit.Name, Room = room.Name, room.HundredthsOfSquareMetre, unit.Floors })
            .ToListAsync(ct);
        return rows.ConvertAll(row => new[]
        {
            row.Estate, row.Phase ?? "", row.Building, row.Unit ?? "", row.Room, MasterTexts.SquareMetres(row.HundredthsOfSquareMetre),
            row.Floors == 0 ? "" : row.Floors.ToString(CultureInfo.InvariantCulture),
        });
    }

    private static void Plan(int row, FoundHome home, int? area, int? floors, ImportContext context, ImportPlan plan)
    {
        var what = MasterTexts.Place(home.Building, home.Unit, home.Room);
        var isNew = home.Room.Id == 0;
        List<string> differs = [];
        if (area is { } hundredths && home.Room.HundredthsOfSquareMetre != hundredths)
            differs.Add(MasterTexts.Differs(Area.Name, MasterTexts.SquareMetres(home.Room.HundredthsOfSquareMetre), MasterTexts.SquareMetres(hundredths)));
        if (floors is { } high && home.Unit.Floors != high && home.Unit.Id != 0)
            differs.Add(MasterTexts.Differs(Floors.Name, $"{home.Unit.Floors}", $"{high}"));
        if (isNew || differs.Count > 0)
            plan.Changes.Add(new(row, isNew, what, isNew ? "" : string.Join('；', differs)));
        else
            plan.Unchanged++;
        plan.Effects.Add(() =>
        {
            context.Db.Attach(home.Unit);
            context.Db.Attach(home.Room);
            home.Unit.Floors = floors ?? home.Unit.Floors;
            home.Room.HundredthsOfSquareMetre = area ?? home.Room.HundredthsOfSquareMetre;
        });
        if (isNew || differs.Count > 0)
        {
            plan.Audits.Add(() => MasterAudit.Of(
                context.By, context.Now, isNew ? DeskAuditAction.Added : DeskAuditAction.Changed, MasterAudit.Room(home.Room.Id), home.Estate.Id, string.Join('；', [what, .. differs])));
        }
    }
}
