using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Estates;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Owners;

/// <summary>A room of a person, with its place.</summary>
public sealed record Home(int RoomId, HomeRelation Relation, Place Place);

/// <summary>Looks owners and their homes up.</summary>
public sealed class OwnerDirectory(DeskDb db, EstateRegister register)
{
    /// <summary>The owner's homes: owned ones first, then in the register's order.</summary>
    public async Task<IReadOnlyList<Home>> HomesOfAsync(int ownerId, CancellationToken ct)
    {
        var homes = await db.Set<OwnerHome>().AsNoTracking().Where(home => home.OwnerId == ownerId).ToListAsync(ct);
        return
        [
            .. from home in homes
               let place = register.PlaceOf(home.RoomId)
               where place is not null
               orderby home.Relation, home.RoomId
               select new Home(home.RoomId, home.Relation, place),
        ];
    }

    /// <summary>The owner whose WeChat the company imported; null where none or several have it.</summary>
    public async Task<Owner?> FindByOpenIdAsync(string openId, CancellationToken ct) =>
        await db.Set<Owner>().Where(owner => owner.WeChatOpenId == openId).OrderBy(owner => owner.Id).Take(2).ToListAsync(ct) is [var only] ? only : null;

    /// <summary>Who is registered for any of the rooms.</summary>
    public Task<List<Owner>> OfRoomsAsync(IReadOnlyList<int> roomIds, CancellationToken ct) =>
        db.Set<Owner>().Include(owner => owner.Homes)
            .Where(owner => owner.Homes.Any(home => roomIds.Contains(home.RoomId)))
            .OrderBy(owner => owner.Id)
            .ToListAsync(ct);
}
