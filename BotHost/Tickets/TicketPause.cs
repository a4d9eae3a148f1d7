namespace ChatDesk.BotHost.Tickets;

/// <summary>Why work on a ticket rests (N-21).</summary>
public enum PauseReason
{
    /// <summary>等待配件</summary>
    WaitingForParts,

    /// <summary>业主不在家</summary>
    OwnerAway,

    /// <summary>等待第三方</summary>
    ThirdParty,
}

/// <summary>How long a pause may be, and what ends it.</summary>
public static class TicketPause
{
    /// <summary>What an engineer may pause a ticket for by himself, all his pauses since it was taken up added (p).</summary>
    public static readonly TimeSpan EngineerLimit = TimeSpan.FromHours(24);

    /// <summary>What whoever directs the work may grant at a time (p).</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromDays(7);

    /// <summary>Whether the event ends a pause: work goes on, or the matter takes another course.</summary>
    public static bool IsEndedBy(TicketEventType type) => type is TicketEventType.Resumed or TicketEventType.Departed or TicketEventType.Arrived
        or TicketEventType.StepAdded or TicketEventType.Finished or TicketEventType.Returned or TicketEventType.Assigned or TicketEventType.Transferred
        or TicketEventType.Reopened or TicketEventType.Closed or TicketEventType.Cancelled or TicketEventType.Merged;

    /// <summary>When work rested, in order. A pause ends at its planned end at the latest; one that replaces another continues it.</summary>
    public static IReadOnlyList<PauseSpan> Spans(IEnumerable<TicketEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        List<PauseSpan> spans = [];
        var isRunning = false;
        foreach (var happened in events.OrderBy(e => e.Sequence))
        {
            if (isRunning && (happened.Type == TicketEventType.Paused || IsEndedBy(happened.Type)))
                spans[^1] = spans[^1] with { To = Earlier(spans[^1].To, happened.At) };
            if (happened.Type == TicketEventType.Paused)
                spans.Add(new(happened.At, happened.Data.PausedUntil ?? happened.At, happened.ActorId));
            isRunning = happened.Type == TicketEventType.Paused || (isRunning && !IsEndedBy(happened.Type));
        }

        return spans;
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}

/// <summary>A time in which work rested.</summary>
/// <param name="From">When it began.</param>
/// <param name="To">When it ended; while it runs, its planned end.</param>
/// <param name="By">Who paused.</param>
public sealed record PauseSpan(DateTimeOffset From, DateTimeOffset To, string? By)
{
    public TimeSpan Length => To - From;
}
