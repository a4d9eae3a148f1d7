using System.Globalization;
using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Estates;
using ChatDesk.BotHost.Imports;
using ChatDesk.BotHost.Imports.Tables;
using ChatDesk.BotHost.Security;
using ChatDesk.BotHost.Staff;
using ChatDesk.BotHost.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Pages.Console;

/// <summary>导入: choose a list and a file. Nothing is changed before its preview is confirmed.</summary>
public sealed class ImportModel(RunImport imports, EstateRegister register, Policies policies, DeskDb db, DeskCalendar calendar) : ConsolePage
{
    private const int MaxRecent = 10;

    public IReadOnlyList<IImporter> Lists { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Estates { get; private set; } = [];

    /// <summary>The member's own.</summary>
    public IReadOnlyList<ImportFile> Recent { get; private set; } = [];

    public ImportKind? Kind { get; private set; }

    public int? EstateId { get; private set; }

    public bool AddsPlaces { get; private set; }

    public bool MayAddPlaces { get; private set; }

    public string? Problem { get; private set; }

    public string When(DateTimeOffset at) => ConsoleTexts.When(calendar.ToLocal(at), calendar.LocalNow);

    public async Task<IActionResult> OnGetAsync(ImportKind? kind, CancellationToken ct)
    {
        var by = await StaffAsync();
        Kind = kind;
        await ReadAsync(by, ct);
        return Lists.Count == 0 ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(ImportKind? kind, int? estate, bool addsPlaces, IFormFile? file, CancellationToken ct)
    {
        var by = await StaffAsync();
        (Kind, EstateId, AddsPlaces) = (kind, estate, addsPlaces);
        await ReadAsync(by, ct);
        if (Lists.Count == 0)
            return NotFound();
        Problem = imports.Find(kind, by) is null ? ImportTexts.KindMissing
            : file is not { Length: > 0 } ? ImportTexts.FileMissing
            : file.Length > TableReader.MaxBytes ? ImportTexts.TooLarge
            : estate is { } chosen && !policies.WorksFor(by, chosen) ? ImportTexts.EstateMissing
            : null;
        if (Problem is not null)
            return Page();
        try
        {
            var kept = await imports.KeepAsync(await FileAsync(kind!.Value, estate, addsPlaces, file!, by, ct), ct);
            return Redirect($"/console/import/{kept}");
        }
        catch (FormatException unreadable)
        {
            Problem = unreadable.Message;
            return Page();
        }
    }

    private async Task<ImportFile> FileAsync(ImportKind kind, int? estate, bool addsPlaces, IFormFile file, StaffMember by, CancellationToken ct)
    {
        using MemoryStream content = new((int)file.Length);
        await file.CopyToAsync(content, ct);
        var name = PlainWords.Clean(Path.GetFileName(file.FileName));
        return new()
        {
            Kind = kind,
            FileName = name.Length <= ImportFile.MaxFileName ? name : name[^ImportFile.MaxFileName..],
            Content = content.ToArray(),
            EstateId = estate ?? (Estates is [var only] ? int.Parse(only.Value, CultureInfo.InvariantCulture) : null),
            AddsPlaces = addsPlaces,
            UploadedBy = by.WeComUserId,
            UploadedAt = calendar.Now,
        };
    }

    private async Task ReadAsync(StaffMember by, CancellationToken ct)
    {
        Lists = [.. imports.For(by)];
        Estates = [.. register.Estates.Where(estate => policies.WorksFor(by, estate.Id)).Select(estate => new SelectListItem(estate.Name, $"{estate.Id}"))];
        MayAddPlaces = policies.MayEdit(by, RegisterPart.Places);
        Recent = await db.Set<ImportFile>().AsNoTracking().Where(file => file.UploadedBy == by.WeComUserId)
            .OrderByDescending(file => file.UploadedAt).Take(MaxRecent)
            .Select(file => new ImportFile
            {
                Id = file.Id, Kind = file.Kind, FileName = file.FileName, UploadedBy = file.UploadedBy, UploadedAt = file.UploadedAt,
                AppliedAt = file.AppliedAt, Added = file.Added, Changed = file.Changed, Unchanged = file.Unchanged,
            })
            .ToListAsync(ct);
    }
}
