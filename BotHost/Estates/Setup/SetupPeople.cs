using ChatDesk.BotHost.Owners;
using ChatDesk.BotHost.Staff;

namespace ChatDesk.BotHost.Estates.Setup;

public sealed record SetupDepartment(string Path, string Code, string Name, string Manager);

public sealed record SetupTeam(string Path, string Code, string Name, IReadOnlyList<string> Categories, string? Lead, string? Department);

public sealed record SetupStaff(string Path, string WeComUserId, string Name, string Phone, StaffRoles Roles)
{
    public required IReadOnlyList<string> Teams { get; init; }

    public required IReadOnlyList<string> Estates { get; init; }

    public required IReadOnlyList<SetupShift> Shifts { get; init; }
}

/// <param name="Days">ISO weekdays, 1 = Monday.</param>
public sealed record SetupShift(IReadOnlyList<int> Days, TimeSpan From, TimeSpan To, bool StandBy);

public sealed record SetupOwner(string Path, string Name, string Phone, string? WeChatOpenId, int? BirthYear, IReadOnlyList<SetupHome> Rooms);

public sealed record SetupHome(string Path, string Estate, string? Phase, string Building, string? Unit, string Room, HomeRelation Relation);
