using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Security;
using ChatDesk.BotHost.Texts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Pages.Console;

[PublicAccess("the sign-in itself; tries are counted and locked")]
public sealed class SignInModel(Security.SignIn signIn, DeskDb db) : PageModel
{
    public string? Problem { get; private set; }

    public string? EnteredName { get; private set; }

    public async Task<IActionResult> OnPostAsync(string? user, string? password, string? returnUrl, CancellationToken ct)
    {
        var outcome = await signIn.TryAsync(user ?? "", password ?? "", ct);
        if (outcome == SignInOutcome.MustChangePassword)
        {
            await HttpContext.SignInAsync(
                StaffSession.PasswordChangeScheme, StaffSession.Principal(StaffSession.PasswordChangeScheme, PasswordModel.UserClaim, user!));
            return Redirect("/console/password");
        }

        if (outcome == SignInOutcome.SignedIn && await StartAsync(user!, ct))
            return LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : "/console");
        Problem = ConsoleTexts.SignInRefused;
        EnteredName = user;
        return Page();
    }

    private async Task<bool> StartAsync(string user, CancellationToken ct)
    {
        var weComUserId = await db.Set<LocalAccount>().Where(account => account.UserName == user).Select(account => account.WeComUserId).SingleAsync(ct);
        if (await CurrentStaff.FindAsync(db, weComUserId, ct) is not { } member)
            return false;
        await StaffSession.StartAsync(HttpContext, member);
        return true;
    }
}
