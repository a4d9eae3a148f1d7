using System.Globalization;
using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Estates;
using ChatDesk.BotHost.Security;
using ChatDesk.BotHost.Staff;
using ChatDesk.BotHost.Texts;
using ChatDesk.BotHost.Work;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Pages.Console;

/// <summary>An estate's price list of materials, and where its engineers' maps lead.</summary>
public sealed class MaterialsModel(DeskDb db, EditMaterials edit, Policies policies) : ConsolePage
{
    /// <summary>The estates that the member works for.</summary>
    public IReadOnlyList<Estate> Estates { get; private set; } = [];

    public Estate? Estate { get; private set; }

    /// <summary>A new line, then the list: what is offered first.</summary>
    public IReadOnlyList<MaterialForm> Lines { get; private set; } = [];

    /// <summary>Why the last line was not saved.</summary>
    public string? Error { get; private set; }

    public string? Address { get; private set; }

    public string? Latitude { get; private set; }

    public string? Longitude { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? estate, CancellationToken ct) =>
        await EnterAsync(estate, ct) is null ? NotFound() : await ShowAsync(typed: null, ct);

    public async Task<IActionResult> OnPostSaveAsync(string? estate, [FromForm] MaterialForm form, CancellationToken ct)
    {
        if (await EnterAsync(estate, ct) is not { } by || Estate is null)
            return NotFound();
        var fault = await edit.SaveAsync(Estate.Id, form, by.WeComUserId, ct);
        if (fault == MaterialFault.NotFound)
            return NotFound();
        if (fault == MaterialFault.None)
            return Back(ConsoleTexts.Saved);
        Error = ConsoleTexts.Fault(fault, form);
        Response.StatusCode = fault is MaterialFault.Double or MaterialFault.Stale ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        return await ShowAsync(fault == MaterialFault.Stale ? null : form, ct);
    }

    public async Task<IActionResult> OnPostPlaceAsync(string? estate, string? address, string? latitude, string? longitude, CancellationToken ct)
    {
        if (await EnterAsync(estate, ct) is not { } by || Estate is null)
            return NotFound();
        if (await edit.SavePlaceAsync(Estate.Id, address, latitude, longitude, by.WeComUserId, ct))
            return Back(ConsoleTexts.Saved);
        Error = ConsoleTexts.WrongDegrees;
        Response.StatusCode = StatusCodes.Status400BadRequest;
        await ShowAsync(typed: null, ct);
        (Address, Latitude, Longitude) = (address, latitude, longitude);
        return Page();
    }

    /// <returns>Who edits; null where there is no such estate, or none that the person may edit.</returns>
    private async Task<StaffMember?> EnterAsync(string? code, CancellationToken ct)
    {
        var member = await StaffAsync();
        if (!policies.MayEdit(member, RegisterPart.Materials))
            return null;
        Estates = [.. (await db.Set<Estate>().AsNoTracking().OrderBy(e => e.Name).ToListAsync(ct)).Where(e => policies.WorksFor(member, e.Id))];
        Estate = code is null ? Estates.FirstOrDefault() : Estates.FirstOrDefault(e => e.Code == code);
        return code is null || Estate is not null ? member : null;
    }

    private RedirectResult Back(string said)
    {
        Say(said);
        return Redirect($"/console/materials?estate={Uri.EscapeDataString(Estate!.Code)}");
    }

    private async Task<PageResult> ShowAsync(MaterialForm? typed, CancellationToken ct)
    {
        var id = Estate?.Id;
        var rows = await db.Set<Material>().AsNoTracking().Where(material => material.EstateId == id).ToListAsync(ct);
        var lines = rows.OrderByDescending(row => row.IsOffered).ThenBy(row => row.Name, StringComparer.Ordinal).Select(row => row.Id == typed?.Id ? typed : Form(row));
        Lines = [typed is { Id: null } ? typed : new MaterialForm { IsOffered = true }, .. lines];
        (Address, Latitude, Longitude) = (Estate?.Address, Text(Estate?.Latitude), Text(Estate?.Longitude));
        return Page();
    }

    private static MaterialForm Form(Material row) => new()
    {
        Id = row.Id,
        Name = row.Name,
        Unit = row.Unit,
        Price = row.Price.ToString("0.##", CultureInfo.InvariantCulture),
        Category = row.Category,
        IsOffered = row.IsOffered,
        Version = row.Version,
    };

    private static string? Text(double? degrees) => degrees?.ToString("0.######", CultureInfo.InvariantCulture);
}
