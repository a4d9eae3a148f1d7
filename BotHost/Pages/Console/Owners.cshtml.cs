using ChatDesk.BotHost.Estates;
using ChatDesk.BotHost.Owners;
using ChatDesk.BotHost.Security;
using Microsoft.AspNetCore.Mvc;

namespace ChatDesk.BotHost.Pages.Console;

/// <summary>A person of the list with the homes that the reader may see.</summary>
public sealed record OwnerRow(Owners.Owner Owner, IReadOnlyList<Home> Homes);

/// <summary>业主与住户: find a person by name, phone or home.</summary>
public sealed class OwnersModel(OwnerList list, TypedHome typed, Policies policies) : RegisterPage
{
    public const int PageSize = 50;

    public string? Search { get; private set; }

    public int? EstateId { get; private set; }

    public IReadOnlyList<Estate> Estates { get; private set; } = [];

    public IReadOnlyList<OwnerRow> Rows { get; private set; } = [];

    public bool MayEdit { get; private set; }

    /// <summary>The address of the next page; null on the last.</summary>
    public string? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? q, int? estate, int after, CancellationToken ct)
    {
        var by = await StaffAsync();
        if (!policies.MaySee(by, RegisterPart.Owners) || (estate is { } chosen && !policies.WorksFor(by, chosen)))
            return NotFound();
        (Search, EstateId, Estates) = (PlainWords.OrNull(q), estate, typed.EstatesOf(by));
        MayEdit = policies.MayEdit(by, RegisterPart.Owners);
        var rows = await list.ReadAsync(Search, typed.Find(Search, estate, by), estate, after, PageSize + 1, by, ct);
        Rows = [.. rows.Take(PageSize)];
        if (rows.Count > PageSize)
            Next = $"/console/owners?q={Uri.EscapeDataString(Search ?? "")}&estate={estate}&after={Rows[^1].Owner.Id}";
        return Page();
    }
}
