using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Security;
using ChatDesk.BotHost.Staff;
using ChatDesk.BotHost.Texts;
using ChatDesk.BotHost.Tickets;
using ChatDesk.BotHost.Work;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Pages.Work;

/// <summary>
/// <c>POST /w/{ticket}/entries</c>: one entry of the queue that an engineer's phone keeps while it has no signal. The header
/// <c>Idempotency-Key</c> names the entry; a repeat of what was carried out answers like the first time.
/// </summary>
/// <remarks>No page of another site can send this header without asking first, which the desk refuses: so it stands for the form's token.</remarks>
[PublicAccess("Answers a program with a problem where there is no session; the session's person is checked for each entry."), PrivatePage, IgnoreAntiforgeryToken]
public sealed class EntryModel(DeskDb db, CurrentStaff staff, Policies policies, PostWork post) : PageModel
{
    /// <summary>Names the entry; made by the phone.</summary>
    public const string KeyHeader = "Idempotency-Key";

    private const int MinKeyLength = 16;

    public IActionResult OnGet() => NotFound();

    /// <param name="number">The ticket.</param>
    /// <param name="by">Who made the entry: it is stored in nobody else's name.</param>
    /// <param name="form">What was typed and pressed.</param>
    /// <param name="photos">Photos from the place.</param>
    /// <param name="signature">The owner's signature.</param>
    /// <param name="ct">Cancelled when the phone gives up.</param>
    public async Task<IActionResult> OnPostAsync(
        string number, [FromForm] string? by, [FromForm] WorkForm form, [FromForm] List<IFormFile> photos, IFormFile? signature, CancellationToken ct)
    {
        if (await staff.FindAsync(ct) is not { } member)
            return Problem(StatusCodes.Status401Unauthorized, "signed_out", WorkPageTexts.SignedOut);
        if (by != member.WeComUserId)
            return Problem(StatusCodes.Status401Unauthorized, "other_person", WorkPageTexts.OtherPerson(member.Name));
        var key = Request.Headers[KeyHeader].ToString();
        if (!IsKey(key) || !form.IsOffered || !ModelState.IsValid)
            return Problem(StatusCodes.Status400BadRequest, "malformed", WorkPageTexts.Malformed);
        if (await FindAsync(number, member, ct) is not { } ticket)
            return Problem(StatusCodes.Status404NotFound, "not_found", WorkPageTexts.NotFoundText);
        var result = await post.RunAsync(ticket, form, new(photos, signature), member.WeComUserId, key, ct);
        return result.IsDone ? new JsonResult(new { ticket = number, repeated = result.IsRepeat }) : await RefuseAsync(result, ct);
    }

    private static bool IsKey(string key) =>
        key.Length is >= MinKeyLength and <= WorkEntry.KeyMaxLength && key.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    private async Task<Ticket?> FindAsync(string number, StaffMember member, CancellationToken ct)
    {
        var ticket = await db.Set<Ticket>().AsNoTracking().SingleOrDefaultAsync(t => t.Number == number, ct);
        return ticket is not null && policies.MaySee(member, ticket) ? ticket : null;
    }

    private async Task<IActionResult> RefuseAsync(WorkResult result, CancellationToken ct)
    {
        var assignee = result.Outcome?.Ticket?.Assignee;
        var name = await db.Set<StaffMember>().Where(m => m.WeComUserId == assignee).Select(m => m.Name).SingleOrDefaultAsync(ct);
        var status = result.Refusal is WorkRefusal.Ticket or WorkRefusal.Key ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        var code = result.Outcome is { IsDone: false } outcome ? outcome.Refusal.ToString() : result.Refusal.ToString();
        return Problem(status, code, WorkPageTexts.Refused(result, name));
    }

    private ObjectResult Problem(int status, string code, string detail)
    {
        ProblemDetails problem = new() { Status = status, Title = "The entry was not carried out.", Detail = detail, Extensions = { ["code"] = code } };
        return new(problem) { StatusCode = status, ContentTypes = { "application/problem+json" } };
    }
}
