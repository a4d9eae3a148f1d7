using ChatDesk.BotHost.Masters;
using ChatDesk.BotHost.Owners;
using ChatDesk.BotHost.Security;
using ChatDesk.BotHost.Texts;
using Microsoft.AspNetCore.Mvc;

namespace ChatDesk.BotHost.Pages.Console;

/// <summary>A new person with a first home.</summary>
public sealed class OwnerNewModel(EditOwners owners, TypedHome typed, Policies policies) : OwnerPage
{
    public async Task<IActionResult> OnGetAsync(int? estate, string? home)
    {
        var by = await StaffAsync();
        (Estates, EstateId, TypedPlace) = (typed.EstatesOf(by), estate, home);
        return policies.MayEdit(by, RegisterPart.Owners) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string? name, string? phone, int? birthYear, int? estate, string? home, HomeRelation relation, CancellationToken ct)
    {
        var by = await StaffAsync();
        (Estates, EstateId, TypedPlace) = (typed.EstatesOf(by), estate, home);
        Form = new(name, phone, birthYear, null);
        var outcome = typed.Find(home, estate, by) is { } roomId
            ? await owners.AddAsync(Form, roomId, relation, by, ct)
            : policies.MayEdit(by, RegisterPart.Owners) ? MasterOutcome.Wrong("Home", MasterTexts.HomeUnclear) : new MasterOutcome.Missing();
        return await AfterAsync(outcome, id => $"/console/owners/{id}", () => Task.FromResult<IActionResult>(Page()));
    }
}
