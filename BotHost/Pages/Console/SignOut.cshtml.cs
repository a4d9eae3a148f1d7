using ChatDesk.BotHost.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ChatDesk.BotHost.Pages.Console;

[StaffAccess(StaffRule.AnyStaff)]
public sealed class SignOutModel : PageModel
{
    public IActionResult OnGet() => Redirect("/console");

    public async Task<IActionResult> OnPostAsync()
    {
        await StaffSession.EndAsync(HttpContext);
        return Redirect("/console/sign-in");
    }
}
