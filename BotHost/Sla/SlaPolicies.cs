using ChatDesk.BotHost.Tickets;
using static ChatDesk.BotHost.Tickets.TicketEventType;

namespace ChatDesk.BotHost.Sla;

/// <summary>The desk's clocks. Lengths and first levels are the requirements'; second levels and an emergency's ladder are the project's own.</summary>
/// <remarks>docs/decisions/0005-clocks.md says why they start, run on and end as they do.</remarks>
public static class SlaPolicies
{
    private static readonly TimeSpan LeastNotice = TimeSpan.FromMinutes(2);

    private static readonly TicketEventType[] Taken = [Accepted, Assigned, Transferred, Finished];

    /// <summary>受理 to 派单, 5 min.</summary>
    public static SlaPolicy Dispatch { get; } = new()
    {
        Timer = "T4",
        Kinds = [TicketKind.Repair, TicketKind.Complaint, TicketKind.Suggestion],
        StartsOn = [Opened],
        MetBy = [Dispatched, .. Taken],
        Steps = Ladder(TimeSpan.FromMinutes(5), SlaAudience.Desk, [SlaAudience.Supervisors], TimeSpan.FromMinutes(15), SlaAudience.Manager),
    };

    /// <summary>接单 to a contact with the owner, 30 min.</summary>
    public static SlaPolicy Contact { get; } = new()
    {
        Timer = "T5",
        Kinds = [TicketKind.Repair],
        StartsOn = [Accepted, Assigned, Transferred, Reopened],
        MetBy = [ContactMade, Arrived, Finished],
        WhileAssigned = true,
        Steps = Ladder(TimeSpan.FromMinutes(30), SlaAudience.Assignee, [SlaAudience.Lead], TimeSpan.FromMinutes(60), SlaAudience.Supervisors),
    };

    /// <summary>接单 to 到场, 2 h. A step is reported from the place.</summary>
    public static SlaPolicy OnSite { get; } = new()
    {
        Timer = "T6",
        Kinds = [TicketKind.Repair],
        StartsOn = [Accepted, Assigned, Transferred, Reopened],
        MetBy = [Arrived, StepAdded, Finished],
        WhileAssigned = true,
        StopsWhilePaused = true,
        Steps = Ladder(TimeSpan.FromHours(2), SlaAudience.Assignee, [SlaAudience.Lead, SlaAudience.Manager], TimeSpan.FromHours(4), SlaAudience.Supervisors),
    };

    /// <summary>完工 to 回访 of a repair, 24 h.</summary>
    public static SlaPolicy FollowUp { get; } = new()
    {
        Timer = "T7",
        Kinds = [TicketKind.Repair],
        StartsOn = [Finished],
        MetBy = [Rated, Closed],
        IsAroundTheClock = true,
        Steps = Ladder(TimeSpan.FromHours(24), SlaAudience.Desk, [SlaAudience.Supervisors], TimeSpan.FromHours(48), SlaAudience.Manager),
    };

    /// <summary>A complaint to the first person who takes it, 2 h.</summary>
    public static SlaPolicy ComplaintTaken { get; } = new()
    {
        Timer = "T10",
        Kinds = [TicketKind.Complaint],
        StartsOn = [Opened],
        MetBy = Taken,
        Steps = Ladder(TimeSpan.FromHours(2), SlaAudience.Desk, [SlaAudience.Supervisors, SlaAudience.Manager], TimeSpan.FromHours(4), SlaAudience.Manager),
    };

    /// <summary>N-10: nobody took it. Stops on acceptance, not on reading; a returned ticket begins again.</summary>
    public static SlaPolicy Unaccepted { get; } = new()
    {
        Timer = "N10",
        Kinds = [TicketKind.Repair, TicketKind.Complaint, TicketKind.Suggestion],
        StartsOn = [Opened, Returned, Reopened],
        MetBy = Taken,
        WhileAssigned = false,
        Steps = [new(TimeSpan.FromMinutes(5), [SlaAudience.Lead]), new(TimeSpan.FromMinutes(15), [SlaAudience.Manager])],
        EmergencySteps =
        [
            new(TimeSpan.FromMinutes(1), [SlaAudience.Lead]),
            new(TimeSpan.FromMinutes(3), [SlaAudience.Manager, SlaAudience.Supervisors]),
        ],
    };

    public static IReadOnlyList<SlaPolicy> All { get; } = [Dispatch, Contact, OnSite, FollowUp, ComplaintTaken, Unaccepted];

    public static SlaPolicy Of(string timer) => All.Single(policy => policy.Timer == timer);

    /// <summary>A warning at four fifths of the time, at least 2 min before its end (p), the breach, and one level more.</summary>
    private static SlaStep[] Ladder(TimeSpan length, SlaAudience warned, SlaAudience[] onBreach, TimeSpan later, SlaAudience then) =>
    [
        new(length * 0.2 < LeastNotice ? length - LeastNotice : length * 0.8, [warned], IsWarning: true),
        new(length, onBreach),
        new(later, [then]),
    ];
}
