using ChatDesk.BotHost.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ChatDesk.BotHost.Pages.Work;

/// <summary>What the phone shows without signal for a page that it has no copy of.</summary>
[PublicAccess("Says only that there is no signal.")]
public sealed class OfflineModel : PageModel;
