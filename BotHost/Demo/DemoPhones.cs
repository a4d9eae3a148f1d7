using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Owners;
using ChatDesk.BotHost.Staff;
using ChatDesk.Channels.Sandbox.Phones;
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
        foreach (var owner in await db.Set<Owner>().AsNoTracking().OrderBy(owner => owner.Id).Take(MostOwners).ToListAsync(ct))
            phones.Introduce(PhoneKind.Owner, owner.WeChatOpenId ?? $"owner-{owner.Id}", owner.Name, PhoneKind.Owner);
        var staff = db.Set<StaffMember>().AsNoTracking().Where(member => member.IsActive && member.Phone != "");
        foreach (var member in await staff.OrderBy(member => member.Id).Take(MostStaff).ToListAsync(ct))
            phones.Introduce(PhoneKind.Staff, member.WeComUserId, member.Name, RoleOf(member));
    }

    /// <summary>What the person does; leading a team comes on top of that.</summary>
    private static string RoleOf(StaffMember member)
    {
        var work = Enum.GetValues<StaffRoles>().FirstOrDefault(role => role != StaffRoles.Lead && (member.Roles & role) != 0);
        return (work == StaffRoles.None ? StaffRoles.Lead : work).ToString().ToLowerInvariant();
    }
}
