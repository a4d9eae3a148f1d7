using ChatDesk.BotHost.Progress;
using ChatDesk.BotHost.Security;
using ChatDesk.BotHost.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ChatDesk.BotHost.Pages.OwnerPhone;

/// <summary>The owner's progress page (R-111, R-112, N-08). The link itself is the permission, so its form needs no other token.</summary>
[PublicAccess("The owner's secret link."), PrivatePage, IgnoreAntiforgeryToken]
public sealed class ProgressModel(ReadProgress progress, UnlockPhotos photos, OwnerSessions sessions, WrongLinks wrong, Links links) : PageModel
{
    public ProgressView View { get; private set; } = null!;

    public string Token { get; private set; } = "";

    /// <summary>Why the photos stay closed; null before a try.</summary>
    public string? PhotoError { get; private set; }

    public string? SurveyPath => View.OpenSurvey is { } resolution ? $"/s/{links.SurveyToken(View.Number, resolution)}" : null;

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken ct)
    {
        if (await progress.OpenAsync(token, ct) is not { } number)
            return Unknown();
        sessions.Grant(HttpContext, number, OwnerAccess.Page);
        return await ShowAsync(token, number, ct);
    }

    public async Task<IActionResult> OnPostAsync(string token, string? digits, CancellationToken ct)
    {
        if (await progress.OpenAsync(token, ct) is not { } number)
            return Unknown();
        var outcome = await photos.RunAsync(number, digits?.Trim() ?? "", ct);
        if (outcome == UnlockOutcome.Opened)
        {
            sessions.Grant(HttpContext, number, OwnerAccess.Photos);
            return Redirect($"/t/{token}");
        }

        PhotoError = outcome == UnlockOutcome.Wrong ? OwnerPageTexts.WrongDigits : OwnerPageTexts.TooManyTries;
        return await ShowAsync(token, number, ct);
    }

    private async Task<PageResult> ShowAsync(string token, string number, CancellationToken ct)
    {
        Token = token;
        var access = sessions.AccessOf(HttpContext, number);
        View = await progress.ReadAsync(number, access > OwnerAccess.Page ? access : OwnerAccess.Page, ct);
        return Page();
    }

    private IActionResult Unknown()
    {
        var status = wrong.Count(HttpContext);
        return PhoneMessages.WrongLink(status).On(this, "Owner", status);
    }
}
