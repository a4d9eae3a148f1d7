using ChatDesk.BotHost.Conversations;
using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Estates;

namespace ChatDesk.BotHost.Tickets;

/// <summary>What is known when a ticket is opened.</summary>
public sealed record NewTicket
{
    public required TicketKind Kind { get; init; }

    public required string? Category { get; init; }

    public required TicketUrgency Urgency { get; init; }

    /// <summary>One line, without personal data.</summary>
    public required string Subject { get; init; }

    /// <summary>The reporter's own words.</summary>
    public required string Words { get; init; }

    public required Place Place { get; init; }

    public required string Channel { get; init; }

    public string? Source { get; init; }

    public int? OwnerId { get; init; }

    /// <summary>The reporter's chat; null for a caller at the telephone.</summary>
    public Conversation? Conversation { get; init; }

    public IReadOnlyList<StoredFile> Files { get; init; } = [];
}

/// <summary>Opens a ticket: 受理. What follows (dispatch, clocks) comes from the reactions to its first event.</summary>
public sealed class OpenTicket(DeskDb db, TicketJournal journal, TicketNumbers numbers, TimeProvider clock)
{
    /// <summary>Adds the ticket to this scope's change; the caller saves.</summary>
    public async Task<Ticket> RunAsync(NewTicket wanted, Actor reporter, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        Ticket ticket = new()
        {
            Number = await numbers.NextAsync(ct),
            Kind = wanted.Kind,
            Subject = wanted.Subject.Length <= Ticket.SubjectMaxLength ? wanted.Subject : wanted.Subject[..Ticket.SubjectMaxLength],
            EstateId = wanted.Place.EstateId,
            BuildingId = wanted.Place.BuildingId,
            UnitId = wanted.Place.UnitId,
            RoomId = wanted.Place.RoomId,
            Place = wanted.Place.Text,
            OwnerId = wanted.OwnerId,
            Conversation = wanted.Conversation,
            Channel = wanted.Channel,
            Source = wanted.Source,
            OpenedAt = clock.GetUtcNow(),
        };
        db.Add(ticket);
        TicketEventData data = new() { Category = wanted.Category, Urgency = wanted.Urgency };
        await journal.AppendAsync(ticket, TicketEventType.Opened, reporter, data, wanted.Words, wanted.Files, ct);
        return ticket;
    }
}
