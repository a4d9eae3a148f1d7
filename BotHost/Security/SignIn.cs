using ChatDesk.BotHost.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Security;

/// <summary>What came of a try to sign in. An unknown user, a wrong password and a locked account look the same from outside.</summary>
public enum SignInOutcome
{
    Refused,

    /// <summary>Right, but with the one-time password: a new one is due first.</summary>
    MustChangePassword,
    SignedIn,
}

/// <summary>What came of a try to change a password.</summary>
public enum PasswordChange
{
    Changed,
    WrongOldPassword,
    TooShort,
    SameAsOld,
    Trivial,
}

/// <summary>Checks local accounts: counted tries, a lock of 15 minutes after 5 wrong ones, the same work for names that do not exist.</summary>
public sealed class SignIn(DeskWork work, IPasswordHasher<LocalAccount> hasher, TimeProvider clock)
{
    public const int MaxTries = 5;
    public static readonly TimeSpan LockTime = TimeSpan.FromMinutes(15);

    private static readonly LocalAccount Nobody = new() { UserName = "", WeComUserId = "", PasswordHash = "" };

    private readonly string _nobodysHash = hasher.HashPassword(Nobody, Guid.NewGuid().ToString());

    public Task<SignInOutcome> TryAsync(string userName, string password, CancellationToken ct) =>
        work.RunAsync(
            async services =>
            {
                var db = services.GetRequiredService<DeskDb>();
                var account = await db.Set<LocalAccount>().SingleOrDefaultAsync(a => a.UserName == userName, ct);
                var isRight = await VerifyAsync(db, account, password, ct);
                if (!isRight)
                    return SignInOutcome.Refused;
                return account!.MustChangePassword ? SignInOutcome.MustChangePassword : SignInOutcome.SignedIn;
            },
            ct);

    /// <summary>Sets a new password; wrong old ones count as wrong tries.</summary>
    public Task<PasswordChange> ChangePasswordAsync(string userName, string oldPassword, string newPassword, CancellationToken ct)
    {
        if (!PasswordRules.IsLongEnough(newPassword))
            return Task.FromResult(PasswordChange.TooShort);
        if (newPassword == oldPassword)
            return Task.FromResult(PasswordChange.SameAsOld);
        if (PasswordRules.IsTrivial(newPassword, userName))
            return Task.FromResult(PasswordChange.Trivial);
        return work.RunAsync(
            async services =>
            {
                var db = services.GetRequiredService<DeskDb>();
                var account = await db.Set<LocalAccount>().SingleOrDefaultAsync(a => a.UserName == userName, ct);
                if (!await VerifyAsync(db, account, oldPassword, ct))
                    return PasswordChange.WrongOldPassword;
                account!.PasswordHash = hasher.HashPassword(account, newPassword);
                account.MustChangePassword = false;
                await db.SaveChangesAsync(ct);
                return PasswordChange.Changed;
            },
            ct);
    }

    private async Task<bool> VerifyAsync(DeskDb db, LocalAccount? account, string password, CancellationToken ct)
    {
        var isRight = hasher.VerifyHashedPassword(account ?? Nobody, account?.PasswordHash ?? _nobodysHash, password) != PasswordVerificationResult.Failed;
        if (account is null || account.LockedUntil > clock.GetUtcNow())
            return false;
        if (isRight && account.FailedTries == 0)
            return true;
        account.FailedTries = isRight ? 0 : account.FailedTries + 1;
        account.LockedUntil = null;
        if (account.FailedTries >= MaxTries)
        {
            account.LockedUntil = clock.GetUtcNow() + LockTime;
            account.FailedTries = 0;
        }

        await db.SaveChangesAsync(ct);
        return isRight;
    }
}
