using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Security;
using ChatDesk.BotHost.Staff;
using ChatDesk.BotHost.Tickets;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Pages.Console;

/// <summary>Somebody who can be given a ticket.</summary>
public sealed record StaffChoice(string WeComUserId, string Name, bool IsInTeam, bool IsOnShift);

/// <summary>Whom a ticket can be given to: the team's people first, those on shift before the others.</summary>
public sealed class StaffPicker(DeskDb db, Policies policies, DeskCalendar calendar)
{
    private const StaffRoles DoesTheWork =
        StaffRoles.Engineer | StaffRoles.Lead | StaffRoles.Security | StaffRoles.Cleaning | StaffRoles.Housekeeper | StaffRoles.Desk;

    public async Task<IReadOnlyList<StaffChoice>> ReadAsync(Ticket ticket, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        var members = await db.Set<StaffMember>().AsNoTracking().AsSplitQuery().Where(member => member.IsActive)
            .Include(member => member.Teams).Include(member => member.Estates).Include(member => member.Shifts).ToListAsync(ct);
        var now = calendar.LocalNow;
        return
        [
            .. members.Where(member => (member.Roles & DoesTheWork) != 0 && policies.MaySee(member, ticket))
                .Select(member => new StaffChoice(
                    member.WeComUserId,
                    member.Name,
                    member.Teams.Any(team => team.TeamId == ticket.TeamId),
                    member.Shifts.Any(shift => !shift.StandBy && shift.Covers(now))))
                .OrderByDescending(choice => choice.IsInTeam).ThenByDescending(choice => choice.IsOnShift).ThenBy(choice => choice.WeComUserId, StringComparer.Ordinal),
        ];
    }
}
