using System.Security.Cryptography;
using System.Text;
using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Security;
using ChatDesk.BotHost.Staff;
using ChatDesk.BotHost.Tickets;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Work;

/// <summary>A person's tickets as the list shows them.</summary>
/// <param name="Mine">In hand: paused ones last, the urgent and the earliest promised first.</param>
/// <param name="Free">Those of the person's teams that nobody took.</param>
/// <param name="DoneToday">What the person finished today.</param>
public sealed record WorkList(IReadOnlyList<Ticket> Mine, IReadOnlyList<Ticket> Free, IReadOnlyList<Ticket> DoneToday)
{
    /// <summary>Differs when the list does.</summary>
    public string Stamp => "s" + Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(
        string.Join(';', Mine.Concat(Free).Concat(DoneToday).Select(ticket => $"{ticket.Number}.{ticket.LastSequence}")))))[..16];
}

/// <summary>Reads an engineer's list: today's work.</summary>
public sealed class ReadWorkList(DeskDb db, Policies policies, DeskCalendar calendar)
{
    private const int MaxFree = 50;
    private const int MaxDone = 50;

    private static readonly TicketState[] Working = [TicketState.Accepted, TicketState.Reviewed, TicketState.Dispatched, TicketState.InProgress];

    public async Task<WorkList> RunAsync(StaffMember member, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(member);
        var mine = await Open().Where(ticket => ticket.Assignee == member.WeComUserId).ToListAsync(ct);
        var teams = member.Teams.ConvertAll(team => team.TeamId);
        var free = await Open().Where(ticket => ticket.Assignee == null && ticket.TeamId != null && teams.Contains(ticket.TeamId.Value))
            .OrderBy(ticket => ticket.OpenedAt).Take(MaxFree).ToListAsync(ct);
        return new(
            [.. mine.OrderBy(ticket => ticket.IsPaused).ThenByDescending(ticket => ticket.Urgency).ThenBy(ticket => ticket.ExpectedArrivalAt ?? ticket.AcceptedAt)],
            [.. free.Where(ticket => policies.MaySee(member, ticket)).OrderByDescending(ticket => ticket.Urgency)],
            await DoneSince(member, calendar.ToInstant(calendar.LocalNow.Date)).Take(MaxDone).ToListAsync(ct));
    }

    /// <summary>What the person finished, the latest first.</summary>
    public IQueryable<Ticket> DoneSince(StaffMember member, DateTimeOffset since) => db.Set<Ticket>().AsNoTracking()
        .Where(ticket => ticket.Assignee == member.WeComUserId && ticket.FinishedAt >= since).OrderByDescending(ticket => ticket.FinishedAt);

    private IQueryable<Ticket> Open() => db.Set<Ticket>().AsNoTracking().Where(ticket => Working.Contains(ticket.State));
}
