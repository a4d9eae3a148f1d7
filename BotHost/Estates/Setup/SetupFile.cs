namespace ChatDesk.BotHost.Estates.Setup;

/// <summary>The register as the setup file gives it (section 4 of the design). Every part knows its path in the file, for messages.</summary>
public sealed record SetupFile(
    SetupCompany Company,
    IReadOnlyList<SetupEstate> Estates,
    IReadOnlyList<SetupDepartment> Departments,
    IReadOnlyList<SetupTeam> Teams,
    IReadOnlyList<SetupStaff> Staff,
    IReadOnlyList<SetupOwner> Owners);

public sealed record SetupCompany(string Name, string BotName, string Hotline);

public sealed record SetupEstate(string Path, string Code, string Name)
{
    public required SetupEmergency Emergency { get; init; }

    public required IReadOnlyList<SetupBuilding> Buildings { get; init; }

    public required IReadOnlyList<string> Areas { get; init; }

    public required IReadOnlyList<SetupGroup> Groups { get; init; }

    public required IReadOnlyList<SetupDevice> Devices { get; init; }
}

public sealed record SetupEmergency(string Police, string Fire, string Medical, string Gas, string Desk);

public sealed record SetupBuilding(string Path, string? Phase, string Name, string? Housekeeper, IReadOnlyList<SetupUnit> Units);

public sealed record SetupUnit(string Path, string? Name, int Floors, IReadOnlyList<string> Rooms);

public sealed record SetupGroup(string Path, string Name, string ChatId, string Housekeeper, string? Clerk, string? BuildingHead);

public sealed record SetupDevice(string Path, string Code, string Kind, string? Phase, string? Building, string? Unit);
