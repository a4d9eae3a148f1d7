namespace ChatDesk.BotHost.Tickets;

/// <summary>Hears of each event inside the change that makes it, and adds what follows from it to the same change.</summary>
public interface ITicketReaction
{
    /// <summary>May append further events through the journal, start clocks, queue deliveries; never saves.</summary>
    Task OnAsync(TicketChange change, CancellationToken ct);
}

/// <summary>An event that was just folded into its ticket.</summary>
public sealed record TicketChange(Ticket Ticket, TicketEvent Event);

/// <summary>The only way to change a ticket: appends an event, folds it into the row, and lets the features react. The caller saves once.</summary>
public sealed class TicketJournal(TimeProvider clock, IServiceProvider services)
{
    private readonly Lazy<ITicketReaction[]> _reactions = new(() => [.. services.GetServices<ITicketReaction>()]);

    /// <summary>Appends one event.</summary>
    /// <param name="ticket">Tracked by this scope's database.</param>
    /// <param name="type">What happened.</param>
    /// <param name="actor">Who did it.</param>
    /// <param name="data">The facts that the type needs.</param>
    /// <param name="text">A person's own words, already without control characters.</param>
    /// <param name="files">Stored files that belong to it.</param>
    /// <param name="ct">Cancels the reactions.</param>
    public async Task<TicketEvent> AppendAsync(
        Ticket ticket,
        TicketEventType type,
        Actor actor,
        TicketEventData? data = null,
        string? text = null,
        IReadOnlyList<StoredFile>? files = null,
        CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        ArgumentNullException.ThrowIfNull(actor);
        TicketEvent happened = new()
        {
            TicketId = ticket.Id,
            Sequence = ticket.LastSequence + 1,
            Type = type,
            At = Truncate(clock.GetUtcNow()),
            ActorKind = actor.Kind,
            ActorId = actor.Id,
            Channel = actor.Channel,
            Data = data ?? new TicketEventData(),
            Text = string.IsNullOrWhiteSpace(text) ? null : TicketChain.Seal(text),
            Files = [.. files ?? []],
        };
        happened.Seal(ticket.LastHash);
        ticket.Events.Add(happened);
        ticket.Apply(happened);
        foreach (var reaction in _reactions.Value)
            await reaction.OnAsync(new TicketChange(ticket, happened), ct);
        return happened;
    }

    /// <summary>Milliseconds: what all three databases keep and the chain covers.</summary>
    private static DateTimeOffset Truncate(DateTimeOffset at) => new(at.Ticks - (at.Ticks % TimeSpan.TicksPerMillisecond), at.Offset);
}
