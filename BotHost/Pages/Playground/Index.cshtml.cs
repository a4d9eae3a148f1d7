using ChatDesk.BotHost.Security;
using ChatDesk.Channels.Sandbox.Phones;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ChatDesk.BotHost.Pages.Playground;

/// <summary>Phones of owners and staff side by side, with the desk's clock. There only while the sandbox is on.</summary>
[PublicAccess("The sandbox's phones stand in for people who have no account here; it is refused in Production.")]
public sealed class IndexModel : PageModel
{
    public IActionResult OnGet() =>
        HttpContext.RequestServices.GetService<SandboxPhones>() is null ? NotFound() : Page();
}
