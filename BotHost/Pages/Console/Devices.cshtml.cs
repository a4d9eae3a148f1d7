using ChatDesk.BotHost.Estates;
using ChatDesk.BotHost.Masters;
using ChatDesk.BotHost.Security;
using ChatDesk.BotHost.Texts;
using ChatDesk.Knowledge.Understanding;
using Microsoft.AspNetCore.Mvc;

namespace ChatDesk.BotHost.Pages.Console;

/// <summary>Lifts, pumps and the like: what stands where .</summary>
public sealed class DevicesModel(EditDevices devices, EstateRegister register, TypedHome typed, Policies policies) : RegisterPage
{
    public string? Kind { get; private set; }

    public int? EstateId { get; private set; }

    public IReadOnlyList<Estate> Estates { get; private set; } = [];

    public IReadOnlyList<(Device Device, string Place)> Rows { get; private set; } = [];

    public bool MayEdit { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? kind, int? estate)
    {
        var by = await StaffAsync();
        if (estate is { } chosen && !policies.WorksFor(by, chosen))
            return NotFound();
        (Kind, EstateId, Estates, MayEdit) = (kind, estate, typed.EstatesOf(by), policies.MayEdit(by, RegisterPart.Places));
        Rows =
        [
            .. Estates.Where(e => estate is null || e.Id == estate).SelectMany(e => register.Devices(e.Id))
                .Where(device => string.IsNullOrEmpty(kind) || device.Kind == kind)
                .OrderBy(device => device.EstateId).ThenBy(device => device.Code, NaturalOrder.Names).Select(device => (device, Describe(device))),
        ];
        return Page();
    }

    /// <summary>Adds a device, or changes the one of that code.</summary>
    public async Task<IActionResult> OnPostAsync(int? estate, string? code, string? kind, string? place, CancellationToken ct)
    {
        var by = await StaffAsync();
        var estateId = estate ?? (typed.EstatesOf(by) is [var only] ? only.Id : 0);
        if (!TryPlace(estateId, place, out var at))
        {
            Complain(MasterTexts.PlaceUnclear);
            return Redirect(Request.Path);
        }

        DeviceForm form = new(estateId, code, kind, at.BuildingId, at.UnitId);
        var known = register.Devices(estateId).FirstOrDefault(device => device.Code == PlainWords.OrNull(code));
        return await AfterAsync(known is null ? await devices.AddAsync(form, by, ct) : await devices.ChangeAsync(known.Id, form, by, ct), _ => "/console/devices");
    }

    public async Task<IActionResult> OnPostRemoveAsync(int id, CancellationToken ct) =>
        await AfterAsync(await devices.RemoveAsync(id, await StaffAsync(), ct), _ => "/console/devices");

    private string Describe(Device device)
    {
        var building = device.BuildingId is { } buildingId ? register.FindBuilding(buildingId) : null;
        var place = building is null ? "" : MasterTexts.Place(building, device.UnitId is { } unitId ? register.FindUnit(unitId) : null, null);
        return Estates.Count > 1 ? $"{register.FindEstate(device.EstateId)?.Name} {place}" : place;
    }

    /// <returns>False where a place was typed that is none.</returns>
    private bool TryPlace(int estateId, string? place, out (int? BuildingId, int? UnitId) at)
    {
        at = default;
        if (string.IsNullOrWhiteSpace(place))
            return true;
        if (register.Places(estateId) is not { } places)
            return false;
        var words = place.Replace('-', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var said = words is [var building, var unit] && int.TryParse(unit, out _)
            ? new Location(null, Imports.Places.PlaceWords.Building(building), unit)
            : words is [var alone] && alone.All(char.IsAsciiLetterOrDigit) ? new Location(null, alone) : MessageReader.Read(place, new ReadContext { Places = places }).Location;
        var found = register.Resolve(said, estateId).Place;
        at = (found.BuildingId, found.UnitId);
        return found.BuildingId is not null;
    }
}
