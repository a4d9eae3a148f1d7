using ChatDesk.BotHost.Conversations;
using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Tickets;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Delivery;

/// <summary>A word to the owner about a ticket: what, which way, and what became of it.</summary>
/// <param name="QueuedAt">When it was to be told.</param>
/// <param name="Line">What it says, in a line.</param>
/// <param name="Rung">The way that it took or takes.</param>
/// <param name="State">What became of it.</param>
/// <param name="SentAt">When it went out; null before.</param>
/// <param name="Why">Why the ways before did not carry it; null for none.</param>
/// <param name="IsPossibleRepeat">The owner may have got it twice.</param>
public sealed record OwnerReminder(
    DateTimeOffset QueuedAt, string Line, DeliveryRung Rung, OutboxState State, DateTimeOffset? SentAt, string? Why, bool IsPossibleRepeat);

/// <summary>What an owner was told about a ticket, and how much may still be sent.</summary>
/// <param name="Budget">客服消息 left; null for a ticket without a chat in the official account.</param>
/// <param name="Reminders">Newest first.</param>
public sealed record OwnerReminders(BudgetLeft? Budget, IReadOnlyList<OwnerReminder> Reminders)
{
    /// <summary>Differs when anything of it differs.</summary>
    public int Stamp => Reminders.Sum(reminder => 1 + (int)reminder.State) * 100 + (Budget?.Left ?? 0);
}

/// <summary>Reads it for the console and the API.</summary>
public sealed class ReadReminders(DeskDb db, BudgetLedger ledger)
{
    private const int LineLength = 60;

    public async Task<OwnerReminders> RunAsync(Ticket ticket, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        var chat = await db.Set<Conversation>().AsNoTracking()
            .SingleOrDefaultAsync(c => c.Id == ticket.ConversationId && c.Channel == Channels.Activities.ChannelNames.OfficialAccount, ct);
        var rows = await db.Set<OutboxMessage>().AsNoTracking()
            .Where(row => row.TicketNumber == ticket.Number && row.Purpose != DeliveryPurpose.Staff)
            .OrderByDescending(row => row.Id).ToListAsync(ct);
        return new(chat is null ? null : await ledger.LeftAsync(chat, ct), [.. rows.Select(Reminder)]);
    }

    /// <summary>When the owner of each ticket was last told something; tickets without a word are not in it.</summary>
    public async Task<IReadOnlyDictionary<string, DateTimeOffset>> LastAsync(IReadOnlyCollection<string> numbers, CancellationToken ct) =>
        await db.Set<OutboxMessage>()
            .Where(row => row.TicketNumber != null && numbers.Contains(row.TicketNumber) && row.Purpose != DeliveryPurpose.Staff && row.State == OutboxState.Sent)
            .GroupBy(row => row.TicketNumber!)
            .Select(rows => new { Number = rows.Key, At = rows.Max(row => row.SentAt) })
            .ToDictionaryAsync(last => last.Number, last => last.At!.Value, ct);

    private static OwnerReminder Reminder(OutboxMessage row) => new(
        row.QueuedAt,
        row.Brief ?? OwnerTickets.Line(ActivityJson.Read(row.ActivityJson).Text ?? "", LineLength),
        row.Rung,
        row.State,
        row.SentAt,
        row.Refusals,
        row.IsPossibleRepeat);
}
