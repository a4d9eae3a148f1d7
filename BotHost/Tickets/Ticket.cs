using System.ComponentModel.DataAnnotations;
using ChatDesk.BotHost.Conversations;
using ChatDesk.BotHost.Data;

namespace ChatDesk.BotHost.Tickets;

/// <summary>A ticket's current row: what its events add up to. It changes only by <see cref="Apply"/>.</summary>
public sealed class Ticket : IVersioned
{
    public const int SubjectMaxLength = 200;

    public long Id { get; init; }

    /// <summary>GD + yyMM + "-" + at least four digits; unique.</summary>
    [MaxLength(20)]
    public required string Number { get; init; }

    public required TicketKind Kind { get; init; }

    /// <summary>One of the 19 category labels of the evaluation corpus; null while unknown.</summary>
    [MaxLength(40)]
    public string? Category { get; private set; }

    public TicketUrgency Urgency { get; private set; }

    public TicketState State { get; private set; } = TicketState.Accepted;

    /// <summary>One line for lists and cards, without personal data.</summary>
    [MaxLength(SubjectMaxLength)]
    public required string Subject { get; init; }

    public required int EstateId { get; init; }

    public int? BuildingId { get; init; }

    public int? UnitId { get; init; }

    public int? RoomId { get; init; }

    /// <summary>The place as staff read it: 3栋2单元201, 2栋1单元电梯, 东门.</summary>
    [MaxLength(100)]
    public required string Place { get; init; }

    public int? OwnerId { get; init; }

    /// <summary>Where the reporter is answered; null for a caller at the telephone.</summary>
    public long? ConversationId { get; init; }

    /// <summary>Set when it is opened in a chat, so that a new chat and its ticket are saved together; not loaded otherwise.</summary>
    public Conversation? Conversation { get; init; }

    /// <summary>One of the contract's channel names.</summary>
    [MaxLength(20)]
    public required string Channel { get; init; }

    /// <summary>Where a clerk heard of it: 电话, 前台, 12345, 走访, 流动岗, 业主群, 小程序; null otherwise.</summary>
    [MaxLength(20)]
    public string? Source { get; init; }

    public int? TeamId { get; private set; }

    /// <summary>The engineer's WeCom user id; null while nobody took it.</summary>
    [MaxLength(64)]
    public string? Assignee { get; private set; }

    /// <summary>Counts the times that the work was declared finished: 1 until the owner said that it was not.</summary>
    public int Resolution { get; private set; } = 1;

    /// <summary>How often the owner asked for more speed.</summary>
    public int Urges { get; private set; }

    public required DateTimeOffset OpenedAt { get; init; }

    public DateTimeOffset? DispatchedAt { get; private set; }

    /// <summary>When the present assignee took it.</summary>
    public DateTimeOffset? AcceptedAt { get; private set; }

    public DateTimeOffset? ExpectedArrivalAt { get; private set; }

    public DateTimeOffset? ArrivedAt { get; private set; }

    public DateTimeOffset? FinishedAt { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>The planned end of the pause that runs; null while work goes on.</summary>
    public DateTimeOffset? PausedUntil { get; private set; }

    public PauseReason? Pause { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    public int LastSequence { get; private set; }

    /// <summary>The last event's hash, in hexadecimal.</summary>
    [MaxLength(64)]
    public string LastHash { get; private set; } = "";

    public long Version { get; set; }

    public List<TicketEvent> Events { get; init; } = [];

    /// <summary>Whether anything is still owed on it.</summary>
    public bool IsOpen => State is not (TicketState.Closed or TicketState.Cancelled or TicketState.Merged);

    /// <summary>Whether the repair itself is still owed.</summary>
    public bool IsBeingWorkedOn => State is TicketState.Accepted or TicketState.Reviewed or TicketState.Dispatched or TicketState.InProgress;

    public bool IsPaused => PausedUntil is not null;

    /// <summary>Folds one event into the row. Decision 13 of the requirements says which event moves what.</summary>
    public void Apply(TicketEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        var data = happened.Data;
        if (TicketPause.IsEndedBy(happened.Type))
            (Pause, PausedUntil) = (null, null);
        switch (happened.Type)
        {
            case TicketEventType.Opened:
                Category = data.Category;
                Urgency = data.Urgency ?? TicketUrgency.Normal;
                break;
            case TicketEventType.Reviewed:
                State = TicketState.Reviewed;
                break;
            case TicketEventType.Classified:
                Category = data.Category ?? Category;
                Urgency = data.Urgency ?? Urgency;
                break;
            case TicketEventType.Dispatched:
                State = TicketState.Dispatched;
                TeamId = data.TeamId ?? TeamId;
                DispatchedAt ??= happened.At;
                break;
            case TicketEventType.Accepted or TicketEventType.Assigned or TicketEventType.Transferred:
                Assign(data.Assignee!, happened.At);
                break;
            case TicketEventType.Returned:
                Unassign();
                break;
            case TicketEventType.Departed:
                State = TicketState.InProgress;
                ExpectedArrivalAt = data.ExpectedArrivalAt ?? ExpectedArrivalAt;
                break;
            case TicketEventType.Promised:
                ExpectedArrivalAt = data.ExpectedArrivalAt;
                break;
            case TicketEventType.Arrived:
                State = TicketState.InProgress;
                ArrivedAt = happened.HappenedAt;
                break;
            case TicketEventType.StepAdded:
                State = TicketState.InProgress;
                break;
            case TicketEventType.Paused:
                (Pause, PausedUntil) = (data.Pause, data.PausedUntil);
                break;
            case TicketEventType.Finished:
                State = TicketState.Finished;
                FinishedAt = happened.HappenedAt;
                break;
            case TicketEventType.FollowUpOpened:
                State = TicketState.FollowUp;
                break;
            case TicketEventType.Reopened:
                Reopen();
                break;
            case TicketEventType.Urged:
                Urges++;
                break;
            case TicketEventType.Closed:
                End(TicketState.Closed, happened.At);
                break;
            case TicketEventType.Cancelled:
                End(TicketState.Cancelled, happened.At);
                break;
            case TicketEventType.Merged:
                End(TicketState.Merged, happened.At);
                break;
        }

        ChangedAt = happened.At;
        LastSequence = happened.Sequence;
        LastHash = happened.Hash;
    }

    private void Assign(string assignee, DateTimeOffset at)
    {
        if (State is TicketState.Accepted or TicketState.Reviewed)
            State = TicketState.Dispatched;
        Assignee = assignee;
        AcceptedAt = at;
        DispatchedAt ??= at;
    }

    private void Unassign()
    {
        State = TicketState.Dispatched;
        Assignee = null;
        AcceptedAt = null;
        ExpectedArrivalAt = null;
        ArrivedAt = null;
    }

    private void Reopen()
    {
        State = TicketState.InProgress;
        Resolution++;
        FinishedAt = null;
        ClosedAt = null;
        ArrivedAt = null;
        ExpectedArrivalAt = null;
    }

    private void End(TicketState state, DateTimeOffset at)
    {
        State = state;
        ClosedAt = at;
    }
}
