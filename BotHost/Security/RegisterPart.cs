namespace ChatDesk.BotHost.Security;

/// <summary>The parts of the register, each of which has its own readers and editors.</summary>
public enum RegisterPart
{
    /// <summary>Estates, buildings, units, rooms, public areas, devices.</summary>
    Places,

    /// <summary>Owners, their families and tenants, and who lives where.</summary>
    Owners,

    /// <summary>Fee records.</summary>
    Fees,

    /// <summary>Price lists of materials, and where the engineers' maps lead.</summary>
    Materials,
}
