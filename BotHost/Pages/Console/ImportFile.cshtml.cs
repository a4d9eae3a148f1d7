using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Imports;
using ChatDesk.BotHost.Texts;
using Microsoft.AspNetCore.Mvc;

namespace ChatDesk.BotHost.Pages.Console;

/// <summary>The preview of a file, its confirmation, and afterwards what it did.</summary>
public sealed class ImportFileModel(RunImport imports, DeskCalendar calendar) : ConsolePage
{
    public const int MaxShown = 200;
    public const int MaxNotices = 10;

    public ImportFile Kept { get; private set; } = null!;

    /// <summary>Null once the file was taken over, or is no longer kept.</summary>
    public ImportPlan? Plan { get; private set; }

    public string When(DateTimeOffset at) => ConsoleTexts.When(calendar.ToLocal(at), calendar.LocalNow);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var by = await StaffAsync();
        if (await imports.FindAsync(id, by, ct) is not { } file || imports.Find(file.Kind, by) is null)
            return NotFound();
        Kept = file;
        if (file is { Content: not null, AppliedAt: null })
            Plan = await imports.PreviewAsync(file, by, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string? seen, CancellationToken ct)
    {
        switch (await imports.ApplyAsync(id, await StaffAsync(), seen, ct))
        {
            case ImportResult.NotFound:
                return NotFound();
            case ImportResult.Refused:
                Complain(ImportTexts.NotApplied);
                break;
            case ImportResult.Outdated:
                Complain(ImportTexts.ChangedMeanwhile);
                break;
        }

        return Redirect($"/console/import/{id}");
    }
}
