using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Masters;
using ChatDesk.BotHost.Security;
using ChatDesk.BotHost.Staff;
using ChatDesk.BotHost.Texts;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Fees;

/// <summary>A fee record as a form or a program sends it.</summary>
/// <param name="Item">物业费; counts for a new record only, as does the period.</param>
/// <param name="Amount">In yuan, as people write it.</param>
/// <param name="DueOn">2026-10-31; empty for no day.</param>
/// <param name="PaidOn">Empty while it is owed.</param>
public sealed record FeeForm(string? Item, string? Period, string? Amount, string? DueOn, string? PaidOn);

/// <summary>Looks after fee records: one for a home, an item and a period.</summary>
public sealed class EditFees(ChangeMasters masters, Policies policies, DeskCalendar calendar)
{
    /// <summary>Adds the record of a home, or changes the one of the same item and period.</summary>
    public Task<MasterOutcome> SaveAsync(int roomId, FeeForm form, StaffMember by, CancellationToken ct) => RunAsync(by, async change =>
    {
        if (await RegisterReach.EstateOfRoomAsync(change.Db, roomId, ct) is not { } estateId || !policies.WorksFor(by, estateId))
            return new MasterOutcome.Missing();
        TypedFields read = new();
        var (item, period) = (read.Required(nameof(form.Item), form.Item, FeeRecord.MaxItem), read.Required(nameof(form.Period), form.Period, FeeRecord.MaxPeriod));
        var (due, paid) = (read.Date(nameof(form.DueOn), form.DueOn), read.Date(nameof(form.PaidOn), form.PaidOn));
        read.Required(nameof(form.Amount), form.Amount, 30);
        var amount = read.Hundredths(nameof(form.Amount), form.Amount);
        if (paid > DateOnly.FromDateTime(calendar.LocalNow))
            read.Fail(nameof(form.PaidOn), ImportTexts.PaidInFuture);
        if (!read.AreRight)
            return read.Refusal;
        period = FeeRecord.ShortPeriod(period);
        var known = await change.Db.Set<FeeRecord>().SingleOrDefaultAsync(fee => fee.RoomId == roomId && fee.Item == item && fee.Period == period, ct);
        if (known is not null && (known.AmountInFen, known.DueOn, known.PaidOn) == (amount, due, paid))
            return new MasterOutcome.Saved(known.Id);
        var fee = known ?? new() { RoomId = roomId, Item = item, Period = period, AmountInFen = amount!.Value };
        (fee.AmountInFen, fee.DueOn, fee.PaidOn) = (amount!.Value, due, paid);
        if (known is null)
            change.Db.Add(fee);
        await change.Db.SaveChangesAsync(ct);
        change.Keep(known is null ? DeskAuditAction.Added : DeskAuditAction.Changed, MasterAudit.Fee(fee.Id), estateId, Summary(fee));
        return new MasterOutcome.Saved(fee.Id);
    }, ct);

    public Task<MasterOutcome> RemoveAsync(long id, StaffMember by, CancellationToken ct) => RunAsync(by, async change =>
    {
        var fee = await change.Db.Set<FeeRecord>().SingleOrDefaultAsync(row => row.Id == id, ct);
        if (fee is null || await RegisterReach.EstateOfRoomAsync(change.Db, fee.RoomId, ct) is not { } estateId || !policies.WorksFor(by, estateId))
            return new MasterOutcome.Missing();
        change.Db.Remove(fee);
        change.Keep(DeskAuditAction.Removed, MasterAudit.Fee(id), estateId, Summary(fee));
        return new MasterOutcome.Saved(fee.RoomId);
    }, ct);

    private Task<MasterOutcome> RunAsync(StaffMember by, Func<MasterChange, Task<MasterOutcome>> work, CancellationToken ct) =>
        policies.MayEdit(by, RegisterPart.Fees) ? masters.RunAsync(by, work, ct) : Task.FromResult<MasterOutcome>(new MasterOutcome.Missing());

    private static string Summary(FeeRecord fee) =>
        $"{fee.Item} {fee.Period} {MasterTexts.Yuan(fee.AmountInFen)} 元，截止 {MasterTexts.Date(fee.DueOn)}，缴费 {MasterTexts.Date(fee.PaidOn)}";
}
