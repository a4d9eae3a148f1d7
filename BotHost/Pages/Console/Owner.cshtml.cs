using ChatDesk.BotHost.Conversations;
using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Masters;
using ChatDesk.BotHost.Owners;
using ChatDesk.BotHost.Security;
using ChatDesk.BotHost.Staff;
using ChatDesk.BotHost.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Pages.Console;

/// <summary>One person: name and phone, homes, chats, the same person registered again, and who changed what.</summary>
public sealed class OwnerModel(EditOwners owners, OwnerList list, TypedHome typed, History history, DeskDb db, Policies policies) : OwnerPage
{
    public OwnerRow Row { get; private set; } = null!;

    public bool MayEdit { get; private set; }

    public IReadOnlyList<Conversation> Chats { get; private set; } = [];

    /// <summary>Others with the same phone.</summary>
    public IReadOnlyList<OwnerRow> Twins { get; private set; } = [];

    public IReadOnlyList<HistoryLine> Lines { get; private set; } = [];

    public string Describe(Home home)
    {
        ArgumentNullException.ThrowIfNull(home);
        return Estates.Count > 1 ? $"{Estates.First(estate => estate.Id == home.Place.EstateId).Name} {home.Place.Text}" : home.Place.Text;
    }

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken ct)
    {
        if (!await ReadAsync(id, ct))
            return NotFound();
        Form = new(Row.Owner.Name, Row.Owner.Phone, Row.Owner.BirthYear, Row.Owner.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, string? name, string? phone, int? birthYear, long? version, CancellationToken ct)
    {
        Form = new(name, phone, birthYear, version);
        return await AfterAsync(await owners.ChangeAsync(id, Form, await StaffAsync(), ct), Here, async () => await ReadAsync(id, ct) ? Page() : NotFound());
    }

    public async Task<IActionResult> OnPostBindAsync(int id, int? estate, string? home, HomeRelation relation, CancellationToken ct)
    {
        if (!await ReadAsync(id, ct))
            return NotFound();
        var by = await StaffAsync();
        var outcome = typed.Find(home, estate, by) is { } roomId
            ? await owners.BindHomeAsync(id, roomId, relation, by, ct)
            : MasterOutcome.Wrong("Home", MasterTexts.HomeUnclear);
        return await AfterAsync(outcome, Here);
    }

    public async Task<IActionResult> OnPostRelationAsync(int id, int roomId, HomeRelation relation, CancellationToken ct) =>
        await AfterAsync(await owners.BindHomeAsync(id, roomId, relation, await StaffAsync(), ct), Here);

    public async Task<IActionResult> OnPostUnbindAsync(int id, int roomId, CancellationToken ct) =>
        await AfterAsync(await owners.UnbindHomeAsync(id, roomId, await StaffAsync(), ct), Here);

    public async Task<IActionResult> OnPostReleaseAsync(int id, long chatId, CancellationToken ct) =>
        await AfterAsync(await owners.ReleaseChatAsync(id, chatId, await StaffAsync(), ct), Here);

    public async Task<IActionResult> OnPostMergeAsync(int id, int otherId, CancellationToken ct) =>
        await AfterAsync(await owners.MergeAsync(id, otherId, await StaffAsync(), ct), Here);

    private static string Here(long id) => $"/console/owners/{id}";

    private async Task<bool> ReadAsync(int id, CancellationToken ct)
    {
        var by = await StaffAsync();
        var owner = await RegisterReach.OwnersFor(db, by).AsNoTracking().Include(row => row.Homes).SingleOrDefaultAsync(row => row.Id == id, ct);
        if (owner is null || !policies.MaySee(by, RegisterPart.Owners))
            return false;
        Row = new(owner, list.HomesOf(owner, by));
        (MayEdit, Estates) = (policies.MayEdit(by, RegisterPart.Owners), typed.EstatesOf(by));
        Chats = await db.Set<Conversation>().AsNoTracking().Where(chat => chat.OwnerId == id).OrderBy(chat => chat.Id).ToListAsync(ct);
        Twins = MayEdit ? await TwinsAsync(owner, by, ct) : [];
        Lines = await history.OfAsync(MasterAudit.Owner(id), ct);
        return true;
    }

    private async Task<IReadOnlyList<OwnerRow>> TwinsAsync(Owners.Owner owner, StaffMember by, CancellationToken ct)
    {
        var found = await RegisterReach.OwnersFor(db, by).AsNoTracking().Include(row => row.Homes)
            .Where(row => row.Phone == owner.Phone && row.Id != owner.Id).OrderBy(row => row.Id).Take(5).ToListAsync(ct);
        return found.ConvertAll(row => new OwnerRow(row, list.HomesOf(row, by)));
    }
}
