using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Estates;
using ChatDesk.BotHost.Security;
using ChatDesk.BotHost.Staff;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Pages.Console;

/// <summary>A registered person with one home.</summary>
public sealed record OwnerMatch(int OwnerId, string Name, string Phone, int RoomId, Place Home);

/// <summary>Finds people of the register by the phone or its last digits, or by name.</summary>
public sealed class OwnerSearch(DeskDb db, EstateRegister register, Policies policies)
{
    private const int MaxMatches = 8;
    private const int MinDigits = 4;
    private const int MinLetters = 2;

    public Task<IReadOnlyList<OwnerMatch>> FindAsync(string? words, StaffMember asker, CancellationToken ct)
    {
        var typed = words?.Trim() ?? "";
        var owners = db.Set<Owners.Owner>().AsNoTracking();
        if (typed.Length >= MinDigits && typed.All(char.IsAsciiDigit))
            return ReadAsync(owners.Where(owner => owner.Phone.EndsWith(typed)), asker, ct);
        return typed.Length >= MinLetters
            ? ReadAsync(owners.Where(owner => owner.Name.StartsWith(typed)), asker, ct)
            : Task.FromResult<IReadOnlyList<OwnerMatch>>([]);
    }

    /// <summary>Who lives in a room.</summary>
    public Task<IReadOnlyList<OwnerMatch>> LivingInAsync(int roomId, StaffMember asker, CancellationToken ct) =>
        ReadAsync(db.Set<Owners.Owner>().AsNoTracking().Where(owner => owner.Homes.Any(home => home.RoomId == roomId)), asker, ct);

    private async Task<IReadOnlyList<OwnerMatch>> ReadAsync(IQueryable<Owners.Owner> owners, StaffMember asker, CancellationToken ct)
    {
        var found = await owners.Include(owner => owner.Homes).OrderBy(owner => owner.Id).Take(MaxMatches).ToListAsync(ct);
        return
        [
            .. from owner in found
               from home in owner.Homes
               let place = register.PlaceOf(home.RoomId)
               where place is not null && policies.WorksFor(asker, place.EstateId)
               select new OwnerMatch(owner.Id, owner.Name, owner.Phone, home.RoomId, place),
        ];
    }
}
