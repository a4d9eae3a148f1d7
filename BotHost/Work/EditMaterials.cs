using System.Globalization;
using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Estates;
using ChatDesk.BotHost.Security;
using ChatDesk.BotHost.Texts;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Work;

/// <summary>A line of the price list as somebody typed it.</summary>
public sealed class MaterialForm
{
    /// <summary>Null for a new line.</summary>
    public int? Id { get; set; }

    public string? Name { get; set; }

    public string? Unit { get; set; }

    /// <summary>Yuan, with at most two decimals; empty for 0.</summary>
    public string? Price { get; set; }

    public string? Category { get; set; }

    public bool IsOffered { get; set; }

    /// <summary>Of the line that the page showed.</summary>
    public long Version { get; set; }
}

/// <summary>Why a line was not saved.</summary>
public enum MaterialFault
{
    None,
    NotFound,
    Name,
    Unit,
    Price,
    Category,

    /// <summary>The estate's list has the name already.</summary>
    Double,

    /// <summary>Somebody else changed it in the meantime.</summary>
    Stale,
}

/// <summary>Changes an estate's price list and its address for the map, and writes down who did.</summary>
public sealed class EditMaterials(DeskWork work, TimeProvider clock)
{
    /// <summary>Adds or changes one line.</summary>
    public Task<MaterialFault> SaveAsync(int estateId, MaterialForm form, string by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(form);
        return work.RunAsync(services => SaveAsync(services.GetRequiredService<DeskDb>(), estateId, form, by, ct), ct);
    }

    /// <summary>Sets where the map leads; what is no place on earth is refused.</summary>
    /// <returns>Whether it was saved.</returns>
    public Task<bool> SavePlaceAsync(int estateId, string? address, string? latitude, string? longitude, string by, CancellationToken ct)
    {
        var hasPlace = TryDegrees(latitude, 90, out var north) & TryDegrees(longitude, 180, out var east) && north.HasValue == east.HasValue;
        return !hasPlace
            ? Task.FromResult(false)
            : work.RunAsync(services => SavePlaceAsync(services.GetRequiredService<DeskDb>(), estateId, TypedText.Clean(address, 200), north, east, by, ct), ct);
    }

    private async Task<MaterialFault> SaveAsync(DeskDb db, int estateId, MaterialForm form, string by, CancellationToken ct)
    {
        if (Read(form, out var wanted) is not MaterialFault.None and var fault)
            return fault;
        var row = form.Id is { } id ? await db.Set<Material>().SingleOrDefaultAsync(material => material.Id == id && material.EstateId == estateId, ct) : null;
        if (form.Id is not null && row is null)
            return MaterialFault.NotFound;
        if (row is not null && row.Version != form.Version)
            return MaterialFault.Stale;
        if (await db.Set<Material>().AnyAsync(material => material.EstateId == estateId && material.Name == wanted.Name && material.Id != form.Id, ct))
            return MaterialFault.Double;
        await WriteAsync(db, estateId, row, wanted, by, ct);
        return MaterialFault.None;
    }

    private async Task WriteAsync(DeskDb db, int estateId, Material? row, Line wanted, string by, CancellationToken ct)
    {
        var before = row is null ? null : ConsoleTexts.MaterialLine(row);
        var saved = row ?? new Material { EstateId = estateId, Name = wanted.Name, Unit = wanted.Unit, Price = wanted.Price };
        (saved.Name, saved.Unit, saved.Price, saved.Category, saved.IsOffered) = wanted;
        var after = ConsoleTexts.MaterialLine(saved);
        if (before == after)
            return;
        if (row is null)
            db.Add(saved);
        db.Add(Audit(row is null ? DeskAuditAction.Added : DeskAuditAction.Changed, $"materials:{estateId}", estateId, before is null ? after : $"{before} → {after}", by));
        await db.SaveChangesAsync(ct);
    }

    private async Task<bool> SavePlaceAsync(DeskDb db, int estateId, string? address, double? north, double? east, string by, CancellationToken ct)
    {
        var estate = await db.Set<Estate>().SingleAsync(e => e.Id == estateId, ct);
        (estate.Address, estate.Latitude, estate.Longitude) = (address, north, east);
        if (!db.ChangeTracker.HasChanges())
            return true;
        db.Add(Audit(DeskAuditAction.Changed, $"estate:{estateId}", estateId, ConsoleTexts.MapPlace(estate), by));
        await db.SaveChangesAsync(ct);
        return true;
    }

    private DeskAudit Audit(DeskAuditAction action, string subject, int estateId, string summary, string by) =>
        new() { At = clock.GetUtcNow(), By = by, Action = action, Subject = subject, EstateId = estateId, Summary = summary };

    private static MaterialFault Read(MaterialForm form, out Line line)
    {
        var name = form.Name?.Trim() ?? "";
        var unit = form.Unit?.Trim() ?? "";
        var isPrice = TryPrice(form.Price, out var price);
        var category = string.IsNullOrWhiteSpace(form.Category) ? null : form.Category;
        line = new(name, unit, price, category, form.IsOffered);
        return (name, unit) switch
        {
            _ when name.Length is 0 or > Material.NameMaxLength || name.Any(char.IsControl) => MaterialFault.Name,
            _ when unit.Length is 0 or > Material.UnitMaxLength || unit.Any(char.IsControl) => MaterialFault.Unit,
            _ when !isPrice => MaterialFault.Price,
            _ when category is not null && !ConsoleTexts.Categories.Contains(category) => MaterialFault.Category,
            _ => MaterialFault.None,
        };
    }

    private static bool TryPrice(string? typed, out decimal price)
    {
        price = 0;
        return string.IsNullOrWhiteSpace(typed)
            || (decimal.TryParse(typed.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out price)
                && price <= Material.MaxPrice && decimal.Round(price, 2) == price);
    }

    private static bool TryDegrees(string? typed, double max, out double? degrees)
    {
        degrees = null;
        if (string.IsNullOrWhiteSpace(typed))
            return true;
        if (!double.TryParse(typed.Trim(), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) || Math.Abs(number) > max)
            return false;
        degrees = number;
        return true;
    }

    private sealed record Line(string Name, string Unit, decimal Price, string? Category, bool IsOffered);
}
