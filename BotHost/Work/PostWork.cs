using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Files;
using ChatDesk.BotHost.Security;
using ChatDesk.BotHost.Tickets;
using ChatDesk.Channels.Activities;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Work;

/// <summary>
/// Carries out a form of the work page: stores its files, then acts once, however often it is sent. A phone that queues entries
/// names each of them; a form without a name is told by what it says and by the last event that its page showed.
/// </summary>
public sealed class PostWork(DeskWork work, FileStore store, DeskCalendar calendar)
{
    /// <param name="ticket">As the person saw it.</param>
    /// <param name="form">What was typed and pressed.</param>
    /// <param name="files">What came with it.</param>
    /// <param name="weComUserId">Who sends it.</param>
    /// <param name="key">The entry's name on the phone; null for a form sent by the browser itself.</param>
    /// <param name="ct">Cancels before the change.</param>
    public async Task<WorkResult> RunAsync(Ticket ticket, WorkForm form, WorkFiles files, string weComUserId, string? key, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(files);
        if (form.IsEmptyStep(files.Photos.Count))
            return new(WorkRefusal.NothingToSay);
        if (key is not null && await work.RunAsync(services => StoredAsync(Db(services), ticket, key, weComUserId, ct), ct) is { } before)
            return before;
        var (stored, refusal) = await StoreAsync(files, isPrivate: ticket.RoomId is not null, ct);
        if (refusal != WorkRefusal.None)
            return new(refusal);
        return await work.RunAsync(services => ActAsync(services, ticket, form, stored, weComUserId, key, ct), ct);
    }

    private async Task<(Stored Files, WorkRefusal Refusal)> StoreAsync(WorkFiles files, bool isPrivate, CancellationToken ct)
    {
        Stored stored = new([], null);
        if (files.Bytes > FileStore.MaxRequestBytes)
            return (stored, WorkRefusal.PhotosTooLarge);
        foreach (var photo in files.Photos.Where(photo => photo.Length > 0))
        {
            var (file, refusal) = await StoreAsync(photo, isPrivate, ct);
            if (file is null)
                return (stored, refusal);
            stored.Photos.Add(file);
        }

        if (files.Signature is not { Length: > 0 } drawn)
            return (stored, WorkRefusal.None);
        var (signature, wrong) = await StoreAsync(drawn, isPrivate: true, ct);
        return (stored with { Signature = signature }, wrong);
    }

    private async Task<(StoredFile? File, WorkRefusal Refusal)> StoreAsync(IFormFile sent, bool isPrivate, CancellationToken ct)
    {
        await using var content = sent.OpenReadStream();
        var saved = await store.SaveAsync(content, isPrivate, FileKinds.Picture, ct);
        return saved.Refusal switch
        {
            FileRefusal.None => (saved.File, WorkRefusal.None),
            FileRefusal.TooLarge => (null, WorkRefusal.PhotoTooLarge),
            _ => (null, WorkRefusal.PhotoType),
        };
    }

    private async Task<WorkResult> ActAsync(
        IServiceProvider services, Ticket seen, WorkForm form, Stored stored, string weComUserId, string? key, CancellationToken ct)
    {
        var db = Db(services);
        if (await CurrentStaff.FindAsync(db, weComUserId, ct) is not { } member)
            return new(WorkRefusal.Ticket, new(TicketRefusal.NotFound, null));
        if (key is not null && await StoredAsync(db, seen, key, weComUserId, ct) is { } before)
            return before;
        if (await services.GetRequiredService<ReadMaterials>().PriceAsync(seen.EstateId, form.Used, ct) is not { } used)
            return new(WorkRefusal.Material);
        var signature = stored.Signature is null ? null : Fresh(stored.Signature);
        List<StoredFile> files = [.. stored.Photos.Select(Fresh)];
        var order = form.ToOrder(calendar.Now, seen.AcceptedAt ?? seen.OpenedAt, signature is null ? files : files.Append(signature), signature, used);
        if (key is null && await IsRepeatAsync(db, seen.Id, form.Seen, order, weComUserId, ct))
            return new(WorkRefusal.None, new(TicketRefusal.None, seen)) { IsRepeat = true };
        var outcome = await services.GetRequiredService<ActOnTicket>().RunAsync(seen.Number, order, member, ChannelNames.WeCom, ct);
        if (!outcome.IsDone)
            return new(WorkRefusal.Ticket, outcome);
        if (key is not null)
            db.Add(Entry(key, weComUserId, outcome.Ticket!));
        await db.SaveChangesAsync(ct);
        return new(WorkRefusal.None, outcome);
    }

    private WorkEntry Entry(string key, string weComUserId, Ticket ticket) =>
        new() { Key = key, WeComUserId = weComUserId, TicketId = ticket.Id, Sequence = ticket.LastSequence, At = calendar.Now };

    /// <returns>Null for an entry that was not carried out yet.</returns>
    private static async Task<WorkResult?> StoredAsync(DeskDb db, Ticket ticket, string key, string weComUserId, CancellationToken ct)
    {
        var entry = await db.Set<WorkEntry>().AsNoTracking().SingleOrDefaultAsync(e => e.Key == key, ct);
        if (entry is null)
            return null;
        return entry.WeComUserId == weComUserId && entry.TicketId == ticket.Id
            ? new(WorkRefusal.None, new(TicketRefusal.None, ticket)) { IsRepeat = true }
            : new(WorkRefusal.Key);
    }

    /// <summary>Whether this person's same event came after the one that the form's page showed: a second press, or a retry of the browser.</summary>
    private static async Task<bool> IsRepeatAsync(DeskDb db, long ticketId, int seen, TicketOrder order, string weComUserId, CancellationToken ct)
    {
        var type = TicketRules.EventOf(order.Action);
        var since = await db.Set<TicketEvent>().AsNoTracking().AsSplitQuery().Include(e => e.Text).Include(e => e.Files)
            .Where(e => e.TicketId == ticketId && e.Sequence > seen && e.Type == type && e.ActorId == weComUserId).OrderBy(e => e.Sequence).ToListAsync(ct);
        return since.Exists(e => (e.Text?.Text ?? e.Data.Reason) == order.Text && e.Data.Materials == order.Materials && e.Data.Pause == order.Pause
            && (e.Data.Used ?? []).SequenceEqual(order.Used) && HasSame(e.Files, order.Files));
    }

    private static bool HasSame(IEnumerable<StoredFile> some, IEnumerable<StoredFile> others) =>
        some.Select(file => file.Sha256).Order(StringComparer.Ordinal).SequenceEqual(others.Select(file => file.Sha256).Order(StringComparer.Ordinal));

    /// <summary>A row that no earlier try of the same work has touched.</summary>
    private static StoredFile Fresh(StoredFile file) =>
        new() { Key = file.Key, ContentType = file.ContentType, Size = file.Size, Sha256 = file.Sha256, IsPrivate = file.IsPrivate };

    private static DeskDb Db(IServiceProvider services) => services.GetRequiredService<DeskDb>();

    private sealed record Stored(List<StoredFile> Photos, StoredFile? Signature);
}
