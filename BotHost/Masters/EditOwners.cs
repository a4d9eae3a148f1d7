using ChatDesk.BotHost.Conversations;
using ChatDesk.BotHost.Owners;
using ChatDesk.BotHost.Security;
using ChatDesk.BotHost.Staff;
using ChatDesk.BotHost.Texts;
using ChatDesk.BotHost.Tickets;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Masters;

/// <summary>A person as a form or a program sends them.</summary>
/// <param name="Name">Up to 50 letters.</param>
/// <param name="Phone">As people write it.</param>
/// <param name="BirthYear">Null for unknown.</param>
/// <param name="Version">Of the record that was shown; null for a new person.</param>
public sealed record OwnerForm(string? Name, string? Phone, int? BirthYear, long? Version);

/// <summary>Looks after owners, families and tenants, and who lives where.</summary>
public sealed class EditOwners(ChangeMasters masters, Policies policies)
{
    /// <summary>Adds a person, who lives in a home of the member's estates from the start.</summary>
    public Task<MasterOutcome> AddAsync(OwnerForm form, int roomId, HomeRelation relation, StaffMember by, CancellationToken ct) => RunAsync(by, async change =>
    {
        if (await RegisterReach.EstateOfRoomAsync(change.Db, roomId, ct) is not { } estateId || !policies.WorksFor(by, estateId))
            return new MasterOutcome.Missing();
        var (read, name, phone) = Read(form, change);
        if (!read.AreRight)
            return read.Refusal;
        if (await change.Db.Set<Owner>().AnyAsync(owner => owner.Name == name && owner.Phone == phone && owner.Homes.Any(home => home.RoomId == roomId), ct))
            return MasterOutcome.Wrong(nameof(form.Phone), MasterTexts.PersonKnown);
        Owner owner = new() { Name = name, Phone = phone, BirthYear = form.BirthYear };
        owner.Homes.Add(new() { RoomId = roomId, Relation = relation });
        change.Db.Add(owner);
        await change.Db.SaveChangesAsync(ct);
        change.Keep(DeskAuditAction.Added, MasterAudit.Owner(owner.Id), estateId, name);
        return new MasterOutcome.Saved(owner.Id);
    }, ct);

    public Task<MasterOutcome> ChangeAsync(int id, OwnerForm form, StaffMember by, CancellationToken ct) => RunAsync(by, async change =>
    {
        if (await FindAsync(change, id, ct) is not { } owner)
            return new MasterOutcome.Missing();
        if (form.Version != owner.Version)
            return new MasterOutcome.Stale();
        var (read, name, phone) = Read(form, change);
        if (!read.AreRight)
            return read.Refusal;
        List<string> differs = [];
        if (owner.Name != name)
            differs.Add(MasterTexts.Differs("姓名", owner.Name, name));
        if (owner.Phone != phone)
            differs.Add(MasterTexts.Differs("电话", owner.Phone, phone));
        if (owner.BirthYear != form.BirthYear)
            differs.Add(MasterTexts.Differs("出生年份", $"{owner.BirthYear}", $"{form.BirthYear}"));
        (owner.Name, owner.Phone, owner.BirthYear) = (name, phone, form.BirthYear);
        if (differs.Count > 0)
            await KeepAsync(change, owner, string.Join('；', differs), ct);
        return new MasterOutcome.Saved(id);
    }, ct);

    /// <summary>Ties a person to a home, or changes what they are there.</summary>
    public Task<MasterOutcome> BindHomeAsync(int id, int roomId, HomeRelation relation, StaffMember by, CancellationToken ct) => RunAsync(by, async change =>
    {
        if (await FindAsync(change, id, ct) is not { } owner || !await policies.ReachesRoomAsync(change.Db, by, roomId, ct))
            return new MasterOutcome.Missing();
        var home = owner.Homes.Find(known => known.RoomId == roomId);
        if (home?.Relation == relation)
            return new MasterOutcome.Saved(id);
        if (home is null)
            owner.Homes.Add(new() { RoomId = roomId, Relation = relation });
        else
            home.Relation = relation;
        await KeepAsync(change, owner, $"{await PlaceAsync(change, roomId, ct)}：{MasterTexts.HomeAdded(relation)}", ct, roomId);
        return new MasterOutcome.Saved(id);
    }, ct);

    public Task<MasterOutcome> UnbindHomeAsync(int id, int roomId, StaffMember by, CancellationToken ct) => RunAsync(by, async change =>
    {
        if (await FindAsync(change, id, ct) is not { } owner || !await policies.ReachesRoomAsync(change.Db, by, roomId, ct))
            return new MasterOutcome.Missing();
        if (owner.Homes.RemoveAll(home => home.RoomId == roomId) > 0)
            await KeepAsync(change, owner, $"{await PlaceAsync(change, roomId, ct)}：{MasterTexts.HomeRemoved}", ct, roomId);
        return new MasterOutcome.Saved(id);
    }, ct);

    /// <summary>Takes a chat off a person, who then has to bind again.</summary>
    public Task<MasterOutcome> ReleaseChatAsync(int id, long conversationId, StaffMember by, CancellationToken ct) => RunAsync(by, async change =>
    {
        if (await FindAsync(change, id, ct) is not { } owner)
            return new MasterOutcome.Missing();
        var chat = await change.Db.Set<Conversation>().SingleOrDefaultAsync(conversation => conversation.Id == conversationId && conversation.OwnerId == id, ct);
        if (chat is null)
            return new MasterOutcome.Saved(id);
        chat.OwnerId = null;
        if (owner.WeChatOpenId == chat.PeerId)
            owner.WeChatOpenId = null;
        await KeepAsync(change, owner, MasterTexts.ChatReleased, ct);
        return new MasterOutcome.Saved(id);
    }, ct);

    /// <summary>Makes one of a person who was registered twice: homes, chats and tickets of the other record go over, and that record goes.</summary>
    public Task<MasterOutcome> MergeAsync(int id, int otherId, StaffMember by, CancellationToken ct) => RunAsync(by, async change =>
    {
        if (id == otherId || await FindAsync(change, id, ct) is not { } owner || await FindAsync(change, otherId, ct) is not { } other)
            return new MasterOutcome.Missing();
        if (!await ReachesAllAsync(change, other, ct))
            return new MasterOutcome.InUse(MasterTexts.MergeElsewhere);
        owner.Homes.AddRange(other.Homes.Where(home => !owner.Homes.Exists(own => own.RoomId == home.RoomId))
            .Select(home => new OwnerHome { RoomId = home.RoomId, Relation = home.Relation }).ToList());
        (owner.BirthYear, owner.WeChatOpenId) = (owner.BirthYear ?? other.BirthYear, owner.WeChatOpenId ?? other.WeChatOpenId);
        await change.Db.Set<Conversation>().Where(chat => chat.OwnerId == otherId)
            .ExecuteUpdateAsync(set => set.SetProperty(chat => chat.OwnerId, id).SetProperty(chat => chat.Version, chat => chat.Version + 1), ct);
        await change.Db.Set<Ticket>().Where(ticket => ticket.OwnerId == otherId).ExecuteUpdateAsync(set => set.SetProperty(ticket => ticket.OwnerId, id), ct);
        change.Db.Remove(other);
        await KeepAsync(change, owner, MasterTexts.Merged(other.Name, other.Phone), ct);
        return new MasterOutcome.Saved(id);
    }, ct);

    private Task<MasterOutcome> RunAsync(StaffMember by, Func<MasterChange, Task<MasterOutcome>> work, CancellationToken ct) =>
        policies.MayEdit(by, RegisterPart.Owners) ? masters.RunAsync(by, work, ct) : Task.FromResult<MasterOutcome>(new MasterOutcome.Missing());

    private static Task<Owner?> FindAsync(MasterChange change, int id, CancellationToken ct) =>
        RegisterReach.OwnersFor(change.Db, change.By).Include(owner => owner.Homes).SingleOrDefaultAsync(owner => owner.Id == id, ct);

    private static (TypedFields Read, string Name, string Phone) Read(OwnerForm form, MasterChange change)
    {
        TypedFields read = new();
        var name = read.Required(nameof(form.Name), form.Name, 50);
        var phone = read.Phone(nameof(form.Phone), form.Phone);
        read.Range(nameof(form.BirthYear), form.BirthYear, 1900, change.Now.Year);
        return (read, name, phone);
    }

    private async Task<bool> ReachesAllAsync(MasterChange change, Owner other, CancellationToken ct)
    {
        foreach (var home in other.Homes)
        {
            if (!await policies.ReachesRoomAsync(change.Db, change.By, home.RoomId, ct))
                return false;
        }

        return true;
    }

    private static async Task KeepAsync(MasterChange change, Owner owner, string summary, CancellationToken ct, int? roomId = null)
    {
        var room = roomId ?? owner.Homes.Select(home => (int?)home.RoomId).FirstOrDefault();
        var estateId = room is { } known ? await RegisterReach.EstateOfRoomAsync(change.Db, known, ct) : null;
        change.Keep(DeskAuditAction.Changed, MasterAudit.Owner(owner.Id), estateId, summary);
    }

    private static async Task<string> PlaceAsync(MasterChange change, int roomId, CancellationToken ct)
    {
        var db = change.Db;
        var place = await (
            from room in db.Set<Estates.Room>()
            join unit in db.Set<Estates.Unit>() on room.UnitId equals unit.Id
            join building in db.Set<Estates.Building>() on unit.BuildingId equals building.Id
            where room.Id == roomId
            select new { building, unit, room }).AsNoTracking().SingleAsync(ct);
        return MasterTexts.Place(place.building, place.unit, place.room);
    }
}
