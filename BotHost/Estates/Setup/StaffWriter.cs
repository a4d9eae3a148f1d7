using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Staff;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Estates.Setup;

/// <summary>Writes a setup file's departments, teams and staff. Staff whom it does not list are left alone.</summary>
internal sealed class StaffWriter(DeskDb db, StaffKeys people)
{
    public int Changes { get; private set; }

    public async Task WriteAsync(SetupFile file, PlaceKeys places, CancellationToken ct)
    {
        var departments = await DepartmentsAsync(file.Departments, ct);
        var teams = await TeamsAsync(file.Teams, departments, ct);
        await MembersAsync(file.Staff, ct);
        await MembershipsAsync(file.Staff, teams, places, ct);
    }

    private async Task<HashSet<string>> DepartmentsAsync(IReadOnlyList<SetupDepartment> wanted, CancellationToken ct)
    {
        var rows = await db.Set<Department>().ToDictionaryAsync(department => department.Code, ct);
        foreach (var department in wanted)
        {
            if (!rows.TryGetValue(department.Code, out var row))
                db.Add(rows[department.Code] = row = new() { Code = department.Code, Name = department.Name });
            row.Name = department.Name;
            row.Manager = people.Check(department.Manager, $"{department.Path}.manager");
        }

        return [.. rows.Keys];
    }

    private async Task<Dictionary<string, Team>> TeamsAsync(IReadOnlyList<SetupTeam> wanted, HashSet<string> departments, CancellationToken ct)
    {
        var rows = await db.Set<Team>().ToDictionaryAsync(team => team.Code, ct);
        foreach (var team in wanted)
        {
            if (team.Department is not null && !departments.Contains(team.Department))
                throw SetupFields.Error($"{team.Path}.department", $"there is no department \"{team.Department}\"");
            if (!rows.TryGetValue(team.Code, out var row))
                db.Add(rows[team.Code] = row = new() { Code = team.Code, Name = team.Name, Categories = [] });
            row.Name = team.Name;
            row.Lead = people.Check(team.Lead, $"{team.Path}.lead");
            row.Department = team.Department;
            if (!row.Categories.SequenceEqual(team.Categories))
                row.Categories = [.. team.Categories];
        }

        return rows;
    }

    private async Task MembersAsync(IReadOnlyList<SetupStaff> wanted, CancellationToken ct)
    {
        var rows = await db.Set<StaffMember>().ToDictionaryAsync(member => member.WeComUserId, ct);
        foreach (var member in wanted)
        {
            if (!rows.TryGetValue(member.WeComUserId, out var row))
                db.Add(row = new() { WeComUserId = member.WeComUserId, Name = member.Name, Phone = member.Phone });
            (row.Name, row.Phone, row.Roles) = (member.Name, member.Phone, member.Roles);
        }

        Changes += await db.SaveChangesAsync(ct);
    }

    private async Task MembershipsAsync(
        IReadOnlyList<SetupStaff> wanted, Dictionary<string, Team> teams, PlaceKeys places, CancellationToken ct)
    {
        var rows = await db.Set<StaffMember>().Include(member => member.Shifts).Include(member => member.Teams).Include(member => member.Estates)
            .AsSplitQuery().ToDictionaryAsync(member => member.WeComUserId, ct);
        foreach (var member in wanted)
        {
            var row = rows[member.WeComUserId];
            row.Teams.ReplaceWith(TeamIds(member, teams), team => team.TeamId, id => new StaffTeam { TeamId = id });
            row.Estates.ReplaceWith(EstateIds(member, places), estate => estate.EstateId, id => new StaffEstate { EstateId = id });
            row.Shifts.ReplaceWith(Times(member), shift => (shift.Day, shift.From, shift.To, shift.StandBy), time => new Shift
            {
                Day = time.Day, From = time.From, To = time.To, StandBy = time.StandBy,
            });
        }

        Changes += await db.SaveChangesAsync(ct);
    }

    private static IEnumerable<int> TeamIds(SetupStaff member, Dictionary<string, Team> teams) => member.Teams.Select((code, index) =>
        teams.TryGetValue(code, out var team) ? team.Id : throw SetupFields.Error($"{member.Path}.teams[{index}]", $"there is no team \"{code}\""));

    private static IEnumerable<int> EstateIds(SetupStaff member, PlaceKeys places) =>
        member.Estates.Select((code, index) => places.Estate(code, $"{member.Path}.estates[{index}]"));

    private static IEnumerable<(int Day, TimeSpan From, TimeSpan To, bool StandBy)> Times(SetupStaff member) =>
        from shift in member.Shifts
        from day in shift.Days
        select (day, shift.From, shift.To, shift.StandBy);
}
