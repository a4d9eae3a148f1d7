using ChatDesk.BotHost.Estates;
using ChatDesk.BotHost.Masters;
using ChatDesk.BotHost.Security;
using ChatDesk.Knowledge.Understanding;
using Microsoft.AspNetCore.Mvc;

namespace ChatDesk.BotHost.Pages.Console;

/// <summary>One estate: its numbers, buildings and public areas.</summary>
public sealed class EstateModel(EditEstates estates, EditBuildings buildings, EstateRegister register, History history, Policies policies) : EstatePage
{
    public Estate Estate { get; private set; } = null!;

    public bool MayEdit { get; private set; }

    public IReadOnlyList<(Building Building, string Name)> Buildings { get; private set; } = [];

    public IReadOnlyList<PublicArea> Areas { get; private set; } = [];

    public IReadOnlyList<HistoryLine> Lines { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken ct)
    {
        if (!await ReadAsync(id, ct))
            return NotFound();
        Form = new(Estate.Code, Estate.Name, Estate.Police, Estate.Fire, Estate.Medical, Estate.Gas, Estate.Desk, Estate.PaymentUrl);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, [FromForm] EstateForm form, CancellationToken ct)
    {
        Form = form;
        return await AfterAsync(await estates.ChangeAsync(id, form, await StaffAsync(), ct), Here, async () => await ReadAsync(id, ct) ? Page() : NotFound());
    }

    public async Task<IActionResult> OnPostAreaAsync(int id, string? area, CancellationToken ct) =>
        await AfterAsync(await estates.AddAreaAsync(id, area, await StaffAsync(), ct), Here);

    public async Task<IActionResult> OnPostRemoveAreaAsync(int id, int areaId, CancellationToken ct) =>
        await AfterAsync(await estates.RemoveAreaAsync(id, areaId, await StaffAsync(), ct), Here);

    public async Task<IActionResult> OnPostBuildingAsync(int id, string? phase, string? name, CancellationToken ct) =>
        await AfterAsync(await buildings.AddAsync(id, phase, name, await StaffAsync(), ct), building => $"/console/buildings/{building}");

    private static string Here(long id) => $"/console/estates/{id}";

    private async Task<bool> ReadAsync(int id, CancellationToken ct)
    {
        var by = await StaffAsync();
        if (register.FindEstate(id) is not { } estate || !policies.WorksFor(by, id))
            return false;
        (Estate, MayEdit) = (estate, policies.MayEdit(by, RegisterPart.Places));
        Buildings =
        [
            .. register.Buildings(id).OrderBy(building => building.Phase, NaturalOrder.Names).ThenBy(building => building.Name, NaturalOrder.Names)
                .Select(building => (building, register.Describe(id, new Location(building.Phase, building.Name)))),
        ];
        Areas = register.Areas(id);
        Lines = await history.OfAsync(MasterAudit.Estate(id), ct);
        return true;
    }
}
