using ChatDesk.BotHost.Estates;
using ChatDesk.BotHost.Security;
using ChatDesk.BotHost.Staff;
using ChatDesk.Knowledge.Understanding;

namespace ChatDesk.BotHost.Pages.Console;

/// <summary>Finds the home that a clerk types: 3-2-201.</summary>
public sealed class TypedHome(EstateRegister register, Policies policies)
{
    /// <summary>The estates that a member may choose from.</summary>
    public IReadOnlyList<Estate> EstatesOf(StaffMember by) => [.. register.Estates.Where(estate => policies.WorksFor(by, estate.Id))];

    /// <returns>Null where it is no home, or several, or one of an estate that the member does not work for.</returns>
    public int? Find(string? typed, int? estateId, StaffMember by)
    {
        var id = estateId ?? (EstatesOf(by) is [var only] ? only.Id : 0);
        if (string.IsNullOrWhiteSpace(typed) || !policies.WorksFor(by, id) || register.Places(id) is not { } places)
            return null;
        var said = MessageReader.Read(typed, new ReadContext { Places = places }).Location;
        return register.Resolve(said, id) is { Status: PlaceStatus.Room } found ? found.Place.RoomId : null;
    }
}
