using System.ComponentModel.DataAnnotations;

namespace ChatDesk.BotHost.Staff;

/// <summary>Somebody who works for the company.</summary>
public sealed class StaffMember
{
    public int Id { get; init; }

    [MaxLength(64)]
    public required string WeComUserId { get; init; }

    [MaxLength(50)]
    public required string Name { get; set; }

    [MaxLength(40)]
    public required string Phone { get; set; }

    public StaffRoles Roles { get; set; }

    /// <summary>False once gone: keeps the history readable, gets no card.</summary>
    public bool IsActive { get; set; } = true;

    public List<Shift> Shifts { get; init; } = [];

    public List<StaffTeam> Teams { get; init; } = [];

    public List<StaffEstate> Estates { get; init; } = [];
}

/// <summary>What a person may do and hear of; a person may hold several.</summary>
[Flags]
public enum StaffRoles
{
    None = 0,
    Engineer = 1,
    Desk = 1 << 1,
    Housekeeper = 1 << 2,
    Lead = 1 << 3,
    Supervisor = 1 << 4,
    Manager = 1 << 5,
    Quality = 1 << 6,
    Finance = 1 << 7,
    Security = 1 << 8,
    Cleaning = 1 << 9,
    Admin = 1 << 10,
}

/// <summary>When a person works, by ISO weekday and the estate's wall clock.</summary>
public sealed class Shift
{
    public int Id { get; init; }

    public int StaffMemberId { get; init; }

    /// <summary>1 = Monday … 7 = Sunday.</summary>
    public required int Day { get; init; }

    /// <summary>Time of day.</summary>
    public required TimeSpan From { get; init; }

    /// <summary>Time of day, up to 24:00; at or before <see cref="From"/> it ends on the next day.</summary>
    public required TimeSpan To { get; init; }

    /// <summary>On call (备岗): asked when nobody on duty answers.</summary>
    public bool StandBy { get; init; }

    /// <summary>Whether the shift covers the instant.</summary>
    /// <param name="local">The estate's wall clock.</param>
    public bool Covers(DateTime local)
    {
        var today = IsoDay(local);
        var time = local.TimeOfDay;
        if (To > From)
            return Day == today && time >= From && time < To;
        var yesterday = today == 1 ? 7 : today - 1;
        return (Day == today && time >= From) || (Day == yesterday && time < To);
    }

    private static int IsoDay(DateTime local) => local.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)local.DayOfWeek;
}

/// <summary>A team (班组) and the ticket categories it takes.</summary>
public sealed class Team
{
    public int Id { get; init; }

    [MaxLength(40)]
    public required string Code { get; init; }

    [MaxLength(100)]
    public required string Name { get; set; }

    /// <summary>Ticket categories (the labels of the evaluation corpus).</summary>
    public required List<string> Categories { get; set; }

    /// <summary>The lead's (班组长) WeCom user id.</summary>
    [MaxLength(64)]
    public string? Lead { get; set; }

    [MaxLength(40)]
    public string? Department { get; set; }
}

/// <summary>A department (部门) and its manager.</summary>
public sealed class Department
{
    public int Id { get; init; }

    [MaxLength(40)]
    public required string Code { get; init; }

    [MaxLength(100)]
    public required string Name { get; set; }

    /// <summary>The manager's WeCom user id.</summary>
    [MaxLength(64)]
    public string? Manager { get; set; }
}

/// <summary>Membership in a team.</summary>
public sealed class StaffTeam
{
    public int StaffMemberId { get; init; }

    public required int TeamId { get; init; }
}

/// <summary>An estate that a person works for; nobody listed works for all.</summary>
public sealed class StaffEstate
{
    public int StaffMemberId { get; init; }

    public required int EstateId { get; init; }
}
