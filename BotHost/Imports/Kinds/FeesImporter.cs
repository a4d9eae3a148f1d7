using System.Globalization;
using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Estates;
using ChatDesk.BotHost.Fees;
using ChatDesk.BotHost.Imports.Places;
using ChatDesk.BotHost.Imports.Tables;
using ChatDesk.BotHost.Imports.Values;
using ChatDesk.BotHost.Masters;
using ChatDesk.BotHost.Security;
using ChatDesk.BotHost.Texts;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Imports.Kinds;

/// <summary>Fee records, by home, item and period. Homes have to be in the register.</summary>
internal sealed class FeesImporter(Policies policies, DeskCalendar calendar) : IImporter
{
    private const int AtOnce = 500;

    private static readonly ImportColumn Item = new("费用项目", "物业费", FeeRecord.MaxItem, "项目名称", "收费项目", "费用名称", "费项", "科目", "费用类型") { IsRequired = true };
    private static readonly ImportColumn Period = new("账期", "2026-10", FeeRecord.MaxPeriod, "费用期间", "所属期", "月份", "账单月份", "计费周期", "期间") { IsRequired = true };
    private static readonly ImportColumn Amount = new("应缴金额", "356.80", 30, "金额", "应收金额", "应收", "费用", "欠费金额", "账单金额") { IsRequired = true };
    private static readonly ImportColumn Due = new("缴费截止日", "2026-10-31", 30, "截止日期", "应缴日期", "到期日", "缴费期限", "最后缴费日");
    private static readonly ImportColumn Paid = new("缴费日期", "", 30, "已缴日期", "实缴日期", "收款日期", "付款日期", "支付日期");

    public ImportKind Kind => ImportKind.Fees;

    public RegisterPart Part => RegisterPart.Fees;

    public IReadOnlyList<ImportColumn> Columns { get; } = [.. PlaceColumns.All, Item, Period, Amount, Due, Paid];

    public async Task<ImportPlan> PlanAsync(Table table, ImportContext context, CancellationToken ct)
    {
        ImportPlan plan = new();
        var rows = ImportRows.Of(table, Columns, plan);
        if (rows.Count == 0)
            return plan;
        var book = await PlaceBook.OpenAsync(context.Db, estateId => policies.WorksFor(context.By, estateId), ct);
        PlaceFinder places = new(book, book.Estates.FirstOrDefault(estate => estate.Id == context.EstateId), adds: false);
        var fees = await ReadAsync(rows, places, ct);
        var known = await KnownAsync(context.Db, [.. fees.Select(fee => fee.Home.Room.Id).Distinct()], ct);
        foreach (var fee in fees)
            Plan(fee, known.GetValueOrDefault(fee.Key), context, plan);
        return plan;
    }

    public async Task<IReadOnlyList<string[]>> ExportAsync(DeskDb db, IReadOnlyCollection<int> estateIds, CancellationToken ct)
    {
        var rows = await (
            from fee in db.Set<FeeRecord>()
            join room in db.Set<Room>() on fee.RoomId equals room.Id
            join unit in db.Set<Unit>() on room.UnitId equals unit.Id
            join building in db.Set<Building>() on unit.BuildingId equals building.Id
            join estate in db.Set<Estate>() on building.EstateId equals estate.Id
            where estateIds.Contains(estate.Id)
            orderby estate.Id, building.Id, unit.Id, room.Id, fee.Id
            select new { Estate = estate.Name, building.Phase, Building = building.Name, Unit = unit.Name, Room = room.Name, Fee = fee })
            .ToListAsync(ct);
        return rows.ConvertAll(row => new[]
        {
            row.Estate, row.Phase ?? "", row.Building, row.Unit ?? "", row.Room, row.Fee.Item, row.Fee.Period,
            (row.Fee.AmountInFen / 100m).ToString("0.00", CultureInfo.InvariantCulture), MasterTexts.Date(row.Fee.DueOn), MasterTexts.Date(row.Fee.PaidOn),
        });
    }

    private async Task<List<ImportedFee>> ReadAsync(IReadOnlyList<ImportRow> rows, PlaceFinder places, CancellationToken ct)
    {
        Dictionary<FeeKey, int> seen = [];
        List<ImportedFee> fees = [];
        var today = DateOnly.FromDateTime(calendar.LocalNow);
        foreach (var row in rows)
        {
            var home = await places.HomeAsync(row, ct);
            var (item, period, amount, due, paid) = (row.Text(Item), PeriodOf(row), row.Hundredths(Amount), row.Date(Due), row.Date(Paid));
            if (paid > today)
                row.Fail(Paid, ImportTexts.PaidInFuture);
            if (!row.IsGood || home is null || item is null || period is null || amount is null)
                continue;
            ImportedFee fee = new(row.RowNumber, home, new(home.Room.Id, item, period), amount.Value, due, paid);
            if (seen.TryAdd(fee.Key, row.RowNumber))
                fees.Add(fee);
            else
                row.Fail(null, ImportTexts.RowTwice(seen[fee.Key]));
        }

        return fees;
    }

    /// <summary>Excel makes a day of 2026-10: the period is its month.</summary>
    private static string? PeriodOf(ImportRow row)
    {
        if (row.Day(Period) is not { } text)
            return row.Name(Period) is { } name ? FeeRecord.ShortPeriod(name) : null;
        return DateText.Read(text).Date is { } day ? $"{day.Year}-{day.Month:00}" : null;
    }

    private static async Task<Dictionary<FeeKey, FeeRecord>> KnownAsync(DeskDb db, IReadOnlyList<int> roomIds, CancellationToken ct)
    {
        Dictionary<FeeKey, FeeRecord> known = [];
        foreach (var rooms in roomIds.Chunk(AtOnce))
        {
            foreach (var fee in await db.Set<FeeRecord>().Where(fee => rooms.Contains(fee.RoomId)).ToListAsync(ct))
                known[new(fee.RoomId, fee.Item, fee.Period)] = fee;
        }

        return known;
    }

    private static void Plan(ImportedFee wanted, FeeRecord? fee, ImportContext context, ImportPlan plan)
    {
        var differs = fee is null ? [] : Differences(wanted, fee);
        if (fee is not null && differs.Count == 0)
        {
            plan.Unchanged++;
            return;
        }

        var (_, item, period) = wanted.Key;
        var what = $"{MasterTexts.Place(wanted.Home.Building, wanted.Home.Unit, wanted.Home.Room)} {item} {period}";
        plan.Changes.Add(new(wanted.Row, fee is null, what, string.Join('；', differs)));
        var target = fee ?? new() { RoomId = wanted.Home.Room.Id, Item = item, Period = period, AmountInFen = wanted.AmountInFen };
        plan.Effects.Add(() =>
        {
            if (fee is null)
                context.Db.Add(target);
            (target.AmountInFen, target.DueOn, target.PaidOn) = (wanted.AmountInFen, wanted.DueOn ?? target.DueOn, wanted.PaidOn ?? target.PaidOn);
        });
        plan.Audits.Add(() => MasterAudit.Of(
            context.By, context.Now, fee is null ? DeskAuditAction.Added : DeskAuditAction.Changed, MasterAudit.Fee(target.Id), wanted.Home.Estate.Id, string.Join('；', [what, .. differs])));
    }

    /// <summary>An empty date says nothing: a later list without it takes no payment back.</summary>
    private static List<string> Differences(ImportedFee wanted, FeeRecord fee)
    {
        List<string> differs = [];
        if (fee.AmountInFen != wanted.AmountInFen)
            differs.Add(MasterTexts.Differs(Amount.Name, MasterTexts.Yuan(fee.AmountInFen), MasterTexts.Yuan(wanted.AmountInFen)));
        if (wanted.DueOn is { } due && fee.DueOn != due)
            differs.Add(MasterTexts.Differs(Due.Name, MasterTexts.Date(fee.DueOn), MasterTexts.Date(due)));
        if (wanted.PaidOn is { } paid && fee.PaidOn != paid)
            differs.Add(MasterTexts.Differs(Paid.Name, MasterTexts.Date(fee.PaidOn), MasterTexts.Date(paid)));
        return differs;
    }

    private sealed record FeeKey(int RoomId, string Item, string Period);

    private sealed record ImportedFee(int Row, FoundHome Home, FeeKey Key, long AmountInFen, DateOnly? DueOn, DateOnly? PaidOn);
}
