using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Tickets;

namespace ChatDesk.BotHost.Sla;

/// <summary>One run of a clock on a ticket.</summary>
/// <param name="Round">1 for the first run of this clock on the ticket.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="EndedAt">When it was met or given up; null while it runs.</param>
/// <param name="IsMet">Whether what was promised happened.</param>
/// <param name="IsEmergency">Whether the ticket is, or was when it ended, an emergency.</param>
public sealed record SlaSpan(int Round, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, bool IsMet, bool IsEmergency);

/// <summary>What the clocks say: pure functions of a ticket's events, the policy and the calendar.</summary>
public static class SlaClock
{
    /// <summary>The runs of a clock, in order; at most the last one is still running.</summary>
    public static IReadOnlyList<SlaSpan> Spans(SlaPolicy policy, TicketKind kind, IEnumerable<TicketEvent> events)
    {
        ArgumentNullException.ThrowIfNull(policy);
        List<SlaSpan> spans = [];
        if (!policy.Kinds.Contains(kind))
            return spans;
        var isAssigned = false;
        var isEmergency = false;
        foreach (var happened in events.OrderBy(e => e.Sequence))
        {
            isAssigned = IsAssignedAfter(happened.Type, isAssigned);
            isEmergency = happened.Data.Urgency is { } urgency ? urgency == TicketUrgency.Emergency : isEmergency;
            if (spans is [.., { EndedAt: null } running])
                spans[^1] = Continue(running, policy, happened, isEmergency);
            if (spans is not [.., { EndedAt: null }] && policy.StartsOn.Contains(happened.Type) && (policy.WhileAssigned ?? isAssigned) == isAssigned)
                spans.Add(new(spans.Count + 1, happened.At, EndedAt: null, IsMet: false, isEmergency));
        }

        return spans;
    }

    /// <summary>When the clock stood still; empty for those that never do.</summary>
    public static IReadOnlyList<PauseSpan> Pauses(SlaPolicy policy, IEnumerable<TicketEvent> events)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return policy.StopsWhilePaused ? TicketPause.Spans(events) : [];
    }

    /// <summary>By when what the run promises must have happened.</summary>
    public static DateTimeOffset DueAt(SlaPolicy policy, TicketKind kind, SlaSpan span, DeskCalendar calendar, IReadOnlyList<PauseSpan>? pauses = null)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(span);
        var everyHour = policy.CountsEveryHour(kind, span.IsEmergency);
        return At(span.StartedAt, policy.Length(span.IsEmergency), everyHour, calendar, pauses ?? []);
    }

    /// <summary>When a step is due; null after the last one.</summary>
    public static DateTimeOffset? StepAt(
        SlaPolicy policy, TicketKind kind, DateTimeOffset startedAt, bool isEmergency, int step, DeskCalendar calendar, IReadOnlyList<PauseSpan>? pauses = null)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var steps = policy.StepsFor(isEmergency);
        var everyHour = policy.CountsEveryHour(kind, isEmergency);
        return step < steps.Count ? At(startedAt, steps[step].After, everyHour, calendar, pauses ?? []) : null;
    }

    /// <summary>The instant at which so much of the clock's time has passed since its start, pauses left out.</summary>
    private static DateTimeOffset At(DateTimeOffset start, TimeSpan after, bool everyHour, DeskCalendar calendar, IReadOnlyList<PauseSpan> pauses)
    {
        foreach (var pause in pauses.Where(pause => pause.To > start))
        {
            var due = Add(start, after, everyHour, calendar);
            if (due <= pause.From)
                return due;
            if (pause.From > start)
                after -= everyHour ? pause.From - start : ServiceHours.Between(calendar, start, pause.From);
            start = pause.To;
        }

        return Add(start, after, everyHour, calendar);
    }

    private static DateTimeOffset Add(DateTimeOffset start, TimeSpan after, bool everyHour, DeskCalendar calendar) =>
        everyHour ? start + after : ServiceHours.Add(calendar, start, after);

    private static SlaSpan Continue(SlaSpan running, SlaPolicy policy, TicketEvent happened, bool isEmergency) => policy.IsEndedBy(happened.Type)
        ? running with { EndedAt = happened.At, IsMet = policy.MetBy.Contains(happened.Type) }
        : running with { IsEmergency = isEmergency };

    private static bool IsAssignedAfter(TicketEventType type, bool before) => type switch
    {
        TicketEventType.Accepted or TicketEventType.Assigned or TicketEventType.Transferred => true,
        TicketEventType.Returned => false,
        _ => before,
    };
}
