using ChatDesk.BotHost.Estates;
using ChatDesk.BotHost.Security;
using ChatDesk.BotHost.Staff;
using ChatDesk.BotHost.Texts;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Masters;

/// <summary>A device as a form or a program sends it.</summary>
/// <param name="EstateId">Counts for a new device only.</param>
/// <param name="Code">The company's number, once in an estate; counts for a new device only.</param>
/// <param name="Kind">lift, pump …</param>
/// <param name="BuildingId">Null for a place of the whole estate.</param>
/// <param name="UnitId">Null for the whole building.</param>
public sealed record DeviceForm(int EstateId, string? Code, string? Kind, int? BuildingId, int? UnitId);

/// <summary>Looks after lifts, pumps and the like.</summary>
public sealed class EditDevices(ChangeMasters masters, Policies policies)
{
    public Task<MasterOutcome> AddAsync(DeviceForm form, StaffMember by, CancellationToken ct) => RunAsync(by, async change =>
    {
        if (!policies.WorksFor(by, form.EstateId) || !await change.Db.Set<Estate>().AnyAsync(estate => estate.Id == form.EstateId, ct))
            return new MasterOutcome.Missing();
        TypedFields read = new();
        var code = read.Required(nameof(form.Code), form.Code, 40);
        var kind = KindOf(read, form);
        await CheckPlaceAsync(read, form, form.EstateId, change, ct);
        if (await change.Db.Set<Device>().AnyAsync(device => device.EstateId == form.EstateId && device.Code == code, ct))
            read.Fail(nameof(form.Code), MasterTexts.CodeKnown);
        if (!read.AreRight)
            return read.Refusal;
        Device added = new() { EstateId = form.EstateId, Code = code, Kind = kind, BuildingId = form.BuildingId, UnitId = form.UnitId };
        change.Db.Add(added);
        await change.Db.SaveChangesAsync(ct);
        change.Keep(DeskAuditAction.Added, MasterAudit.Device(added.Id), form.EstateId, $"{DeviceKinds.Name(kind)} {code}", changesPlaces: true);
        return new MasterOutcome.Saved(added.Id);
    }, ct);

    public Task<MasterOutcome> ChangeAsync(int id, DeviceForm form, StaffMember by, CancellationToken ct) => RunAsync(by, async change =>
    {
        if (await FindAsync(change, id, ct) is not { } device)
            return new MasterOutcome.Missing();
        TypedFields read = new();
        var kind = KindOf(read, form);
        await CheckPlaceAsync(read, form, device.EstateId, change, ct);
        if (!read.AreRight)
            return read.Refusal;
        if ((device.Kind, device.BuildingId, device.UnitId) == (kind, form.BuildingId, form.UnitId))
            return new MasterOutcome.Saved(id);
        (device.Kind, device.BuildingId, device.UnitId) = (kind, form.BuildingId, form.UnitId);
        change.Keep(DeskAuditAction.Changed, MasterAudit.Device(id), device.EstateId, $"{DeviceKinds.Name(kind)} {device.Code}", changesPlaces: true);
        return new MasterOutcome.Saved(id);
    }, ct);

    public Task<MasterOutcome> RemoveAsync(int id, StaffMember by, CancellationToken ct) => RunAsync(by, async change =>
    {
        if (await FindAsync(change, id, ct) is not { } device)
            return new MasterOutcome.Missing();
        change.Db.Remove(device);
        change.Keep(DeskAuditAction.Removed, MasterAudit.Device(id), device.EstateId, $"{DeviceKinds.Name(device.Kind)} {device.Code}", changesPlaces: true);
        return new MasterOutcome.Saved(id);
    }, ct);

    private Task<MasterOutcome> RunAsync(StaffMember by, Func<MasterChange, Task<MasterOutcome>> work, CancellationToken ct) =>
        policies.MayEdit(by, RegisterPart.Places) ? masters.RunAsync(by, work, ct) : Task.FromResult<MasterOutcome>(new MasterOutcome.Missing());

    private async Task<Device?> FindAsync(MasterChange change, int id, CancellationToken ct) =>
        await change.Db.Set<Device>().SingleOrDefaultAsync(device => device.Id == id, ct) is { } found && policies.WorksFor(change.By, found.EstateId) ? found : null;

    private static string KindOf(TypedFields read, DeviceForm form)
    {
        var kind = read.Required(nameof(form.Kind), form.Kind, 40);
        if (kind.Length > 0 && DeviceKinds.Find(kind) is null)
            read.Fail(nameof(form.Kind), ImportTexts.UnknownKind(kind, null));
        return DeviceKinds.Find(kind) ?? kind;
    }

    private static async Task CheckPlaceAsync(TypedFields read, DeviceForm form, int estateId, MasterChange change, CancellationToken ct)
    {
        if (form.BuildingId is { } buildingId && !await change.Db.Set<Building>().AnyAsync(building => building.Id == buildingId && building.EstateId == estateId, ct))
            read.Fail(nameof(form.BuildingId), MasterTexts.NotFound);
        if (form.UnitId is { } unitId && !await change.Db.Set<Unit>().AnyAsync(unit => unit.Id == unitId && unit.BuildingId == form.BuildingId, ct))
            read.Fail(nameof(form.UnitId), MasterTexts.NotFound);
    }
}
