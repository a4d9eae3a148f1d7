using ChatDesk.BotHost.Owners;

namespace ChatDesk.BotHost.Estates.Setup;

/// <summary>
/// Tells which registered owners a setup file means. The file has no number for a person, so: the same WeChat, else the
/// same name and phone, else the same name or phone in the same home (a new phone, a corrected name).
/// </summary>
internal sealed class OwnerMatches(List<Owner> registered)
{
    private readonly HashSet<Owner> _found = [];

    /// <returns>For each wanted owner the row, or null for a new person. No row is given twice.</returns>
    public Owner?[] Find(IReadOnlyList<SetupOwner> wanted, IReadOnlyList<Dictionary<int, HomeRelation>> homes)
    {
        var rows = new Owner?[wanted.Count];
        var byWeChat = registered.Where(owner => owner.WeChatOpenId is not null).ToLookup(owner => owner.WeChatOpenId!);
        var byPerson = registered.ToLookup(owner => (owner.Name, owner.Phone));
        var byRoom = registered.SelectMany(owner => owner.Homes.Select(home => (home.RoomId, owner))).ToLookup(pair => pair.RoomId, pair => pair.owner);
        Pass(rows, i => wanted[i].WeChatOpenId is { } id ? byWeChat[id] : []);
        Pass(rows, i => byPerson[(wanted[i].Name, wanted[i].Phone)]);
        Pass(rows, i => homes[i].Keys.SelectMany(room => byRoom[room])
            .Where(owner => owner.Name == wanted[i].Name || owner.Phone == wanted[i].Phone));
        return rows;
    }

    private void Pass(Owner?[] rows, Func<int, IEnumerable<Owner>> candidates)
    {
        for (var i = 0; i < rows.Length; i++)
            rows[i] ??= candidates(i).FirstOrDefault(_found.Add);
    }
}
