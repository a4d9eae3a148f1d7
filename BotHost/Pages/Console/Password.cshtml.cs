using System.Security.Claims;
using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Security;
using ChatDesk.BotHost.Texts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Pages.Console;

/// <summary>Choosing a password: right after the one-time one, or any time later.</summary>
[PublicAccess("reads its own two cookies: the session, or the one that a one-time password gave")]
public sealed class PasswordModel(Security.SignIn signIn, CurrentStaff staff, DeskDb db) : PageModel
{
    internal const string UserClaim = "localUser";

    public string? Problem { get; private set; }

    public string? UserName { get; private set; }

    /// <summary>Whether the one-time password is being replaced.</summary>
    public bool IsFirst { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        await WhoAsync(ct) ? Page() : Redirect("/console/sign-in");

    public async Task<IActionResult> OnPostAsync(string? oldPassword, string? newPassword, string? again, CancellationToken ct)
    {
        if (!await WhoAsync(ct))
            return Redirect("/console/sign-in");
        if (newPassword != again)
            return Refuse(ConsoleTexts.PasswordsDiffer);
        var change = await signIn.ChangePasswordAsync(UserName!, oldPassword ?? "", newPassword ?? "", ct);
        if (change != PasswordChange.Changed)
            return Refuse(ConsoleTexts.Password(change));
        await HttpContext.SignOutAsync(StaffSession.PasswordChangeScheme);
        await StartAsync(ct);
        TempData["Said"] = ConsoleTexts.PasswordChanged;
        return Redirect("/console");
    }

    private PageResult Refuse(string problem)
    {
        Problem = problem;
        return Page();
    }

    private async Task<bool> WhoAsync(CancellationToken ct)
    {
        var first = await HttpContext.AuthenticateAsync(StaffSession.PasswordChangeScheme);
        UserName = first.Principal?.FindFirstValue(UserClaim);
        IsFirst = UserName is not null;
        if (!IsFirst && await staff.FindAsync(ct) is { } member)
        {
            UserName = await db.Set<LocalAccount>().Where(account => account.WeComUserId == member.WeComUserId)
                .Select(account => account.UserName).FirstOrDefaultAsync(ct);
        }

        return UserName is not null;
    }

    private async Task StartAsync(CancellationToken ct)
    {
        var weComUserId = await db.Set<LocalAccount>().Where(account => account.UserName == UserName).Select(account => account.WeComUserId).SingleAsync(ct);
        if (await CurrentStaff.FindAsync(db, weComUserId, ct) is { } member)
            await StaffSession.StartAsync(HttpContext, member);
    }
}
