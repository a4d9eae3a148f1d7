using System.Security.Cryptography;
using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Staff;
using ChatDesk.BotHost.Texts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Security;

/// <summary>Says one line to the operator who starts the desk: to standard output, past every log.</summary>
public delegate void TellOperator(string line);

/// <summary>Makes the first console account, so that a new desk has a door and no default key to it.</summary>
public sealed class FirstAccount(DeskWork work, IPasswordHasher<LocalAccount> hasher, TellOperator tell)
{
    public const string UserName = "admin";

    /// <summary>Without 0, O, 1, l and I, which people mistake for each other.</summary>
    private const string Letters = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private const int PasswordLength = 16;

    /// <summary>Does nothing once any account exists.</summary>
    public async Task EnsureAsync(CancellationToken ct)
    {
        var password = RandomNumberGenerator.GetString(Letters, PasswordLength);
        if (await work.RunAsync(services => CreateAsync(services.GetRequiredService<DeskDb>(), password, ct), ct))
            tell($"Console sign-in: user {UserName}, one-time password {password}, to be changed at the first sign-in.");
    }

    private async Task<bool> CreateAsync(DeskDb db, string password, CancellationToken ct)
    {
        if (await db.Set<LocalAccount>().AnyAsync(ct))
            return false;
        if (!await db.Set<StaffMember>().AnyAsync(member => member.WeComUserId == UserName, ct))
            db.Add(new StaffMember { WeComUserId = UserName, Name = ConsoleTexts.FirstAdministrator, Phone = "", Roles = StaffRoles.Admin });
        LocalAccount account = new() { UserName = UserName, WeComUserId = UserName, PasswordHash = "", MustChangePassword = true };
        account.PasswordHash = hasher.HashPassword(account, password);
        db.Add(account);
        await db.SaveChangesAsync(ct);
        return true;
    }
}
