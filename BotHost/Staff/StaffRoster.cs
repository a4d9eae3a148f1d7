using ChatDesk.BotHost.Data;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Staff;

/// <summary>Who works when, for which team and estate: a snapshot in memory, read again within a second of a change of the register.</summary>
public sealed class StaffRoster(IServiceScopeFactory scopes, DeskCalendar calendar) : IRefreshed
{
    private volatile Snapshot _snapshot = new([], [], []);

    string IRefreshed.Revision => Revision.Register;

    /// <summary>Everybody who has not left.</summary>
    public IReadOnlyList<StaffMember> Members => _snapshot.Members;

    public IReadOnlyList<Team> Teams => _snapshot.Teams;

    public IReadOnlyList<Department> Departments => _snapshot.Departments;

    public async Task ReloadAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        await RefreshAsync(scope.ServiceProvider.GetRequiredService<DeskDb>(), ct);
    }

    /// <summary>An active member by WeCom user id, which the platform may have lower-cased.</summary>
    public StaffMember? Find(string? weComUserId) =>
        _snapshot.Members.FirstOrDefault(member => string.Equals(member.WeComUserId, weComUserId, StringComparison.OrdinalIgnoreCase));

    public Team? Team(int id) => _snapshot.Teams.FirstOrDefault(team => team.Id == id);

    /// <summary>The team that takes a category and has somebody who works for the estate; null where there is none.</summary>
    public Team? TeamFor(string? category, int estateId) => category is null
        ? null
        : _snapshot.Teams.FirstOrDefault(team => team.Categories.Contains(category) && MembersOf(team, estateId).Any());

    /// <summary>Who of the team is on duty; where nobody is, who is on call (备岗).</summary>
    public IReadOnlyList<StaffMember> EngineersOnShift(Team team, int estateId, DateTimeOffset at) => OnDutyElseOnCall(MembersOf(team, estateId), at);

    /// <summary>Clerks on duty, else those on call.</summary>
    public IReadOnlyList<StaffMember> DeskOnShift(int estateId, DateTimeOffset at) => OnDutyElseOnCall(With(StaffRoles.Desk, estateId), at);

    /// <summary>Who of the team is on call at that hour.</summary>
    public IReadOnlyList<StaffMember> OnCall(Team team, int estateId, DateTimeOffset at) =>
        [.. MembersOf(team, estateId).Where(member => Works(member, at, standBy: true))];

    /// <summary>The estate's supervisors (主管); where it has none its managers, else the administrators.</summary>
    public IReadOnlyList<StaffMember> Supervisors(int estateId) => FirstHeld(estateId, StaffRoles.Supervisor, StaffRoles.Manager, StaffRoles.Admin);

    /// <summary>班组长; null where the team has none.</summary>
    public StaffMember? LeadOf(Team? team) => team is null ? null : Find(team.Lead);

    /// <summary>部门经理 of the team's department, else a manager, a supervisor or, last, an administrator of the estate.</summary>
    public StaffMember? ManagerOf(Team? team, int estateId)
    {
        var department = _snapshot.Departments.FirstOrDefault(department => department.Code == team?.Department);
        return Find(department?.Manager) ?? FirstHeld(estateId, StaffRoles.Manager, StaffRoles.Supervisor, StaffRoles.Admin).FirstOrDefault();
    }

    /// <inheritdoc/>
    public async Task RefreshAsync(DeskDb db, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        var members = await db.Set<StaffMember>().AsNoTracking().AsSplitQuery()
            .Include(member => member.Shifts).Include(member => member.Teams).Include(member => member.Estates)
            .Where(member => member.IsActive).OrderBy(member => member.Id).ToListAsync(ct);
        var teams = await db.Set<Team>().AsNoTracking().OrderBy(team => team.Id).ToListAsync(ct);
        var departments = await db.Set<Department>().AsNoTracking().OrderBy(department => department.Id).ToListAsync(ct);
        _snapshot = new Snapshot(members, teams, departments);
    }

    private List<StaffMember> OnDutyElseOnCall(IEnumerable<StaffMember> people, DateTimeOffset at)
    {
        List<StaffMember> all = [.. people];
        var onDuty = all.FindAll(member => Works(member, at, standBy: false));
        return onDuty.Count > 0 ? onDuty : all.FindAll(member => Works(member, at, standBy: true));
    }

    private bool Works(StaffMember member, DateTimeOffset at, bool standBy)
    {
        var local = calendar.ToLocal(at);
        return member.Shifts.Exists(shift => shift.StandBy == standBy && shift.Covers(local));
    }

    private IReadOnlyList<StaffMember> FirstHeld(int estateId, params ReadOnlySpan<StaffRoles> ladder)
    {
        foreach (var role in ladder)
        {
            if (With(role, estateId).ToList() is { Count: > 0 } holders)
                return holders;
        }

        return [];
    }

    private IEnumerable<StaffMember> With(StaffRoles role, int estateId) =>
        _snapshot.Members.Where(member => (member.Roles & role) != 0 && WorksFor(member, estateId));

    private IEnumerable<StaffMember> MembersOf(Team team, int estateId) =>
        _snapshot.Members.Where(member => member.Teams.Exists(membership => membership.TeamId == team.Id) && WorksFor(member, estateId));

    private static bool WorksFor(StaffMember member, int estateId) =>
        member.Estates.Count == 0 || member.Estates.Exists(estate => estate.EstateId == estateId);

    private sealed record Snapshot(IReadOnlyList<StaffMember> Members, IReadOnlyList<Team> Teams, IReadOnlyList<Department> Departments);
}
