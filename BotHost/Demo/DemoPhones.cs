using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Estates;
using ChatDesk.BotHost.Owners;
using ChatDesk.BotHost.Staff;
using ChatDesk.Channels.Sandbox.Phones;
using ChatDesk.Knowledge.Understanding;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Demo;

/// <summary>Puts phones of registered owners and staff on the playground, each with its holder's name and role.</summary>
public static class DemoPhones
{
    private const int MostOwners = 12;
    private const int MostStaff = 60;

    /// <summary>Does nothing where the sandbox is off.</summary>
    public static async Task IntroduceAsync(IServiceProvider services, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (services.GetService<SandboxPhones>() is not { } phones)
            return;
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DeskDb>();
        var owners = await db.Set<Owner>().AsNoTracking().OrderBy(owner => owner.Id).Take(MostOwners).ToListAsync(ct);
        var homes = await HomesAsync(db, [.. owners.Select(owner => owner.Id)], ct);
        foreach (var owner in owners)
        {
            var home = homes[owner.Id].FirstOrDefault();
            string[] phrases = home is null ? [] : [$"我住{home}", owner.PhoneTail()];
            phones.Introduce(PhoneKind.Owner, owner.WeChatOpenId ?? $"owner-{owner.Id}", owner.Name, PhoneKind.Owner, phrases);
        }

        var staff = db.Set<StaffMember>().AsNoTracking().Where(member => member.IsActive && member.Phone != "");
        foreach (var member in await staff.OrderBy(member => member.Id).Take(MostStaff).ToListAsync(ct))
            phones.Introduce(PhoneKind.Staff, member.WeComUserId, member.Name, RoleOf(member));
    }

    /// <summary>The homes of each owner as people say them: with the end of the phone number they bind a chat.</summary>
    private static async Task<ILookup<int, string>> HomesAsync(DeskDb db, List<int> owners, CancellationToken ct)
    {
        var homes =
            from home in db.Set<OwnerHome>()
            join room in db.Set<Room>() on home.RoomId equals room.Id
            join unit in db.Set<Unit>() on room.UnitId equals unit.Id
            join building in db.Set<Building>() on unit.BuildingId equals building.Id
            where owners.Contains(home.OwnerId)
            orderby home.RoomId
            select new { home.OwnerId, At = new Location(building.Phase, building.Name, unit.Name, null, room.Name, null) };
        return (await homes.ToListAsync(ct)).ToLookup(home => home.OwnerId, home => PlaceText.Of(home.At, sayPhase: home.At.Phase is not null));
    }

    /// <summary>What the person does; leading a team comes on top of that.</summary>
    private static string RoleOf(StaffMember member)
    {
        var work = Enum.GetValues<StaffRoles>().FirstOrDefault(role => role != StaffRoles.Lead && (member.Roles & role) != 0);
        return (work == StaffRoles.None ? StaffRoles.Lead : work).ToString().ToLowerInvariant();
    }
}
