using ChatDesk.BotHost.Conversations;
using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Delivery;
using ChatDesk.BotHost.Estates;
using ChatDesk.BotHost.Intake;
using ChatDesk.BotHost.Owners;
using ChatDesk.BotHost.Security;
using ChatDesk.BotHost.Staff;
using ChatDesk.BotHost.Tickets;
using ChatDesk.Channels.Activities;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Pages.Console;

/// <summary>One message of a chat.</summary>
/// <param name="At">When it came, or was queued.</param>
/// <param name="IsOurs">Whether the desk said it.</param>
/// <param name="Activity">What was said.</param>
/// <param name="State">What became of it; null for what the person said, and for replies.</param>
public sealed record ChatLine(DateTimeOffset At, bool IsOurs, Activity Activity, OutboxState? State);

/// <summary>A chat with its person.</summary>
public sealed record ChatView(Conversation Conversation, Owners.Owner? Owner, IReadOnlyList<Place> Homes, IReadOnlyList<ChatLine> Lines, DateTimeOffset Now)
{
    /// <summary>Differs when a message came or changed its state.</summary>
    public string Stamp => $"{Lines.Count}.{(Lines.Count == 0 ? 0 : Lines.Max(line => line.At.Ticks))}.{Lines.Sum(line => (int?)line.State ?? 0)}.{Conversation.IsHandedOver}";
}

/// <summary>Reads a chat from what came in and what went out.</summary>
public sealed class ChatReader(DeskDb db, OwnerDirectory owners, Policies policies, DeskCalendar calendar)
{
    private const int MaxLines = 60;

    /// <returns>Null where there is none, or its person lives and reported only where the member does not work.</returns>
    public async Task<ChatView?> FindAsync(long id, StaffMember by, CancellationToken ct)
    {
        var conversation = await db.Set<Conversation>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct);
        if (conversation is null)
            return null;
        var homes = conversation.OwnerId is { } ownerId ? await owners.HomesOfAsync(ownerId, ct) : [];
        var estates = await EstatesAsync(id, homes, ct);
        if (estates.Count > 0 && !estates.Exists(estate => policies.WorksFor(by, estate)))
            return null;
        var owner = await db.Set<Owners.Owner>().AsNoTracking().SingleOrDefaultAsync(o => o.Id == conversation.OwnerId, ct);
        return new(conversation, owner, [.. homes.Select(home => home.Place)], await LinesAsync(conversation, ct), calendar.Now);
    }

    /// <summary>Where the person lives or reported something; empty for a stranger, who belongs to whoever looks first.</summary>
    private async Task<List<int>> EstatesAsync(long id, IReadOnlyList<Home> homes, CancellationToken ct)
    {
        var reported = await db.Set<Ticket>().Where(ticket => ticket.ConversationId == id).Select(ticket => ticket.EstateId).Distinct().ToListAsync(ct);
        return [.. homes.Select(home => home.Place.EstateId).Union(reported)];
    }

    private async Task<IReadOnlyList<ChatLine>> LinesAsync(Conversation with, CancellationToken ct)
    {
        var came = await db.Set<InboxMessage>().AsNoTracking()
            .Where(m => m.SenderId == with.PeerId && m.Channel == with.Channel && m.Account == with.Account)
            .OrderByDescending(m => m.Id).Take(MaxLines).ToListAsync(ct);
        var went = await db.Set<OutboxMessage>().AsNoTracking()
            .Where(m => m.RecipientId == with.PeerId && m.Channel == with.Channel && m.Account == with.Account)
            .OrderByDescending(m => m.Id).Take(MaxLines).ToListAsync(ct);
        return
        [
            .. came.SelectMany(Lines)
                .Concat(went.Where(m => m.Purpose != DeliveryPurpose.Reply).Select(m => new ChatLine(m.QueuedAt, IsOurs: true, ActivityJson.Read(m.ActivityJson), m.State)))
                .OrderBy(line => line.At).TakeLast(MaxLines),
        ];
    }

    /// <summary>A message and, right after it, what the turn answered; replies that went through the outbox are told once, here.</summary>
    private static IEnumerable<ChatLine> Lines(InboxMessage message)
    {
        yield return new(message.ReceivedAt, IsOurs: false, ActivityJson.Read(message.ActivityJson), null);
        if (message.ReplyJson is not null)
            yield return new(message.ReceivedAt.AddMilliseconds(1), IsOurs: true, ActivityJson.Read(message.ReplyJson), null);
    }
}
