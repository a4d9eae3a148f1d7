using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Progress;
using ChatDesk.BotHost.Security;
using ChatDesk.BotHost.Surveys;
using ChatDesk.BotHost.Texts;
using ChatDesk.BotHost.Tickets;
using ChatDesk.Channels.Activities;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Pages.OwnerPhone;

/// <summary>The survey after one resolution (R-140, N-16). The link itself is the permission, so its form needs no other token.</summary>
[PublicAccess("The owner's secret link."), PrivatePage, IgnoreAntiforgeryToken]
public sealed class SurveyModel(Links links, DeskDb db, DeskWork work, WrongLinks wrong, TimeProvider clock) : PageModel
{
    public const int MaxWords = 500;

    public string Number { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken ct)
    {
        if (links.ReadSurveyToken(token) is not var (number, resolution))
            return Unknown();
        Number = number;
        var ticket = await db.Set<Ticket>().AsNoTracking().SingleOrDefaultAsync(t => t.Number == number, ct);
        var survey = ticket is null ? null : await db.Set<Survey>().AsNoTracking().SingleOrDefaultAsync(s => s.TicketId == ticket.Id && s.Resolution == resolution, ct);
        var outcome = AnswerSurvey.Check(ticket, survey, clock.GetUtcNow());
        return outcome == SurveyOutcome.Done ? Page() : Tell(outcome, survey?.Score);
    }

    public async Task<IActionResult> OnPostAsync(string token, SurveyScore? score, string? words, CancellationToken ct)
    {
        if (links.ReadSurveyToken(token) is not var (number, resolution))
            return Unknown();
        if (score is not { } chosen || !Enum.IsDefined(chosen))
            return Redirect($"/s/{token}");
        var outcome = await work.RunAsync(services => AnswerAsync(services, number, resolution, chosen, TypedText.Clean(words, MaxWords), ct), ct);
        Number = number;
        return Tell(outcome, chosen);
    }

    private static async Task<SurveyOutcome> AnswerAsync(
        IServiceProvider services, string number, int resolution, SurveyScore score, string? words, CancellationToken ct)
    {
        var db = services.GetRequiredService<DeskDb>();
        var reporter = await db.Set<Ticket>().Where(t => t.Number == number).Select(t => t.OwnerId).SingleOrDefaultAsync(ct);
        var owner = Actor.Owner(reporter, number, ChannelNames.Web);
        var outcome = await services.GetRequiredService<AnswerSurvey>().RunAsync(number, resolution, score, words, owner, ct);
        if (outcome == SurveyOutcome.Done)
            await db.SaveChangesAsync(ct);
        return outcome;
    }

    private IActionResult Tell(SurveyOutcome outcome, SurveyScore? score)
    {
        var (title, text) = SurveyTexts.Answer(outcome, score);
        var status = outcome switch
        {
            SurveyOutcome.Done or SurveyOutcome.AlreadyAnswered => StatusCodes.Status200OK,
            SurveyOutcome.Void or SurveyOutcome.Expired => StatusCodes.Status410Gone,
            _ => StatusCodes.Status404NotFound,
        };
        var link = status == StatusCodes.Status404NotFound ? null : $"/t/{links.ProgressToken(Number)}";
        return new PhoneMessage(title, text, link, SurveyTexts.ToProgress).On(this, "Owner", status);
    }

    private IActionResult Unknown()
    {
        var status = wrong.Count(HttpContext);
        return PhoneMessages.WrongLink(status).On(this, "Owner", status);
    }
}
