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

    /// <summary>By when what the run promises must have happened.</summary>
    public static DateTimeOffset DueAt(SlaPolicy policy, TicketKind kind, SlaSpan span, DeskCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(span);
        return At(policy, kind, span.StartedAt, span.IsEmergency, policy.Length(span.IsEmergency), calendar);
    }

    /// <summary>When a step is due; null after the last one.</summary>
    public static DateTimeOffset? StepAt(SlaPolicy policy, TicketKind kind, DateTimeOffset startedAt, bool isEmergency, int step, DeskCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var steps = policy.StepsFor(isEmergency);
        return step < steps.Count ? At(policy, kind, startedAt, isEmergency, steps[step].After, calendar) : null;
    }

    private static DateTimeOffset At(
        SlaPolicy policy, TicketKind kind, DateTimeOffset startedAt, bool isEmergency, TimeSpan after, DeskCalendar calendar) =>
        policy.CountsEveryHour(kind, isEmergency) ? startedAt + after : ServiceHours.Add(calendar, startedAt, after);

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
