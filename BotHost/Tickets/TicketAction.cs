namespace ChatDesk.BotHost.Tickets;

/// <summary>What staff can do to a ticket on a card, a work page or the console. The names are also the cards' button keys.</summary>
public enum TicketAction
{
    /// <summary>接单</summary>
    Accept,

    /// <summary>已联系业主</summary>
    Contact,

    /// <summary>出发</summary>
    Depart,

    /// <summary>到场</summary>
    Arrive,

    /// <summary>A step with words and pictures.</summary>
    Step,

    /// <summary>完工</summary>
    Finish,

    /// <summary>退单, with a reason</summary>
    Return,

    /// <summary>转派, with a reason and to whom</summary>
    Transfer,

    /// <summary>The desk gives it to somebody.</summary>
    Assign,

    /// <summary>The desk corrects category or urgency.</summary>
    Classify,

    /// <summary>An internal note.</summary>
    Comment,

    /// <summary>取消, with a reason</summary>
    Cancel,

    /// <summary>The desk closes after the owner's own word.</summary>
    Close,

    /// <summary>未修好: it goes back to work.</summary>
    Reopen,

    /// <summary>暂停, with a reason and an end (N-21)</summary>
    Pause,

    /// <summary>继续</summary>
    Resume,
}

/// <summary>Why an action was not done.</summary>
public enum TicketRefusal
{
    None,
    NotFound,

    /// <summary>The person may not do it.</summary>
    NotAllowed,

    /// <summary>Somebody else took it first; the ticket's assignee says who.</summary>
    AlreadyTaken,

    /// <summary>The ticket has ended.</summary>
    Ended,

    /// <summary>The work is already declared finished.</summary>
    AlreadyFinished,

    /// <summary>A reason is needed.</summary>
    ReasonMissing,

    /// <summary>The person to give it to does not exist, is gone, or does not work for the estate.</summary>
    UnknownAssignee,

    /// <summary>It is not finished, so it cannot be reopened or closed.</summary>
    NotFinished,

    /// <summary>Nobody has it, or it is an emergency: there is nothing that may rest.</summary>
    NotPausable,

    /// <summary>A pause without a reason or an end in the future, or longer than the person may grant.</summary>
    PauseTooLong,
}

/// <summary>An action with what it needs.</summary>
public sealed record TicketOrder(TicketAction Action)
{
    /// <summary>Words for a step, a note; for a return or a transfer the reason.</summary>
    public string? Text { get; init; }

    public string? Materials { get; init; }

    /// <summary>To whom, for a transfer or an assignment: a WeCom user id.</summary>
    public string? Assignee { get; init; }

    /// <summary>When the engineer means to be there, with 接单 or 出发.</summary>
    public DateTimeOffset? ExpectedArrivalAt { get; init; }

    public string? Category { get; init; }

    public TicketUrgency? Urgency { get; init; }

    /// <summary>Materials of the estate's list that were used.</summary>
    public IReadOnlyList<MaterialUse> Used { get; init; } = [];

    /// <summary>Why work is to rest, and until when.</summary>
    public PauseReason? Pause { get; init; }

    public DateTimeOffset? PausedUntil { get; init; }

    /// <summary>The digest of that one of the files which is the owner's signature.</summary>
    public string? Signature { get; init; }

    /// <summary>When it happened, where the engineer's phone could not tell it at once.</summary>
    public DateTimeOffset? OccurredAt { get; init; }

    public IReadOnlyList<StoredFile> Files { get; init; } = [];
}

/// <summary>What came of an action. A repeat of what the same person already did is done, not refused.</summary>
/// <param name="Refusal"><see cref="TicketRefusal.None"/> when it was done.</param>
/// <param name="Ticket">The ticket as it is now, null when there is none that the person may see.</param>
public sealed record TicketOutcome(TicketRefusal Refusal, Ticket? Ticket)
{
    public bool IsDone => Refusal == TicketRefusal.None;
}
