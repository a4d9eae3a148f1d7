using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Delivery;
using ChatDesk.BotHost.Estates;
using ChatDesk.BotHost.Security;
using ChatDesk.BotHost.Sla;
using ChatDesk.BotHost.Staff;
using ChatDesk.BotHost.Tickets;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Pages.Console;

/// <summary>A ticket with all that staff may know of it.</summary>
/// <param name="Ticket">With its events in order.</param>
/// <param name="Estate">The estate's name.</param>
/// <param name="Team">The team's name, null before it was sent out.</param>
/// <param name="Names">Everybody whom the ticket names.</param>
/// <param name="Contact">Whom to call, null for a stranger in a chat.</param>
/// <param name="Timers">Its clocks, the nearest first.</param>
/// <param name="Now">The estate's wall clock.</param>
public sealed record TicketView(
    Ticket Ticket,
    string Estate,
    string? Team,
    StaffNames Names,
    TicketContact? Contact,
    IReadOnlyList<TicketTimer> Timers,
    DateTimeOffset Now)
{
    /// <summary>What the owner was told, and what may still be sent.</summary>
    public required OwnerReminders Told { get; init; }

    public TicketEvent Opening => Ticket.Events[0];

    public static bool IsLate(TicketTimer timer, DateTimeOffset now) => timer.EndedAt is null && timer.DueAt <= now;
}

/// <summary>Reads one ticket for the console.</summary>
public sealed class TicketReader(DeskDb db, Policies policies, ReadReminders reminders, DeskCalendar calendar)
{
    /// <returns>Null where there is none, or none that the member may see.</returns>
    public async Task<TicketView?> FindAsync(string number, StaffMember by, CancellationToken ct)
    {
        var ticket = await db.Set<Ticket>().AsNoTracking().AsSplitQuery()
            .Include(t => t.Events.OrderBy(e => e.Sequence)).ThenInclude(e => e.Text)
            .Include(t => t.Events).ThenInclude(e => e.Files)
            .SingleOrDefaultAsync(t => t.Number == number, ct);
        if (ticket is null || !policies.MaySee(by, ticket))
            return null;
        var people = ticket.Events.SelectMany(NamedIn).Append(ticket.Assignee);
        return new(
            ticket,
            await db.Set<Estate>().Where(estate => estate.Id == ticket.EstateId).Select(estate => estate.Name).SingleAsync(ct),
            await db.Set<Team>().Where(team => team.Id == ticket.TeamId).Select(team => team.Name).SingleOrDefaultAsync(ct),
            await StaffNames.ReadAsync(db, people, ct),
            await TicketContact.FindAsync(db, ticket, ct),
            await db.Set<TicketTimer>().AsNoTracking().Where(timer => timer.TicketId == ticket.Id).OrderBy(timer => timer.DueAt).ToListAsync(ct),
            calendar.Now)
        {
            Told = await reminders.RunAsync(ticket, ct),
        };
    }

    private static IEnumerable<string?> NamedIn(TicketEvent happened) =>
        [happened.ActorKind == ActorKind.Staff ? happened.ActorId : null, happened.Data.Assignee, .. happened.Data.Told ?? []];
}
