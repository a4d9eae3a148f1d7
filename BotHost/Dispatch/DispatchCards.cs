using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Delivery;
using ChatDesk.BotHost.Staff;
using ChatDesk.BotHost.Texts;
using ChatDesk.BotHost.Tickets;
using ChatDesk.Channels.Activities;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Dispatch;

/// <summary>Queues a ticket's cards and their updates.</summary>
public sealed class DispatchCards(DeskDb db, Outbox outbox, CardView view, StaffChannel channel, StaffRoster roster, TimeProvider clock)
{
    /// <summary>What stands for a card's code in a queued update, until the code is known: <see cref="CardCodes"/>.</summary>
    public const string CodeOfTask = "task:";

    /// <summary>Sends each of them a card of their own, exactly once per cause.</summary>
    public async Task OfferAsync(Ticket ticket, IEnumerable<StaffMember> members, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        ArgumentNullException.ThrowIfNull(members);
        var words = await WordsAsync(ticket, ct);
        foreach (var member in members)
        {
            var taskId = $"{ticket.Number}-{ticket.LastSequence}-{member.Id}";
            db.Add(new DispatchCard
            {
                TicketNumber = ticket.Number,
                TaskId = taskId,
                WeComUserId = member.WeComUserId,
                Account = channel.Account,
                CreatedAt = clock.GetUtcNow(),
            });
            var card = view.For(ticket, member.WeComUserId, taskId, words, NameOf(ticket.Assignee));
            outbox.ToStaff($"card:{taskId}", channel.Account, [member.WeComUserId], Message(card.ToAttachment(), ticket), ticket.Number);
        }
    }

    /// <summary>Tells each of them with a card without buttons.</summary>
    public async Task NoticeAsync(Ticket ticket, IEnumerable<StaffMember> members, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        ArgumentNullException.ThrowIfNull(members);
        var words = await WordsAsync(ticket, ct);
        foreach (var member in members)
        {
            var card = view.NoticeFor(ticket, member.WeComUserId, words);
            outbox.ToStaff(
                $"notice:{ticket.Number}:{ticket.LastSequence}:{member.Id}", channel.Account, [member.WeComUserId], Message(card.ToAttachment(), ticket), ticket.Number);
        }
    }

    /// <summary>
    /// Brings the ticket's cards to what their holders should see now. A card that says already who took the ticket and cannot be
    /// changed again stays as it is, unless its holder has had the ticket.
    /// </summary>
    public async Task RefreshAllAsync(Ticket ticket, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        var hadIt = await AssigneesAsync(ticket, ct);
        foreach (var card in await LatestOfEachAsync(ticket.Number, ct))
        {
            if (card.Updates == 0 || card.ResponseCode is not null || hadIt.Contains(card.WeComUserId))
                await RefreshAsync(ticket, card, ct);
        }
    }

    /// <summary>Brings one card to what its holder should see now.</summary>
    public async Task RefreshAsync(Ticket ticket, DispatchCard card, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        ArgumentNullException.ThrowIfNull(card);
        card.Updates++;
        var content = view.For(ticket, card.WeComUserId, card.TaskId, await WordsAsync(ticket, ct), NameOf(ticket.Assignee));
        OutgoingMessage update = new() { Attachments = [content.ToAttachment()], Replaces = CodeOfTask + card.TaskId };
        outbox.ToStaff($"update:{card.TaskId}:{card.Updates}", card.Account, [card.WeComUserId], update, ticket.Number);
    }

    /// <summary>The newest card that a member has of the ticket.</summary>
    public async Task<DispatchCard?> LatestOfAsync(string number, string weComUserId, CancellationToken ct) =>
        (await LatestOfEachAsync(number, ct)).Find(card => card.WeComUserId == weComUserId);

    /// <summary>A card, and the line that an SMS says in its place.</summary>
    private static OutgoingMessage Message(Attachment card, Ticket ticket) => new() { Attachments = [card], Brief = DispatchTexts.CardLine(ticket) };

    private async Task<List<DispatchCard>> LatestOfEachAsync(string number, CancellationToken ct)
    {
        var cards = await db.Set<DispatchCard>().Where(card => card.TicketNumber == number).ToListAsync(ct);
        var added = db.Set<DispatchCard>().Local.Where(card => card.TicketNumber == number && card.Id == 0);
        return [.. cards.Concat(added).GroupBy(card => card.WeComUserId).Select(own => own.MaxBy(card => (card.CreatedAt, card.TaskId))!)];
    }

    /// <summary>Everybody who has it or had it.</summary>
    private async Task<HashSet<string?>> AssigneesAsync(Ticket ticket, CancellationToken ct)
    {
        var before = await db.Set<TicketEvent>().AsNoTracking()
            .Where(happened => happened.TicketId == ticket.Id
                && (happened.Type == TicketEventType.Accepted || happened.Type == TicketEventType.Assigned || happened.Type == TicketEventType.Transferred))
            .Select(happened => happened.Data).ToListAsync(ct);
        return [ticket.Assignee, .. before.Select(data => data.Assignee)];
    }

    private async Task<string?> WordsAsync(Ticket ticket, CancellationToken ct)
    {
        var first = ticket.Events.Find(happened => happened.Sequence == 1)?.Text?.Text;
        return first ?? await db.Set<TicketEvent>().Where(happened => happened.TicketId == ticket.Id && happened.Sequence == 1)
            .Select(happened => happened.Text!.Text).SingleOrDefaultAsync(ct);
    }

    private string? NameOf(string? weComUserId) => weComUserId is null ? null : roster.Find(weComUserId)?.Name ?? weComUserId;
}
