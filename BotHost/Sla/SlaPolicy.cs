using ChatDesk.BotHost.Tickets;

namespace ChatDesk.BotHost.Sla;

/// <summary>One clock of the timer table (section 17 of the requirements): what starts it, what meets it, who hears of it when.</summary>
public sealed record SlaPolicy
{
    /// <summary>T4, T5, T6, T7, T10, or N10 for the ladder of a ticket that nobody took.</summary>
    public required string Timer { get; init; }

    /// <summary>The kinds of tickets that it runs on.</summary>
    public required IReadOnlyList<TicketKind> Kinds { get; init; }

    /// <summary>Starts it, unless it is running: what is owed to the owner is not put off by a return or a transfer.</summary>
    public required IReadOnlyList<TicketEventType> StartsOn { get; init; }

    /// <summary>What was promised has happened.</summary>
    public required IReadOnlyList<TicketEventType> MetBy { get; init; }

    /// <summary>Starts only while somebody (true) or nobody (false) has the ticket; null: either.</summary>
    public bool? WhileAssigned { get; init; }

    /// <summary>Days, not service hours.</summary>
    public bool IsAroundTheClock { get; init; }

    /// <summary>Stands still while work rests (N-21); what owners are told by a time of its own does not.</summary>
    public bool StopsWhilePaused { get; init; }

    /// <summary>From the first to the last.</summary>
    public required IReadOnlyList<SlaStep> Steps { get; init; }

    /// <summary>The steps of an emergency, as many as <see cref="Steps"/>; null: the same.</summary>
    public IReadOnlyList<SlaStep>? EmergencySteps { get; init; }

    public IReadOnlyList<SlaStep> StepsFor(bool isEmergency) => isEmergency && EmergencySteps is not null ? EmergencySteps : Steps;

    /// <summary>By when it must have happened, from the start.</summary>
    public TimeSpan Length(bool isEmergency) => StepsFor(isEmergency).First(step => !step.IsWarning).After;

    /// <summary>Whether the clock stops because the matter is over or takes another course.</summary>
    public bool IsEndedBy(TicketEventType type) =>
        MetBy.Contains(type) || type is TicketEventType.Closed or TicketEventType.Cancelled or TicketEventType.Merged or TicketEventType.Reopened;

    /// <summary>Whether it counts every hour: emergencies and complaints do (decision 18).</summary>
    public bool CountsEveryHour(TicketKind kind, bool isEmergency) => IsAroundTheClock || isEmergency || kind == TicketKind.Complaint;
}

/// <summary>A step on a clock's ladder.</summary>
/// <param name="After">From the start, on the clock's calendar.</param>
/// <param name="Told">Who is told; nobody of them there: the supervisors, then the manager.</param>
/// <param name="IsWarning">T16: before the time is over; not sent once it is.</param>
public sealed record SlaStep(TimeSpan After, IReadOnlyList<SlaAudience> Told, bool IsWarning = false);

/// <summary>Who may be told.</summary>
public enum SlaAudience
{
    /// <summary>Who has the ticket; while nobody has, the team's lead.</summary>
    Assignee,

    /// <summary>客服 on shift.</summary>
    Desk,

    /// <summary>班组长</summary>
    Lead,

    /// <summary>客服主管</summary>
    Supervisors,

    /// <summary>部门经理</summary>
    Manager,
}
