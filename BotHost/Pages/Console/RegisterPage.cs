using ChatDesk.BotHost.Masters;
using ChatDesk.BotHost.Texts;
using Microsoft.AspNetCore.Mvc;

namespace ChatDesk.BotHost.Pages.Console;

/// <summary>A page that looks after a part of the register.</summary>
public abstract class RegisterPage : ConsolePage
{
    /// <summary>What could not be kept, by field of the form.</summary>
    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    public string? ProblemOf(string field) => Problems.FirstOrDefault(problem => problem.Field == field)?.Message;

    /// <summary>The class of a field that is wrong.</summary>
    public string Invalid(string field) => ProblemOf(field) is null ? "" : "is-invalid";

    /// <summary>Says how a change went.</summary>
    /// <param name="outcome">What came of it.</param>
    /// <param name="next">Where to go when it is kept, from its id.</param>
    /// <param name="again">Shows the form again, with what was typed.</param>
    protected async Task<IActionResult> AfterAsync(MasterOutcome outcome, Func<long, string> next, Func<Task<IActionResult>> again)
    {
        ArgumentNullException.ThrowIfNull(next);
        ArgumentNullException.ThrowIfNull(again);
        switch (outcome)
        {
            case MasterOutcome.Saved saved:
                Say(MasterTexts.Saved);
                return Redirect(next(saved.Id));
            case MasterOutcome.Invalid invalid:
                Problems = invalid.Problems;
                return await again();
            case MasterOutcome.Stale:
                Complain(MasterTexts.Stale);
                return Redirect(Request.Path);
            case MasterOutcome.InUse used:
                Complain(used.Reason);
                return Redirect(Request.Path);
            default:
                return NotFound();
        }
    }

    /// <summary>For a small form beside others: what is wrong is said above the page.</summary>
    protected Task<IActionResult> AfterAsync(MasterOutcome outcome, Func<long, string> next) => AfterAsync(outcome, next, () =>
    {
        Complain(Problems[0].Message);
        return Task.FromResult<IActionResult>(Redirect(Request.Path));
    });
}
