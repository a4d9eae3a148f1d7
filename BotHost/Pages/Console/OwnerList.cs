using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Estates;
using ChatDesk.BotHost.Masters;
using ChatDesk.BotHost.Owners;
using ChatDesk.BotHost.Security;
using ChatDesk.BotHost.Staff;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Pages.Console;

/// <summary>Reads people of the register, page by page.</summary>
public sealed class OwnerList(DeskDb db, EstateRegister register, Policies policies)
{
    private const int MinDigits = 3;

    /// <param name="search">A name's beginning, a phone or its end; null for everybody.</param>
    /// <param name="roomId">The home that the search names, instead.</param>
    /// <param name="estateId">Only who lives there; null for all estates of the member.</param>
    /// <param name="after">The last id of the page before.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="by">Sees people of their estates, and of those only the homes there.</param>
    /// <param name="ct">Cancels the reading.</param>
    public async Task<IReadOnlyList<OwnerRow>> ReadAsync(string? search, int? roomId, int? estateId, int after, int most, StaffMember by, CancellationToken ct)
    {
        var owners = RegisterReach.OwnersFor(db, by).AsNoTracking().Where(owner => owner.Id > after);
        if (estateId is { } estate)
        {
            var rooms = RegisterReach.RoomsOf(db, [estate]);
            owners = owners.Where(owner => owner.Homes.Any(home => rooms.Any(room => room.Id == home.RoomId)));
        }

        var found = await Matching(owners, search, roomId).Include(owner => owner.Homes).OrderBy(owner => owner.Id).Take(most).ToListAsync(ct);
        return found.ConvertAll(owner => new OwnerRow(owner, HomesOf(owner, by)));
    }

    /// <summary>Who lives in a home: owners first.</summary>
    public async Task<IReadOnlyList<OwnerRow>> LivingInAsync(int roomId, StaffMember by, CancellationToken ct)
    {
        var found = await db.Set<Owners.Owner>().AsNoTracking().Include(owner => owner.Homes).Where(owner => owner.Homes.Any(home => home.RoomId == roomId)).ToListAsync(ct);
        return [.. found.OrderBy(owner => owner.Homes.First(home => home.RoomId == roomId).Relation).ThenBy(owner => owner.Id).Select(owner => new OwnerRow(owner, HomesOf(owner, by)))];
    }

    public IReadOnlyList<Home> HomesOf(Owners.Owner owner, StaffMember reader)
    {
        ArgumentNullException.ThrowIfNull(owner);
        return
        [
            .. from home in owner.Homes
               let place = register.PlaceOf(home.RoomId)
               where place is not null && policies.WorksFor(reader, place.EstateId)
               orderby home.Relation, home.RoomId
               select new Home(home.RoomId, home.Relation, place),
        ];
    }

    private static IQueryable<Owners.Owner> Matching(IQueryable<Owners.Owner> owners, string? search, int? roomId)
    {
        if (roomId is not null)
            return owners.Where(owner => owner.Homes.Any(home => home.RoomId == roomId));
        if (search is null)
            return owners;
        return search.Length >= MinDigits && search.All(char.IsAsciiDigit)
            ? owners.Where(owner => owner.Phone == search || owner.Phone.EndsWith(search))
            : owners.Where(owner => owner.Name.StartsWith(search));
    }
}
