using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Tickets;
using ChatDesk.BotHost.Work;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Pages.Work;

/// <summary>What the engineer finished in the last months, day by day.</summary>
public sealed class HistoryModel(ReadWorkList read, DeskCalendar calendar) : WorkPage
{
    public const int Days = 180;
    private const int PageSize = 30;

    public IReadOnlyList<IGrouping<DateOnly, Ticket>> Tickets { get; private set; } = [];

    /// <summary>Where the next page begins, in milliseconds since 1970; null on the last.</summary>
    public long? Earlier { get; private set; }

    /// <param name="before">Milliseconds since 1970; null for now.</param>
    /// <param name="ct">Cancels reading.</param>
    public async Task OnGetAsync(long? before, CancellationToken ct)
    {
        var until = before is >= 0 and < 253_402_300_799_000 ? DateTimeOffset.FromUnixTimeMilliseconds(before.Value) : calendar.Now.AddMinutes(1);
        var found = await read.DoneSince(Member, calendar.Now.AddDays(-Days)).Where(ticket => ticket.FinishedAt < until).Take(PageSize + 1).ToListAsync(ct);
        Tickets = [.. found.Take(PageSize).GroupBy(ticket => DateOnly.FromDateTime(calendar.ToLocal(ticket.FinishedAt!.Value)))];
        Earlier = found.Count > PageSize ? found[PageSize - 1].FinishedAt!.Value.ToUnixTimeMilliseconds() : null;
    }
}
