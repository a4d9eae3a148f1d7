using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Delivery;
using ChatDesk.BotHost.Security;
using ChatDesk.BotHost.Staff;
using ChatDesk.BotHost.Tickets;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Pages.Console;

/// <summary>One line of the list.</summary>
public sealed record TicketRow(Ticket Ticket, string Estate, string? Team, string? AssigneeName, bool IsOverdue, DateTimeOffset? RemindedAt);

/// <summary>What stands at the top of the list, whatever the filter shows.</summary>
public sealed record TicketCounts(int Open, int Unassigned, int Overdue, int Today);

/// <summary>One page of tickets as one staff member may see them.</summary>
/// <param name="Filter">What was asked for.</param>
/// <param name="Rows">Newest first.</param>
/// <param name="Counts">Over all that the member may see.</param>
/// <param name="HasMore">Whether an older page follows.</param>
/// <param name="Now">The estate's wall clock.</param>
public sealed record TicketPage(TicketFilter Filter, IReadOnlyList<TicketRow> Rows, TicketCounts Counts, bool HasMore, DateTime Now)
{
    /// <summary>Differs whenever anything that the page shows differs.</summary>
    public string Stamp
    {
        get
        {
            StringBuilder shown = new(Counts.ToString());
            foreach (var row in Rows)
                shown.Append(CultureInfo.InvariantCulture, $"|{row.Ticket.Id}.{row.Ticket.Version}.{row.IsOverdue}.{row.RemindedAt?.Ticks}");
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(shown.ToString())).AsSpan(0, 8));
        }
    }
}

/// <summary>Reads the list.</summary>
public sealed class TicketList(DeskDb db, Policies policies, ReadReminders reminders, DeskCalendar calendar)
{
    public const int PageSize = 50;

    public async Task<TicketPage> ReadAsync(TicketFilter filter, StaffMember by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var visible = policies.VisibleTo(by, db.Set<Ticket>().AsNoTracking());
        var wanted = filter.Narrow(visible, by, db, calendar);
        if (filter.Before is { } before)
            wanted = wanted.Where(ticket => ticket.Id < before);
        var tickets = await wanted.OrderByDescending(ticket => ticket.Id).Take(PageSize + 1).ToListAsync(ct);
        var hasMore = tickets.Count > PageSize;
        var rows = await RowsAsync(tickets.Take(PageSize).ToList(), ct);
        return new(filter, rows, await CountAsync(visible, ct), hasMore, calendar.LocalNow);
    }

    private async Task<TicketCounts> CountAsync(IQueryable<Ticket> visible, CancellationToken ct)
    {
        var today = calendar.ToInstant(calendar.LocalNow.Date);
        return new(
            await TicketFilter.OpenOnes(visible).CountAsync(ct),
            await TicketFilter.Unassigned(visible).CountAsync(ct),
            await TicketFilter.Overdue(visible, db, calendar.Now).CountAsync(ct),
            await TicketFilter.Since(visible, today).CountAsync(ct));
    }

    private async Task<IReadOnlyList<TicketRow>> RowsAsync(List<Ticket> tickets, CancellationToken ct)
    {
        var ids = tickets.Select(ticket => ticket.Id).ToList();
        var late = await TicketFilter.Overdue(db.Set<Ticket>().Where(ticket => ids.Contains(ticket.Id)), db, calendar.Now)
            .Select(ticket => ticket.Id).ToHashSetAsync(ct);
        var names = await StaffNames.ReadAsync(db, tickets.Select(ticket => ticket.Assignee), ct);
        var estates = await db.Set<Estates.Estate>().ToDictionaryAsync(estate => estate.Id, estate => estate.Name, ct);
        var teams = await db.Set<Team>().ToDictionaryAsync(team => team.Id, team => team.Name, ct);
        var reminded = await reminders.LastAsync([.. tickets.Select(ticket => ticket.Number)], ct);
        return [.. tickets.Select(ticket => new TicketRow(
            ticket,
            estates[ticket.EstateId],
            ticket.TeamId is { } team ? teams[team] : null,
            names.Of(ticket.Assignee),
            late.Contains(ticket.Id),
            reminded.TryGetValue(ticket.Number, out var at) ? at : null))];
    }
}
