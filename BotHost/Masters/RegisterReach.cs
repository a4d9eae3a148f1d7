using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Estates;
using ChatDesk.BotHost.Owners;
using ChatDesk.BotHost.Security;
using ChatDesk.BotHost.Staff;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Masters;

/// <summary>Which of the register's rows a member of staff reaches: those of the estates that they work for.</summary>
public static class RegisterReach
{
    /// <returns>The ids; null for all estates.</returns>
    public static IReadOnlyList<int>? EstatesOf(StaffMember member)
    {
        ArgumentNullException.ThrowIfNull(member);
        return member.Estates.Count == 0 ? null : member.Estates.ConvertAll(estate => estate.EstateId);
    }

    /// <summary>The homes of some estates.</summary>
    public static IQueryable<Room> RoomsOf(DeskDb db, IReadOnlyList<int>? estates)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (estates is null)
            return db.Set<Room>();
        return from room in db.Set<Room>()
               join unit in db.Set<Unit>() on room.UnitId equals unit.Id
               join building in db.Set<Building>() on unit.BuildingId equals building.Id
               where estates.Contains(building.EstateId)
               select room;
    }

    /// <summary>Those who live where the member works, and those who live nowhere yet.</summary>
    public static IQueryable<Owner> OwnersFor(DeskDb db, StaffMember member)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (EstatesOf(member) is not { } estates)
            return db.Set<Owner>();
        var rooms = RoomsOf(db, estates);
        return db.Set<Owner>().Where(owner => owner.Homes.Count == 0 || owner.Homes.Any(home => rooms.Any(room => room.Id == home.RoomId)));
    }

    /// <returns>The estate of a room; null for an unknown room.</returns>
    public static Task<int?> EstateOfRoomAsync(DeskDb db, int roomId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        var estates = from room in db.Set<Room>()
                      join unit in db.Set<Unit>() on room.UnitId equals unit.Id
                      join building in db.Set<Building>() on unit.BuildingId equals building.Id
                      where room.Id == roomId
                      select (int?)building.EstateId;
        return estates.SingleOrDefaultAsync(ct);
    }

    /// <summary>Whether a room lies in an estate that the member works for.</summary>
    public static async Task<bool> ReachesRoomAsync(this Policies policies, DeskDb db, StaffMember member, int roomId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(policies);
        return await EstateOfRoomAsync(db, roomId, ct) is { } estateId && policies.WorksFor(member, estateId);
    }
}
