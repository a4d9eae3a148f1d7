using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Files;
using ChatDesk.BotHost.Security;
using ChatDesk.BotHost.Staff;
using ChatDesk.BotHost.Texts;
using ChatDesk.BotHost.Tickets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Pages.Console;

/// <summary>代客录入: one screen, by keyboard, in half a minute.</summary>
public sealed class NewModel(PlacePicker places, OwnerSearch owners, EnterRequest enter, FileStore files, DeskDb db, Policies policies, Links links) : ConsolePage
{
    private const int MaxPhotos = 6;
    private const int MaxName = 50;
    private const int MaxPhone = 40;

    [BindProperty]
    public RequestForm Form { get; set; } = new();

    public PlaceChoices Places { get; private set; } = null!;

    /// <summary>What is missing, as field names of the form.</summary>
    public IReadOnlySet<string> Missing { get; private set; } = new HashSet<string>();

    public string? Problem { get; private set; }

    /// <summary>The ticket that was just opened.</summary>
    public Ticket? Opened { get; private set; }

    public string ProgressLink { get; private set; } = "";

    public string ProgressToken { get; private set; } = "";

    public async Task OnGetAsync(string? opened, string? source, CancellationToken ct)
    {
        var by = await StaffAsync();
        Form.Source = source;
        Places = await places.ReadAsync(Form, by, ct);
        var ticket = opened is null ? null : await db.Set<Ticket>().AsNoTracking().SingleOrDefaultAsync(t => t.Number == opened, ct);
        if (ticket is null || !policies.MaySee(by, ticket))
            return;
        Opened = ticket;
        ProgressLink = links.Progress(ticket.Number);
        ProgressToken = links.ProgressToken(ticket.Number);
    }

    /// <summary>The place's pick lists after a change, or after a place was typed.</summary>
    public async Task<IActionResult> OnGetPlaceAsync([FromQuery] RequestForm form, string? typed, CancellationToken ct)
    {
        var by = await StaffAsync();
        var choices = await places.ReadAsync(form, by, ct);
        if (!string.IsNullOrWhiteSpace(typed))
        {
            places.Type(form, typed);
            choices = await places.ReadAsync(form, by, ct);
        }

        return Partial("_Place", choices);
    }

    /// <summary>People of the register whom the typed words may mean.</summary>
    public async Task<IActionResult> OnGetOwnersAsync(string? find, int? roomId, CancellationToken ct)
    {
        var by = await StaffAsync();
        var matches = string.IsNullOrWhiteSpace(find) && roomId is { } room ? await owners.LivingInAsync(room, by, ct) : await owners.FindAsync(find, by, ct);
        return Partial("_Owners", matches);
    }

    public async Task<IActionResult> OnPostAsync(List<IFormFile> photos, CancellationToken ct)
    {
        var by = await StaffAsync();
        var place = await places.ResolveAsync(Form, by, ct);
        Missing = FindMissing(place is not null);
        if (Missing.Count > 0)
            return await AgainAsync(ConsoleTexts.FormIncomplete, by, ct);
        List<StoredFile> stored = [];
        foreach (var photo in photos.Where(photo => photo.Length > 0).Take(MaxPhotos))
        {
            await using var content = photo.OpenReadStream();
            var saved = await files.SaveAsync(content, isPrivate: Form.RoomId is not null, FileKinds.Picture, ct);
            if (saved.File is null)
                return await AgainAsync(ConsoleTexts.PhotoRefused, by, ct);
            stored.Add(saved.File);
        }

        var number = await enter.RunAsync(Form, place!, stored, by, ct);
        return Redirect($"/console/new?opened={number}&source={Uri.EscapeDataString(Form.Source!)}");
    }

    private HashSet<string> FindMissing(bool hasPlace)
    {
        HashSet<string> missing = [];
        if (!ConsoleTexts.Sources.Contains(Form.Source))
            missing.Add(nameof(Form.Source));
        if (string.IsNullOrWhiteSpace(Form.Words) || Form.Words.Length > RequestForm.MaxWords)
            missing.Add(nameof(Form.Words));
        if (!hasPlace)
            missing.Add(nameof(Form.EstateId));
        if (Form.CallerName?.Length > MaxName)
            missing.Add(nameof(Form.CallerName));
        if (Form.CallerPhone?.Length > MaxPhone)
            missing.Add(nameof(Form.CallerPhone));
        if (Form.Key.Length is 0 or > 40)
            missing.Add(nameof(Form.Key));
        return missing;
    }

    private async Task<IActionResult> AgainAsync(string problem, StaffMember by, CancellationToken ct)
    {
        Problem = problem;
        Places = await places.ReadAsync(Form, by, ct);
        return Page();
    }
}
