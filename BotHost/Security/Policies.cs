using ChatDesk.BotHost.Staff;
using ChatDesk.BotHost.Tasks;
using ChatDesk.BotHost.Tickets;

namespace ChatDesk.BotHost.Security;

/// <summary>The one place that decides who may see and do what. What a person may not see is answered as if it did not exist.</summary>
public sealed class Policies
{
    private const StaffRoles SeesEveryTeam =
        StaffRoles.Desk | StaffRoles.Supervisor | StaffRoles.Manager | StaffRoles.Quality | StaffRoles.Housekeeper | StaffRoles.Admin;

    private const StaffRoles MayDirect =
        StaffRoles.Desk | StaffRoles.Supervisor | StaffRoles.Manager | StaffRoles.Admin;

    private const StaffRoles EditsPlaces =
        StaffRoles.Housekeeper | StaffRoles.Supervisor | StaffRoles.Manager | StaffRoles.Admin;

    private const StaffRoles EditsOwners = EditsPlaces | StaffRoles.Desk;

    private const StaffRoles EditsMaterials =
        StaffRoles.Supervisor | StaffRoles.Manager | StaffRoles.Finance | StaffRoles.Admin;

    private const StaffRoles EditsFees =
        StaffRoles.Finance | StaffRoles.Housekeeper | StaffRoles.Manager | StaffRoles.Admin;

    /// <summary>Staff see the tickets of their estates; engineers those of their teams and their own.</summary>
    public bool MaySee(StaffMember member, Ticket ticket)
    {
        ArgumentNullException.ThrowIfNull(member);
        ArgumentNullException.ThrowIfNull(ticket);
        if (!member.IsActive || !WorksFor(member, ticket.EstateId))
            return false;
        return Has(member, SeesEveryTeam)
            || ticket.Assignee == member.WeComUserId
            || ticket.TeamId is null
            || member.Teams.Any(team => team.TeamId == ticket.TeamId);
    }

    /// <summary>Those of the tickets that <see cref="MaySee(StaffMember, Ticket)"/> allows.</summary>
    public IQueryable<Ticket> VisibleTo(StaffMember member, IQueryable<Ticket> tickets)
    {
        ArgumentNullException.ThrowIfNull(member);
        if (member.Estates.Count > 0)
        {
            var estates = member.Estates.Select(estate => estate.EstateId).ToList();
            tickets = tickets.Where(ticket => estates.Contains(ticket.EstateId));
        }

        if (Has(member, SeesEveryTeam))
            return tickets;
        var teams = member.Teams.Select(team => (int?)team.TeamId).ToList();
        return tickets.Where(ticket => ticket.TeamId == null || teams.Contains(ticket.TeamId) || ticket.Assignee == member.WeComUserId);
    }

    /// <summary>Those of the tasks that <see cref="MaySee(StaffMember, DeskTask)"/> allows.</summary>
    public IQueryable<DeskTask> VisibleTo(StaffMember member, IQueryable<DeskTask> tasks)
    {
        ArgumentNullException.ThrowIfNull(member);
        var estates = member.Estates.Select(estate => (int?)estate.EstateId).ToList();
        return estates.Count == 0 ? tasks : tasks.Where(task => task.EstateId == null || estates.Contains(task.EstateId));
    }

    /// <summary>A task of no estate in particular is everybody's at the desk.</summary>
    public bool MaySee(StaffMember member, DeskTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return task.EstateId is not { } estateId || WorksFor(member, estateId);
    }

    /// <summary>The work itself belongs to the assignee; directing it to desk, leads and managers.</summary>
    public bool MayAct(StaffMember member, TicketAction action, Ticket ticket)
    {
        ArgumentNullException.ThrowIfNull(member);
        ArgumentNullException.ThrowIfNull(ticket);
        var isAssignee = ticket.Assignee == member.WeComUserId;
        var directs = Directs(member, ticket);
        return MaySee(member, ticket) && action switch
        {
            TicketAction.Accept or TicketAction.Comment => true,
            TicketAction.Contact or TicketAction.Depart or TicketAction.Arrive or TicketAction.Step => isAssignee,
            TicketAction.Finish or TicketAction.Return or TicketAction.Transfer or TicketAction.Pause or TicketAction.Resume => isAssignee || directs,
            TicketAction.Assign or TicketAction.Classify => directs,
            TicketAction.Cancel or TicketAction.Close or TicketAction.Reopen => Has(member, MayDirect),
            _ => false,
        };
    }

    /// <summary>Whether the person directs the work on the ticket: desk, supervisors, managers, and the lead of its team.</summary>
    public bool Directs(StaffMember member, Ticket ticket)
    {
        ArgumentNullException.ThrowIfNull(member);
        ArgumentNullException.ThrowIfNull(ticket);
        return Has(member, MayDirect) || (Has(member, StaffRoles.Lead) && member.Teams.Any(team => team.TeamId == ticket.TeamId));
    }

    /// <summary>Who may enter requests for owners and read the console.</summary>
    public bool MayUseConsole(StaffMember member)
    {
        ArgumentNullException.ThrowIfNull(member);
        return member.IsActive && Has(member, SeesEveryTeam | StaffRoles.Lead | StaffRoles.Finance);
    }

    /// <summary>Who may look into a part of the register; of which estates, <see cref="WorksFor"/> says.</summary>
    public bool MaySee(StaffMember member, RegisterPart part)
    {
        ArgumentNullException.ThrowIfNull(member);
        return member.IsActive && part switch
        {
            RegisterPart.Places => MayUseConsole(member),
            RegisterPart.Materials => Has(member, EditsMaterials),
            RegisterPart.Owners => Has(member, EditsOwners | StaffRoles.Quality | StaffRoles.Finance),
            _ => Has(member, EditsFees | StaffRoles.Desk | StaffRoles.Supervisor),
        };
    }

    /// <summary>Who may change a part of the register.</summary>
    public bool MayEdit(StaffMember member, RegisterPart part)
    {
        ArgumentNullException.ThrowIfNull(member);
        return member.IsActive && Has(member, part switch
        {
            RegisterPart.Places => EditsPlaces,
            RegisterPart.Owners => EditsOwners,
            RegisterPart.Materials => EditsMaterials,
            _ => EditsFees,
        });
    }

    /// <summary>Who may add estates: those who answer for all of them.</summary>
    public bool MayAddEstates(StaffMember member)
    {
        ArgumentNullException.ThrowIfNull(member);
        return member.IsActive && member.Estates.Count == 0 && Has(member, StaffRoles.Manager | StaffRoles.Admin);
    }

    public bool WorksFor(StaffMember member, int estateId)
    {
        ArgumentNullException.ThrowIfNull(member);
        return member.Estates.Count == 0 || member.Estates.Any(estate => estate.EstateId == estateId);
    }

    private static bool Has(StaffMember member, StaffRoles any) => (member.Roles & any) != 0;
}
