using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Estates;
using ChatDesk.BotHost.Security;
using ChatDesk.BotHost.Staff;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Pages.Console;

/// <summary>The ticket list.</summary>
public sealed class IndexModel(TicketList list, DeskDb db, Policies policies) : ConsolePage
{
    [BindProperty(SupportsGet = true)]
    public TicketFilter Filter { get; set; } = new();

    public TicketPage Tickets { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Estates { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Teams { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var by = await StaffAsync();
        Tickets = await list.ReadAsync(Filter, by, ct);
        var estates = await db.Set<Estate>().AsNoTracking().OrderBy(estate => estate.Id).ToListAsync(ct);
        Estates = [.. estates.Where(estate => policies.WorksFor(by, estate.Id)).Select(estate => new SelectListItem(estate.Name, $"{estate.Id}"))];
        Teams = await db.Set<Team>().OrderBy(team => team.Id).Select(team => new SelectListItem(team.Name, $"{team.Id}")).ToListAsync(ct);
    }

    /// <summary>The rows again, for a page that is open: 204 while they are as they were.</summary>
    public async Task<IActionResult> OnGetRowsAsync(string? seen, CancellationToken ct)
    {
        var page = await list.ReadAsync(Filter, await StaffAsync(), ct);
        return page.Stamp == seen ? new NoContentResult() : Partial("_Tickets", page);
    }
}
