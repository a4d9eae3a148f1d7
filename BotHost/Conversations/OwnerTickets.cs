using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Estates;
using ChatDesk.BotHost.Security;
using ChatDesk.BotHost.Staff;
using ChatDesk.BotHost.Texts;
using ChatDesk.BotHost.Tickets;
using ChatDesk.Knowledge.Understanding;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Conversations;

/// <summary>An owner's tickets as the chat sees them: finding, opening, adding, telling.</summary>
public sealed class OwnerTickets(DeskDb db, OpenTicket open, TicketJournal journal, Links links, StaffRoster roster, DeskCalendar calendar)
{
    private const int SubjectLength = 40;
    private static readonly TimeSpan FinishedLately = TimeSpan.FromDays(7);

    /// <summary>What the message says, as a draft.</summary>
    public static ReportDraft DraftOf(OwnerMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return new ReportDraft
        {
            Words = message.Text,
            Subject = Line(message.Meaning.Masked, SubjectLength),
            Intent = message.Meaning.Intent,
            Category = message.Meaning.Category,
            Urgency = message.Meaning.Urgency,
            Location = message.Meaning.Location,
        };
    }

    /// <summary>One line of at most so many characters.</summary>
    public static string Line(string text, int length)
    {
        ArgumentNullException.ThrowIfNull(text);
        var line = text.ReplaceLineEndings(" ").Trim();
        System.Globalization.StringInfo elements = new(line);
        return elements.LengthInTextElements <= length ? line : elements.SubstringByTextElements(0, length - 1) + "…";
    }

    public async Task<Ticket> OpenAsync(OwnerMessage message, ReportDraft draft, Place place, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(draft);
        var earlier = await db.Set<StoredFile>().Where(file => draft.Files.Contains(file.Key) && file.TicketEventId == null).ToListAsync(ct);
        NewTicket wanted = new()
        {
            Kind = KindOf(draft.Intent),
            Category = (draft.Category ?? Category.Other).Label(),
            Urgency = UrgencyOf(draft.Urgency),
            Subject = draft.Subject,
            Words = draft.Words,
            Place = place,
            Channel = message.Activity.ChannelId,
            OwnerId = message.Conversation.OwnerId,
            Conversation = message.Conversation,
            Files = [.. earlier, .. message.Files],
        };
        var ticket = await open.RunAsync(wanted, message.Actor, ct);
        Remember(message, ticket);
        return ticket;
    }

    /// <summary>Adds the message's words and pictures.</summary>
    public async Task AddAsync(OwnerMessage message, Ticket ticket, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(message);
        await journal.AppendAsync(ticket, TicketEventType.OwnerAdded, message.Actor, text: message.Text, files: message.Files, ct: ct);
        if (UrgencyOf(message.Meaning.Urgency) is var urgency && urgency > ticket.Urgency)
            await journal.AppendAsync(ticket, TicketEventType.Classified, Actor.System("urgency"), new TicketEventData { Urgency = urgency }, ct: ct);
        Remember(message, ticket);
    }

    /// <summary>The ticket that the conversation was about within this time.</summary>
    public async Task<Ticket?> RecentAsync(OwnerMessage message, TimeSpan within, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(message);
        var (number, at) = (message.Conversation.RecentTicket, message.Conversation.RecentTicketAt);
        return number is not null && at + within > message.Now ? await FindOwnAsync(message, number, ct) : null;
    }

    public Task<Ticket?> FindOwnAsync(OwnerMessage message, string number, CancellationToken ct) =>
        Own(message).SingleOrDefaultAsync(ticket => ticket.Number == number, ct);

    /// <summary>What is still owed to the writer; what the message names comes first, then the newest.</summary>
    public async Task<IReadOnlyList<Ticket>> OpenOfAsync(OwnerMessage message, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(message);
        var all = await Own(message)
            .Where(ticket => ticket.State != TicketState.Closed && ticket.State != TicketState.Cancelled && ticket.State != TicketState.Merged)
            .ToListAsync(ct);
        var category = message.Meaning.Category?.Label();
        return
        [
            .. all.OrderByDescending(ticket => ticket.Number == message.Meaning.TicketNumber)
                .ThenByDescending(ticket => category is not null && ticket.Category == category)
                .ThenByDescending(ticket => ticket.IsBeingWorkedOn)
                .ThenByDescending(ticket => ticket.OpenedAt),
        ];
    }

    public Task<Ticket?> LatestAsync(OwnerMessage message, CancellationToken ct) =>
        Own(message).OrderByDescending(ticket => ticket.OpenedAt).FirstOrDefaultAsync(ct);

    /// <summary>A ticket that was declared finished within the last seven days (p).</summary>
    public Task<Ticket?> FinishedLatelyAsync(OwnerMessage message, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(message);
        var since = message.Now - FinishedLately;
        return Own(message).Where(ticket => ticket.FinishedAt >= since && (ticket.State == TicketState.Finished || ticket.State == TicketState.FollowUp || ticket.State == TicketState.Closed))
            .OrderByDescending(ticket => ticket.FinishedAt).FirstOrDefaultAsync(ct);
    }

    public string Receipt(Ticket ticket)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        var next = ticket.Kind switch
        {
            TicketKind.Complaint => OwnerTexts.NextComplaint,
            TicketKind.Suggestion => OwnerTexts.NextSuggestion,
            _ => calendar.LocalNow.Hour is >= 8 and < 22 ? OwnerTexts.NextRepair : OwnerTexts.NextNight,
        };
        return OwnerTexts.Receipt(ticket, next, links.Progress(ticket.Number));
    }

    public string Status(Ticket ticket)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        return OwnerTexts.Status(ticket, StateOf(ticket), links.Progress(ticket.Number));
    }

    public string Urged(Ticket ticket)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        return OwnerTexts.Urged(ticket, StateOf(ticket), ProgressTexts.Length(calendar.Now - ticket.OpenedAt), links.Progress(ticket.Number));
    }

    public string Reopened(Ticket ticket)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        return OwnerTexts.Reopened(ticket, links.Progress(ticket.Number));
    }

    private string StateOf(Ticket ticket) => ProgressTexts.State(
        ticket,
        ticket.Assignee is null ? null : roster.Find(ticket.Assignee)?.Name,
        ticket.ExpectedArrivalAt is { } at ? DispatchTexts.ClockTime(calendar.ToLocal(at)) : null);

    private IQueryable<Ticket> Own(OwnerMessage message) => message.Conversation.OwnerId is { } owner
        ? db.Set<Ticket>().Where(ticket => ticket.ConversationId == message.Conversation.Id || ticket.OwnerId == owner)
        : db.Set<Ticket>().Where(ticket => ticket.ConversationId == message.Conversation.Id);

    private static void Remember(OwnerMessage message, Ticket ticket)
    {
        message.Conversation.RecentTicket = ticket.Number;
        message.Conversation.RecentTicketAt = message.Now;
    }

    private static TicketKind KindOf(Intent intent) => intent switch
    {
        Intent.Complaint => TicketKind.Complaint,
        Intent.Suggestion => TicketKind.Suggestion,
        _ => TicketKind.Repair,
    };

    private static TicketUrgency UrgencyOf(Urgency urgency) => urgency switch
    {
        Urgency.Emergency => TicketUrgency.Emergency,
        Urgency.High => TicketUrgency.High,
        Urgency.Normal => TicketUrgency.Normal,
        _ => TicketUrgency.Low,
    };
}
