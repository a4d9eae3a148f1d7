using ChatDesk.BotHost.Staff;
using ChatDesk.BotHost.Tickets;

namespace ChatDesk.BotHost.Sla;

/// <summary>Finds the people whom a step tells.</summary>
public sealed class SlaRecipients(StaffRoster roster, TimeProvider clock)
{
    /// <summary>Each person once; nobody only where the estate has neither lead, supervisor nor manager.</summary>
    public IReadOnlyList<StaffMember> For(Ticket ticket, IReadOnlyList<SlaAudience> audiences)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        ArgumentNullException.ThrowIfNull(audiences);
        var told = Find(ticket, audiences);
        if (told.Count == 0)
            told = Find(ticket, [SlaAudience.Supervisors]);
        return told.Count > 0 ? told : Find(ticket, [SlaAudience.Manager]);
    }

    private List<StaffMember> Find(Ticket ticket, IReadOnlyList<SlaAudience> audiences) =>
        [.. audiences.SelectMany(audience => Of(ticket, audience)).DistinctBy(member => member.Id)];

    private IEnumerable<StaffMember> Of(Ticket ticket, SlaAudience audience)
    {
        var team = ticket.TeamId is { } id ? roster.Team(id) : null;
        return audience switch
        {
            SlaAudience.Assignee => Known(ticket.Assignee is { } assignee ? roster.Find(assignee) : roster.LeadOf(team)),
            SlaAudience.Desk => roster.DeskOnShift(ticket.EstateId, clock.GetUtcNow()),
            SlaAudience.Lead => Known(roster.LeadOf(team)),
            SlaAudience.Supervisors => roster.Supervisors(ticket.EstateId),
            _ => Known(roster.ManagerOf(team, ticket.EstateId)),
        };
    }

    private static IEnumerable<StaffMember> Known(StaffMember? member) => member is null ? [] : [member];
}
