using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Imports.Values;
using ChatDesk.BotHost.Owners;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Imports.Kinds;

/// <summary>
/// Tells which registered people a file means, as no list has a number for a person: the same name and phone; else the same
/// name in the same home (a new phone); else the same phone and relation in the same home (a corrected name).
/// </summary>
internal static class OwnerFinder
{
    private const int AtOnce = 500;

    /// <returns>For each person the row, or null for somebody new. No row is given twice.</returns>
    public static async Task<Owner?[]> FindAsync(DeskDb db, IReadOnlyList<ImportedPerson> people, CancellationToken ct)
    {
        var registered = await ReadAsync(db, people, ct);
        var rows = new Owner?[people.Count];
        HashSet<Owner> found = [];
        var byPerson = registered.ToLookup(owner => (owner.Name, PhoneText.Key(owner.Phone)));
        var byRoom = registered.SelectMany(owner => owner.Homes.Select(home => (home, owner))).ToLookup(pair => pair.home.RoomId);
        Pass(i => byPerson[(people[i].Name, people[i].Phone)].OrderByDescending(owner => owner.Homes.Exists(home => people[i].Homes.Exists(wanted => wanted.Room.Id == home.RoomId))));
        Pass(i => Living(i).Where(pair => pair.Owner.Name == people[i].Name).Select(pair => pair.Owner));
        Pass(i => Living(i).Where(pair => pair.Relation == pair.Wanted && PhoneText.Key(pair.Owner.Phone) == people[i].Phone).Select(pair => pair.Owner));
        return rows;

        IEnumerable<(Owner Owner, HomeRelation Relation, HomeRelation Wanted)> Living(int i) =>
            people[i].Homes.SelectMany(wanted => byRoom[wanted.Room.Id].Select(pair => (pair.owner, pair.home.Relation, wanted.Relation)));

        void Pass(Func<int, IEnumerable<Owner>> candidates)
        {
            for (var i = 0; i < rows.Length; i++)
                rows[i] ??= candidates(i).FirstOrDefault(found.Add);
        }
    }

    /// <summary>Who lives in the file's homes or has one of its phones: first their ids, by index, then they themselves.</summary>
    private static async Task<List<Owner>> ReadAsync(DeskDb db, IReadOnlyList<ImportedPerson> people, CancellationToken ct)
    {
        SortedSet<int> ids = [];
        foreach (var rooms in people.SelectMany(person => person.Homes).Select(home => home.Room.Id).Where(id => id > 0).Distinct().Chunk(AtOnce))
            ids.UnionWith(await db.Set<OwnerHome>().Where(home => rooms.Contains(home.RoomId)).Select(home => home.OwnerId).ToListAsync(ct));
        foreach (var phones in people.Select(person => person.Phone).Distinct().Chunk(AtOnce))
            ids.UnionWith(await db.Set<Owner>().Where(owner => phones.Contains(owner.Phone)).Select(owner => owner.Id).ToListAsync(ct));
        List<Owner> owners = new(ids.Count);
        foreach (var chunk in ids.Chunk(AtOnce))
            owners.AddRange(await db.Set<Owner>().Include(owner => owner.Homes).Where(owner => chunk.Contains(owner.Id)).OrderBy(owner => owner.Id).ToListAsync(ct));
        return owners;
    }
}
