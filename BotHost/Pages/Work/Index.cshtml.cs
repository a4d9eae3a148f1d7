using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Security;
using ChatDesk.BotHost.Tickets;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Pages.Work;

/// <summary>The engineer's list: the tickets in hand and those that nobody took.</summary>
public sealed class IndexModel(DeskDb db, Policies policies) : WorkPage
{
    private const int MaxFree = 50;

    public IReadOnlyList<Ticket> Mine { get; private set; } = [];

    public IReadOnlyList<Ticket> Free { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Mine = await Open().Where(ticket => ticket.Assignee == Member.WeComUserId).OrderBy(ticket => ticket.AcceptedAt).ToListAsync(ct);
        var teams = Member.Teams.ConvertAll(team => team.TeamId);
        var free = await Open().Where(ticket => ticket.Assignee == null && ticket.TeamId != null && teams.Contains(ticket.TeamId.Value))
            .OrderBy(ticket => ticket.OpenedAt).Take(MaxFree).ToListAsync(ct);
        Free = [.. free.Where(ticket => policies.MaySee(Member, ticket)).OrderByDescending(ticket => ticket.Urgency)];
    }

    private IQueryable<Ticket> Open() => db.Set<Ticket>().AsNoTracking().Where(ticket =>
        ticket.State == TicketState.Accepted || ticket.State == TicketState.Reviewed
        || ticket.State == TicketState.Dispatched || ticket.State == TicketState.InProgress);
}
