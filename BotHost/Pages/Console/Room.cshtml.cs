using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Estates;
using ChatDesk.BotHost.Fees;
using ChatDesk.BotHost.Masters;
using ChatDesk.BotHost.Security;
using ChatDesk.BotHost.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Pages.Console;

/// <summary>A household: who lives in a home, what it owes, how large it is.</summary>
public sealed class RoomModel(EditBuildings buildings, EditFees editFees, FeeBook fees, OwnerList owners, History history, EstateRegister register, DeskDb db, Policies policies)
    : RegisterPage
{
    public Place Place { get; private set; } = null!;

    public string EstateName { get; private set; } = "";

    public string Area { get; private set; } = "";

    public IReadOnlyList<OwnerRow> Residents { get; private set; } = [];

    public IReadOnlyList<FeeRecord> Fees { get; private set; } = [];

    public IReadOnlyList<HistoryLine> Lines { get; private set; } = [];

    public bool SeesOwners { get; private set; }

    public bool SeesFees { get; private set; }

    public bool EditsOwners { get; private set; }

    public bool EditsFees { get; private set; }

    public bool EditsPlaces { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken ct)
    {
        var by = await StaffAsync();
        if (register.PlaceOf(id) is not { } place || !policies.WorksFor(by, place.EstateId))
            return NotFound();
        (Place, EstateName) = (place, register.FindEstate(place.EstateId)!.Name);
        (SeesOwners, SeesFees) = (policies.MaySee(by, RegisterPart.Owners), policies.MaySee(by, RegisterPart.Fees));
        (EditsOwners, EditsFees, EditsPlaces) =
            (policies.MayEdit(by, RegisterPart.Owners), policies.MayEdit(by, RegisterPart.Fees), policies.MayEdit(by, RegisterPart.Places));
        Area = MasterTexts.SquareMetres(await db.Set<Estates.Room>().Where(room => room.Id == id).Select(room => room.HundredthsOfSquareMetre).SingleOrDefaultAsync(ct));
        Residents = SeesOwners ? await owners.LivingInAsync(id, by, ct) : [];
        Fees = SeesFees ? await fees.OfRoomAsync(id, ct) : [];
        Lines = await history.OfAsync(MasterAudit.Room(id), ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAreaAsync(int id, string? area, CancellationToken ct) =>
        await AfterAsync(await buildings.MeasureRoomAsync(id, area, await StaffAsync(), ct), _ => $"/console/rooms/{id}");

    public async Task<IActionResult> OnPostFeeAsync(int id, string? item, string? period, string? amount, string? dueOn, string? paidOn, CancellationToken ct) =>
        await AfterAsync(await editFees.SaveAsync(id, new(item, period, amount, dueOn, paidOn), await StaffAsync(), ct), _ => $"/console/rooms/{id}");

    public async Task<IActionResult> OnPostRemoveFeeAsync(int id, long feeId, CancellationToken ct) =>
        await AfterAsync(await editFees.RemoveAsync(feeId, await StaffAsync(), ct), _ => $"/console/rooms/{id}");

    public async Task<IActionResult> OnPostRemoveAsync(int id, CancellationToken ct) =>
        await AfterAsync(await buildings.RemoveRoomAsync(id, await StaffAsync(), ct), building => $"/console/buildings/{building}");
}
