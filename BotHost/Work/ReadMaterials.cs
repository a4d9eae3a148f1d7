using System.Globalization;
using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Tickets;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Work;

/// <summary>Reads the estate's price list for the work page, and prices what an engineer used.</summary>
public sealed class ReadMaterials(DeskDb db)
{
    private const decimal MaxQuantity = 9999;

    /// <summary>What is offered in an estate: the ticket's own category first, then by name.</summary>
    public async Task<IReadOnlyList<Material>> OfferedAsync(int estateId, string? category, CancellationToken ct)
    {
        var offered = await db.Set<Material>().AsNoTracking().Where(material => material.EstateId == estateId && material.IsOffered).ToListAsync(ct);
        return
        [
            .. offered.OrderByDescending(material => material.Category is not null && material.Category == category)
                .ThenBy(material => material.Category is not null).ThenBy(material => material.Name, StringComparer.Ordinal),
        ];
    }

    /// <returns>What was used at the list's price now; null where a row is not the estate's or a quantity is none.</returns>
    public async Task<IReadOnlyList<MaterialUse>?> PriceAsync(int estateId, IReadOnlyDictionary<int, string?> used, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(used);
        var wanted = used.Where(use => !string.IsNullOrWhiteSpace(use.Value)).ToDictionary();
        if (wanted.Count == 0)
            return [];
        var ids = wanted.Keys.ToList();
        var rows = await db.Set<Material>().AsNoTracking().Where(material => material.EstateId == estateId && ids.Contains(material.Id)).ToListAsync(ct);
        List<MaterialUse> priced = [];
        foreach (var row in rows.OrderBy(row => row.Name, StringComparer.Ordinal))
        {
            if (Quantity(wanted[row.Id]) is not { } quantity)
                return null;
            if (quantity > 0)
                priced.Add(new(row.Id, row.Name, quantity, row.Unit, row.Price));
        }

        return rows.Count == wanted.Count ? priced : null;
    }

    /// <summary>At most three decimals; 0 for a counter that was set back.</summary>
    private static decimal? Quantity(string? typed) =>
        decimal.TryParse(typed?.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var quantity) && quantity is >= 0 and <= MaxQuantity
            ? decimal.Round(quantity, 3)
            : null;
}
