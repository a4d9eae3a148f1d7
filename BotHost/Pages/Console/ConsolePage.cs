using ChatDesk.BotHost.Security;
using ChatDesk.BotHost.Staff;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ChatDesk.BotHost.Pages.Console;

/// <summary>A page of the desk's console: for signed-in staff of the desk, with a line that survives one redirect.</summary>
[StaffAccess(StaffRule.Console)]
public abstract class ConsolePage : PageModel
{
    protected Task<StaffMember> StaffAsync() =>
        HttpContext.RequestServices.GetRequiredService<CurrentStaff>().GetAsync(HttpContext.RequestAborted);

    protected void Say(string line) => TempData["Said"] = line;

    protected void Complain(string line)
    {
        TempData["Said"] = line;
        TempData["SaidKind"] = "danger";
    }
}
