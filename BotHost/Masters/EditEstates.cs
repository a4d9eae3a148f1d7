using ChatDesk.BotHost.Estates;
using ChatDesk.BotHost.Security;
using ChatDesk.BotHost.Staff;
using ChatDesk.BotHost.Texts;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Masters;

/// <summary>An estate as a form or a program sends it.</summary>
/// <param name="Code">Short and for ever; counts for a new estate only.</param>
/// <param name="PaymentUrl">An https address, null for none.</param>
public sealed record EstateForm(string? Code, string? Name, string? Police, string? Fire, string? Medical, string? Gas, string? Desk, string? PaymentUrl);

/// <summary>Looks after estates and their public areas.</summary>
public sealed class EditEstates(ChangeMasters masters, Policies policies)
{
    public Task<MasterOutcome> AddAsync(EstateForm form, StaffMember by, CancellationToken ct) => RunAsync(by, async change =>
    {
        if (!policies.MayAddEstates(by))
            return new MasterOutcome.Missing();
        TypedFields read = new();
        var code = read.Required(nameof(form.Code), form.Code, 40);
        var row = Read(read, form, code);
        if (await change.Db.Set<Estate>().AnyAsync(estate => estate.Code == code, ct))
            read.Fail(nameof(form.Code), MasterTexts.CodeKnown);
        if (!read.AreRight)
            return read.Refusal;
        change.Db.Add(row);
        await change.Db.SaveChangesAsync(ct);
        change.Keep(DeskAuditAction.Added, MasterAudit.Estate(row.Id), row.Id, row.Name, changesPlaces: true);
        return new MasterOutcome.Saved(row.Id);
    }, ct);

    public Task<MasterOutcome> ChangeAsync(int id, EstateForm form, StaffMember by, CancellationToken ct) => RunAsync(by, async change =>
    {
        if (await FindAsync(change, id, ct) is not { } estate)
            return new MasterOutcome.Missing();
        TypedFields read = new();
        var wanted = Read(read, form, estate.Code);
        if (!read.AreRight)
            return read.Refusal;
        List<string> differs =
        [
            .. new (string Field, string? Before, string? After)[]
            {
                ("名称", estate.Name, wanted.Name), ("报警电话", estate.Police, wanted.Police), ("消防电话", estate.Fire, wanted.Fire),
                ("急救电话", estate.Medical, wanted.Medical), ("燃气电话", estate.Gas, wanted.Gas), ("24 小时值班", estate.Desk, wanted.Desk),
                ("缴费页面", estate.PaymentUrl, wanted.PaymentUrl),
            }
            .Where(field => field.Before != field.After).Select(field => MasterTexts.Differs(field.Field, field.Before ?? "", field.After ?? "")),
        ];
        if (differs.Count == 0)
            return new MasterOutcome.Saved(id);
        (estate.Name, estate.Police, estate.Fire, estate.Medical, estate.Gas, estate.Desk, estate.PaymentUrl) =
            (wanted.Name, wanted.Police, wanted.Fire, wanted.Medical, wanted.Gas, wanted.Desk, wanted.PaymentUrl);
        change.Keep(DeskAuditAction.Changed, MasterAudit.Estate(id), id, string.Join('；', differs), changesPlaces: true);
        return new MasterOutcome.Saved(id);
    }, ct);

    public Task<MasterOutcome> AddAreaAsync(int id, string? name, StaffMember by, CancellationToken ct) => RunAsync(by, async change =>
    {
        if (await FindAsync(change, id, ct) is null)
            return new MasterOutcome.Missing();
        TypedFields read = new();
        var typed = read.Required("area", name, 50);
        if (await change.Db.Set<PublicArea>().AnyAsync(area => area.EstateId == id && area.Name == typed, ct))
            read.Fail("area", MasterTexts.NameKnown);
        if (!read.AreRight)
            return read.Refusal;
        change.Db.Add(new PublicArea { EstateId = id, Name = typed });
        change.Keep(DeskAuditAction.Changed, MasterAudit.Estate(id), id, $"新增公共区域：{typed}", changesPlaces: true);
        return new MasterOutcome.Saved(id);
    }, ct);

    public Task<MasterOutcome> RemoveAreaAsync(int id, int areaId, StaffMember by, CancellationToken ct) => RunAsync(by, async change =>
    {
        if (await FindAsync(change, id, ct) is null)
            return new MasterOutcome.Missing();
        if (await change.Db.Set<PublicArea>().SingleOrDefaultAsync(area => area.Id == areaId && area.EstateId == id, ct) is { } gone)
        {
            change.Db.Remove(gone);
            change.Keep(DeskAuditAction.Changed, MasterAudit.Estate(id), id, $"删除公共区域：{gone.Name}", changesPlaces: true);
        }

        return new MasterOutcome.Saved(id);
    }, ct);

    private Task<MasterOutcome> RunAsync(StaffMember by, Func<MasterChange, Task<MasterOutcome>> work, CancellationToken ct) =>
        policies.MayEdit(by, RegisterPart.Places) ? masters.RunAsync(by, work, ct) : Task.FromResult<MasterOutcome>(new MasterOutcome.Missing());

    private async Task<Estate?> FindAsync(MasterChange change, int id, CancellationToken ct) =>
        policies.WorksFor(change.By, id) ? await change.Db.Set<Estate>().SingleOrDefaultAsync(estate => estate.Id == id, ct) : null;

    private static Estate Read(TypedFields read, EstateForm form, string code)
    {
        var url = read.Optional(nameof(form.PaymentUrl), form.PaymentUrl, Estate.MaxPaymentUrl);
        if (url is not null && !(Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps))
            read.Fail(nameof(form.PaymentUrl), MasterTexts.UrlWrong);
        return new()
        {
            Code = code,
            Name = read.Required(nameof(form.Name), form.Name, 100),
            Police = read.Required(nameof(form.Police), form.Police, 40),
            Fire = read.Required(nameof(form.Fire), form.Fire, 40),
            Medical = read.Required(nameof(form.Medical), form.Medical, 40),
            Gas = read.Required(nameof(form.Gas), form.Gas, 40),
            Desk = read.Required(nameof(form.Desk), form.Desk, 40),
            PaymentUrl = url,
        };
    }
}
