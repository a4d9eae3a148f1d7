using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Files;
using ChatDesk.BotHost.Security;
using ChatDesk.BotHost.Tickets;
using ChatDesk.Channels.Activities;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Work;

/// <summary>Carries out a form of the work page: stores its photos, then acts once, however often the form is sent.</summary>
public sealed class PostWork(DeskWork work, FileStore store, DeskCalendar calendar)
{
    public async Task<WorkResult> RunAsync(Ticket ticket, WorkForm form, IReadOnlyList<IFormFile> photos, string weComUserId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(photos);
        var order = form.ToOrder(calendar.Now, []);
        if (order is { Action: TicketAction.Step, Text: null, Materials: null } && photos.Count == 0)
            return new(WorkRefusal.NothingToSay);
        var (files, refusal) = await StoreAsync(photos, isPrivate: ticket.RoomId is not null, ct);
        if (refusal != WorkRefusal.None)
            return new(refusal);
        var outcome = await work.RunAsync(services => ActAsync(services, ticket, form, [.. files.Select(Fresh)], weComUserId, ct), ct);
        return new(outcome.IsDone ? WorkRefusal.None : WorkRefusal.Ticket, outcome);
    }

    private async Task<(List<StoredFile> Files, WorkRefusal Refusal)> StoreAsync(IReadOnlyList<IFormFile> photos, bool isPrivate, CancellationToken ct)
    {
        List<StoredFile> files = [];
        if (photos.Sum(photo => photo.Length) > FileStore.MaxRequestBytes)
            return (files, WorkRefusal.PhotosTooLarge);
        foreach (var photo in photos.Where(photo => photo.Length > 0))
        {
            await using var content = photo.OpenReadStream();
            var saved = await store.SaveAsync(content, isPrivate, FileKinds.Picture, ct);
            if (saved.File is null)
                return (files, saved.Refusal == FileRefusal.TooLarge ? WorkRefusal.PhotoTooLarge : WorkRefusal.PhotoType);
            files.Add(saved.File);
        }

        return (files, WorkRefusal.None);
    }

    private async Task<TicketOutcome> ActAsync(
        IServiceProvider services, Ticket seen, WorkForm form, IReadOnlyList<StoredFile> files, string weComUserId, CancellationToken ct)
    {
        var db = services.GetRequiredService<DeskDb>();
        var order = form.ToOrder(calendar.Now, files);
        if (await CurrentStaff.FindAsync(db, weComUserId, ct) is not { } member)
            return new(TicketRefusal.NotFound, null);
        if (await IsRepeatAsync(db, seen.Id, form.Seen, order, weComUserId, ct))
            return new(TicketRefusal.None, seen);
        var outcome = await services.GetRequiredService<ActOnTicket>().RunAsync(seen.Number, order, member, ChannelNames.WeCom, ct);
        await db.SaveChangesAsync(ct);
        return outcome;
    }

    /// <summary>Whether this person's same event came after the one that the form's page showed: a second press, or a retry of the browser.</summary>
    private static async Task<bool> IsRepeatAsync(DeskDb db, long ticketId, int seen, TicketOrder order, string weComUserId, CancellationToken ct)
    {
        var type = TicketRules.EventOf(order.Action);
        var since = await db.Set<TicketEvent>().AsNoTracking().AsSplitQuery().Include(e => e.Text).Include(e => e.Files)
            .Where(e => e.TicketId == ticketId && e.Sequence > seen && e.Type == type && e.ActorId == weComUserId).OrderBy(e => e.Sequence).ToListAsync(ct);
        return since.Exists(e => (e.Text?.Text ?? e.Data.Reason) == order.Text && e.Data.Materials == order.Materials && HasSame(e.Files, order.Files));
    }

    private static bool HasSame(IEnumerable<StoredFile> some, IEnumerable<StoredFile> others) =>
        some.Select(file => file.Sha256).Order(StringComparer.Ordinal).SequenceEqual(others.Select(file => file.Sha256).Order(StringComparer.Ordinal));

    /// <summary>A row that no earlier try of the same work has touched.</summary>
    private static StoredFile Fresh(StoredFile file) =>
        new() { Key = file.Key, ContentType = file.ContentType, Size = file.Size, Sha256 = file.Sha256, IsPrivate = file.IsPrivate };
}
