using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Estates;
using ChatDesk.BotHost.Imports.Places;
using ChatDesk.BotHost.Imports.Tables;
using ChatDesk.BotHost.Masters;
using ChatDesk.BotHost.Security;
using ChatDesk.BotHost.Texts;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Imports.Kinds;

/// <summary>Lifts, pumps and the like, by their code within the estate.</summary>
internal sealed class DevicesImporter(Policies policies) : IImporter
{
    private static readonly ImportColumn Code = new("设备编号", "3-2-L1", 40, "编号", "设备号", "设备代码", "资产编号") { IsRequired = true };
    private static readonly ImportColumn DeviceKind = new("设备类型", "电梯", 40, "类型", "设备类别", "类别", "设备种类", "设备名称") { IsRequired = true };

    public ImportKind Kind => ImportKind.Devices;

    public RegisterPart Part => RegisterPart.Places;

    public IReadOnlyList<ImportColumn> Columns { get; } = [PlaceColumns.Estate, Code, DeviceKind, PlaceColumns.Phase, PlaceColumns.Building, PlaceColumns.Unit];

    public async Task<ImportPlan> PlanAsync(Table table, ImportContext context, CancellationToken ct)
    {
        ImportPlan plan = new();
        var rows = ImportRows.Of(table, Columns, plan);
        if (rows.Count == 0)
            return plan;
        var book = await PlaceBook.OpenAsync(context.Db, estateId => policies.WorksFor(context.By, estateId), ct);
        PlaceFinder places = new(book, book.Estates.FirstOrDefault(estate => estate.Id == context.EstateId), adds: false);
        var devices = (await context.Db.Set<Device>().ToListAsync(ct)).ToDictionary(device => (device.EstateId, device.Code));
        Dictionary<(int, string), int> seen = [];
        foreach (var row in rows)
        {
            var (estate, code, kind) = (places.Estate(row), row.Name(Code), KindOf(row));
            var (building, unit) = estate is null ? default : await PlaceAsync(row, estate, places, ct);
            if (!row.IsGood || estate is null || code is null || kind is null)
                continue;
            if (seen.TryAdd((estate.Id, code), row.RowNumber))
                Plan(row.RowNumber, new(estate, code, kind, building, unit), devices.GetValueOrDefault((estate.Id, code)), book, context, plan);
            else
                row.Fail(Code, ImportTexts.RowTwice(seen[(estate.Id, code)]));
        }

        return plan;
    }

    public async Task<IReadOnlyList<string[]>> ExportAsync(DeskDb db, IReadOnlyCollection<int> estateIds, CancellationToken ct)
    {
        var rows = await (
            from device in db.Set<Device>()
            join estate in db.Set<Estate>() on device.EstateId equals estate.Id
            join building in db.Set<Building>() on device.BuildingId equals (int?)building.Id into buildings
            from building in buildings.DefaultIfEmpty()
            join unit in db.Set<Unit>() on device.UnitId equals (int?)unit.Id into units
            from unit in units.DefaultIfEmpty()
            where estateIds.Contains(estate.Id)
            orderby estate.Id, device.Code
            select new { Estate = estate.Name, device.Code, device.Kind, building!.Phase, Building = building.Name, Unit = unit!.Name })
            .ToListAsync(ct);
        return rows.ConvertAll(row => new[] { row.Estate, row.Code, DeviceKinds.Name(row.Kind), row.Phase ?? "", row.Building ?? "", row.Unit ?? "" });
    }

    private static string? KindOf(ImportRow row)
    {
        if (row.Text(DeviceKind) is not { } word)
            return null;
        if (DeviceKinds.Find(word) is { } kind)
            return kind;
        row.Fail(DeviceKind, ImportTexts.UnknownKind(word, Nearest.To(word, DeviceKinds.Names)));
        return null;
    }

    private static async Task<(Building? Building, Unit? Unit)> PlaceAsync(ImportRow row, Estate estate, PlaceFinder places, CancellationToken ct)
    {
        var (phase, raw, unit) = (row.Name(PlaceColumns.Phase), row.Name(PlaceColumns.Building), row.Name(PlaceColumns.Unit));
        if (PlaceWords.Building(raw) is not { } name)
            return default;
        await places.Book.ReadAsync(estate.Id, ct);
        var building = places.Building(row, estate, PlaceWords.Phase(phase), raw, name);
        return (building, building is null ? null : places.Unit(row, building, unit));
    }

    private static void Plan(int row, ImportedDevice wanted, Device? device, PlaceBook book, ImportContext context, ImportPlan plan)
    {
        List<string> differs = [];
        if (device is not null && device.Kind != wanted.Kind)
            differs.Add(MasterTexts.Differs(DeviceKind.Name, DeviceKinds.Name(device.Kind), DeviceKinds.Name(wanted.Kind)));
        if (device is not null && (device.BuildingId != wanted.Building?.Id || device.UnitId != wanted.Unit?.Id))
            differs.Add(MasterTexts.Differs("位置", Place(book, device), wanted.Place));
        if (device is not null && differs.Count == 0)
        {
            plan.Unchanged++;
            return;
        }

        var what = $"{DeviceKinds.Name(wanted.Kind)} {wanted.Code} {wanted.Place}".Trim();
        plan.Changes.Add(new(row, device is null, what, string.Join('；', differs)));
        var target = device ?? new() { EstateId = wanted.Estate.Id, Code = wanted.Code, Kind = wanted.Kind };
        plan.Effects.Add(() =>
        {
            if (device is null)
                context.Db.Add(target);
            (target.Kind, target.BuildingId, target.UnitId) = (wanted.Kind, wanted.Building?.Id, wanted.Unit?.Id);
        });
        plan.Audits.Add(() => MasterAudit.Of(
            context.By, context.Now, device is null ? DeskAuditAction.Added : DeskAuditAction.Changed, MasterAudit.Device(target.Id), wanted.Estate.Id, string.Join('；', [what, .. differs])));
    }

    private static string Place(PlaceBook book, Device device)
    {
        var building = book.Buildings(device.EstateId).FirstOrDefault(candidate => candidate.Id == device.BuildingId);
        return building is null ? "" : MasterTexts.Place(building, book.Units(building).FirstOrDefault(unit => unit.Id == device.UnitId), null);
    }

    private sealed record ImportedDevice(Estate Estate, string Code, string Kind, Building? Building, Unit? Unit)
    {
        public string Place => Building is null ? "" : MasterTexts.Place(Building, Unit, null);
    }
}
