using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Owners;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Estates.Setup;

/// <summary>Writes a setup file's owners with their homes. Owners whom it does not list are left alone.</summary>
internal sealed class OwnersWriter(DeskDb db)
{
    public int Changes { get; private set; }

    public async Task WriteAsync(IReadOnlyList<SetupOwner> wanted, PlaceKeys places, CancellationToken ct)
    {
        if (wanted.Count == 0)
            return;
        var homes = wanted.Select(owner => HomesOf(owner, places)).ToList();
        OwnerMatches matches = new(await db.Set<Owner>().Include(owner => owner.Homes).ToListAsync(ct));
        var rows = matches.Find(wanted, homes);
        for (var i = 0; i < wanted.Count; i++)
            Write(wanted[i], homes[i], rows[i]);
        Changes += await db.SaveChangesAsync(ct);
    }

    private void Write(SetupOwner wanted, Dictionary<int, HomeRelation> homes, Owner? row)
    {
        if (row is null)
            db.Add(row = new() { Name = wanted.Name, Phone = wanted.Phone });
        (row.Name, row.Phone) = (wanted.Name, wanted.Phone);
        row.WeChatOpenId = wanted.WeChatOpenId ?? row.WeChatOpenId;
        row.BirthYear = wanted.BirthYear ?? row.BirthYear;
        row.Homes.ReplaceWith(homes.Keys, home => home.RoomId, roomId => new OwnerHome { RoomId = roomId });
        foreach (var home in row.Homes)
            home.Relation = homes[home.RoomId];
    }

    private static Dictionary<int, HomeRelation> HomesOf(SetupOwner owner, PlaceKeys places)
    {
        Dictionary<int, HomeRelation> homes = [];
        foreach (var home in owner.Rooms)
        {
            if (!homes.TryAdd(places.Room(home), home.Relation))
                throw SetupFields.Error(home.Path, "the same room stands twice");
        }

        return homes;
    }
}
