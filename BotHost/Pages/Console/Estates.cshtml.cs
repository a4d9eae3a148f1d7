using ChatDesk.BotHost.Estates;
using ChatDesk.BotHost.Masters;
using ChatDesk.BotHost.Security;
using Microsoft.AspNetCore.Mvc;

namespace ChatDesk.BotHost.Pages.Console;

/// <summary>The estates that the member works for.</summary>
public sealed class EstatesModel(EditEstates estates, EstateRegister register, Policies policies) : EstatePage
{
    public IReadOnlyList<(Estate Estate, int Buildings)> Rows { get; private set; } = [];

    public bool MayAdd { get; private set; }

    public bool MayEdit { get; private set; }

    public async Task OnGetAsync() => await ReadAsync();

    public async Task<IActionResult> OnPostAsync([FromForm] EstateForm form, CancellationToken ct)
    {
        Form = form;
        return await AfterAsync(await estates.AddAsync(form, await StaffAsync(), ct), id => $"/console/estates/{id}", async () =>
        {
            await ReadAsync();
            return Page();
        });
    }

    private async Task ReadAsync()
    {
        var by = await StaffAsync();
        Rows = [.. register.Estates.Where(estate => policies.WorksFor(by, estate.Id)).Select(estate => (estate, register.Buildings(estate.Id).Count))];
        (MayAdd, MayEdit) = (policies.MayAddEstates(by), policies.MayEdit(by, RegisterPart.Places));
    }
}
