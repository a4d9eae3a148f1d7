using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Estates;
using ChatDesk.BotHost.Fees;
using ChatDesk.BotHost.Masters;
using ChatDesk.BotHost.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Pages.Console;

/// <summary>What homes owe and have paid, as the bookkeeping says.</summary>
public sealed class FeesModel(DeskDb db, EstateRegister register, TypedHome typed, Policies policies) : RegisterPage
{
    private const int PageSize = 50;

    public string? Search { get; private set; }

    public string? Period { get; private set; }

    public int? EstateId { get; private set; }

    public bool IsOwed { get; private set; }

    public IReadOnlyList<Estate> Estates { get; private set; } = [];

    public IReadOnlyList<(FeeRecord Fee, string Place)> Rows { get; private set; } = [];

    public int Count { get; private set; }

    public long SumInFen { get; private set; }

    public bool MayEdit { get; private set; }

    public string? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? q, string? period, int? estate, bool owed, long before, CancellationToken ct)
    {
        var by = await StaffAsync();
        if (!policies.MaySee(by, RegisterPart.Fees) || (estate is { } chosen && !policies.WorksFor(by, chosen)))
            return NotFound();
        (Search, EstateId, IsOwed, Estates) = (PlainWords.OrNull(q), estate, owed, typed.EstatesOf(by));
        (Period, MayEdit) = (PlainWords.OrNull(period) is { } typedPeriod ? FeeRecord.ShortPeriod(typedPeriod) : null, policies.MayEdit(by, RegisterPart.Fees));
        var rooms = RegisterReach.RoomsOf(db, estate is { } one ? [one] : RegisterReach.EstatesOf(by));
        var fees = db.Set<FeeRecord>().AsNoTracking().Where(fee => rooms.Any(room => room.Id == fee.RoomId));
        if (Search is not null)
            fees = fees.Where(fee => fee.RoomId == (typed.Find(Search, estate, by) ?? 0));
        if (Period is not null)
            fees = fees.Where(fee => fee.Period == Period);
        if (owed)
            fees = fees.Where(fee => fee.PaidOn == null);
        (Count, SumInFen) = (await fees.CountAsync(ct), await fees.SumAsync(fee => fee.AmountInFen, ct));
        var found = await fees.Where(fee => before == 0 || fee.Id < before).OrderByDescending(fee => fee.Id).Take(PageSize + 1).ToListAsync(ct);
        Rows = [.. found.Take(PageSize).Select(fee => (fee, Describe(fee.RoomId)))];
        if (found.Count > PageSize)
            Next = $"/console/fees?q={Uri.EscapeDataString(Search ?? "")}&period={Uri.EscapeDataString(Period ?? "")}&estate={estate}&owed={owed}&before={Rows[^1].Fee.Id}";
        return Page();
    }

    private string Describe(int roomId)
    {
        var place = register.PlaceOf(roomId);
        return place is null ? "" : Estates.Count > 1 ? $"{register.FindEstate(place.EstateId)?.Name} {place.Text}" : place.Text;
    }
}
