using ChatDesk.BotHost.Progress;
using ChatDesk.BotHost.Security;
using ChatDesk.BotHost.Staff;
using ChatDesk.BotHost.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ChatDesk.BotHost.Pages.Work;

/// <summary>A page of the staff's phones. A card's link (<c>?k=</c>) starts the session; without one the page says how to get in.</summary>
[PublicAccess("Starts the session from a card's signed link; shows nothing without one."), PrivatePage]
public abstract class WorkPage : PageModel
{
    /// <summary>Who holds the phone.</summary>
    protected StaffMember Member { get; private set; } = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        var staff = HttpContext.RequestServices.GetRequiredService<CurrentStaff>();
        if (HttpMethods.IsGet(Request.Method) && Request.Query["k"] is [{ } link])
            context.Result = await SignInAsync(link, RouteData.Values["number"] as string ?? "") ?? AskToSignIn();
        else if (await staff.FindAsync(HttpContext.RequestAborted) is { } member)
            Member = member;
        else
            context.Result = AskToSignIn();
        if (context.Result is null)
            await next();
    }

    protected IActionResult Missing() =>
        new PhoneMessage(WorkPageTexts.NotFoundTitle, WorkPageTexts.NotFoundText, "/w/", WorkPageTexts.BackToList).On(this, "Work", StatusCodes.Status404NotFound);

    /// <returns>To the same page without the secret in its address; null for a wrong or old link without a session.</returns>
    private async Task<IActionResult?> SignInAsync(string link, string number)
    {
        var services = HttpContext.RequestServices;
        var staff = services.GetRequiredService<CurrentStaff>();
        var weComUserId = services.GetRequiredService<Links>().ReadWorkToken(number, link);
        var member = weComUserId is null ? null : await CurrentStaff.FindAsync(services.GetRequiredService<Data.DeskDb>(), weComUserId, HttpContext.RequestAborted);
        if (member is not null)
            await StaffSession.StartAsync(HttpContext, member);
        else if (await staff.FindAsync(HttpContext.RequestAborted) is null)
            return null;
        return Redirect($"/w/{Uri.EscapeDataString(number)}");
    }

    private IActionResult AskToSignIn()
    {
        var wrong = Request.Query.ContainsKey("k") ? HttpContext.RequestServices.GetRequiredService<WrongLinks>().Count(HttpContext) : 0;
        return wrong == StatusCodes.Status429TooManyRequests
            ? PhoneMessages.WrongLink(wrong).On(this, "Work", wrong)
            : new PhoneMessage(WorkPageTexts.SignInTitle, WorkPageTexts.SignInText).On(this, "Work", StatusCodes.Status401Unauthorized);
    }
}
