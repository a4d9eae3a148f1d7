using ChatDesk.BotHost.Data;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Staff;

/// <summary>Who works when, for which team and estate: a snapshot in memory, read again when the register changed.</summary>
public sealed class StaffRoster(IServiceScopeFactory scopes, DeskCalendar calendar)
{
    private volatile Snapshot _snapshot = new([], [], []);

    public async Task ReloadAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DeskDb>();
        var members = await db.Set<StaffMember>().AsNoTracking().AsSplitQuery()
            .Include(m => m.Shifts).Include(m => m.Teams).Include(m => m.Estates)
            .Where(m => m.IsActive).OrderBy(m => m.Id).ToListAsync(ct);
        var teams = await db.Set<Team>().AsNoTracking().OrderBy(t => t.Id).ToListAsync(ct);
        var departments = await db.Set<Department>().AsNoTracking().ToListAsync(ct);
        _snapshot = new Snapshot(members, teams, departments);
    }

    public IReadOnlyList<StaffMember> Members => _snapshot.Members;

    public IReadOnlyList<Team> Teams => _snapshot.Teams;

    /// <summary>An active member by WeCom user id, which the platform may have lower-cased.</summary>
    public StaffMember? Find(string weComUserId) =>
        _snapshot.Members.FirstOrDefault(m => string.Equals(m.WeComUserId, weComUserId, StringComparison.OrdinalIgnoreCase));

    public Team? Team(int id) => _snapshot.Teams.FirstOrDefault(t => t.Id == id);

    /// <summary>The team that takes a category and has somebody who works for the estate; null where there is none.</summary>
    public Team? TeamFor(string? category, int estateId) => category is null
        ? null
        : _snapshot.Teams.FirstOrDefault(t => t.Categories.Contains(category) && MembersOf(t, estateId).Any());

    /// <summary>Who of the team is on duty; where nobody is, who is on call (备岗).</summary>
    public IReadOnlyList<StaffMember> EngineersOnShift(Team team, int estateId, DateTimeOffset at)
    {
        var local = calendar.ToLocal(at);
        List<StaffMember> onDuty = [.. MembersOf(team, estateId).Where(m => m.Shifts.Exists(s => !s.StandBy && s.Covers(local)))];
        return onDuty.Count > 0 ? onDuty : [.. MembersOf(team, estateId).Where(m => m.Shifts.Exists(s => s.StandBy && s.Covers(local)))];
    }

    /// <summary>Clerks on duty, else those on call.</summary>
    public IReadOnlyList<StaffMember> DeskOnShift(int estateId, DateTimeOffset at)
    {
        var local = calendar.ToLocal(at);
        List<StaffMember> clerks = [.. With(StaffRoles.Desk, estateId).Where(m => m.Shifts.Exists(s => s.Covers(local)))];
        List<StaffMember> onDuty = [.. clerks.Where(m => m.Shifts.Exists(s => !s.StandBy && s.Covers(local)))];
        return onDuty.Count > 0 ? onDuty : clerks;
    }

    public IReadOnlyList<StaffMember> Supervisors(int estateId) => [.. With(StaffRoles.Supervisor, estateId)];

    /// <summary>班组长; null where the team has none.</summary>
    public StaffMember? LeadOf(Team? team) => team?.Lead is { } lead ? Find(lead) : null;

    /// <summary>部门经理 of the team's department, else a manager or, last, an administrator of the estate.</summary>
    public StaffMember? ManagerOf(Team? team, int estateId)
    {
        var department = team?.Department is { } code ? _snapshot.Departments.FirstOrDefault(d => d.Code == code) : null;
        return department?.Manager is { } manager && Find(manager) is { } member
            ? member
            : With(StaffRoles.Manager, estateId).Concat(With(StaffRoles.Admin, estateId)).FirstOrDefault();
    }

    private IEnumerable<StaffMember> With(StaffRoles role, int estateId) =>
        _snapshot.Members.Where(m => (m.Roles & role) != 0 && WorksFor(m, estateId));

    private IEnumerable<StaffMember> MembersOf(Team team, int estateId) =>
        _snapshot.Members.Where(m => m.Teams.Exists(t => t.TeamId == team.Id) && WorksFor(m, estateId));

    private static bool WorksFor(StaffMember member, int estateId) =>
        member.Estates.Count == 0 || member.Estates.Exists(e => e.EstateId == estateId);

    private sealed record Snapshot(IReadOnlyList<StaffMember> Members, IReadOnlyList<Team> Teams, IReadOnlyList<Department> Departments);
}
