using System.ComponentModel.DataAnnotations;

namespace ChatDesk.BotHost.Tickets;

/// <summary>One thing that happened to a ticket. Append-only, hash-chained per ticket.</summary>
public sealed class TicketEvent
{
    public long Id { get; init; }

    public long TicketId { get; init; }

    /// <summary>1, 2, 3 … within the ticket; unique, so that two writers cannot append at once.</summary>
    public required int Sequence { get; init; }

    public required TicketEventType Type { get; init; }

    public required DateTimeOffset At { get; init; }

    public required ActorKind ActorKind { get; init; }

    /// <summary>A WeCom user id, an owner's number, or a job's name; never a person's name or phone.</summary>
    [MaxLength(140)]
    public string? ActorId { get; init; }

    /// <summary>The channel that it came through: a contract name, or <c>system</c>.</summary>
    [MaxLength(20)]
    public required string Channel { get; init; }

    public required TicketEventData Data { get; init; }

    /// <summary>What a person said or wrote. It can be erased without breaking the chain.</summary>
    public TicketText? Text { get; init; }

    public List<StoredFile> Files { get; init; } = [];

    /// <summary>When it happened to people: by the engineer's phone where that was offline, else when it was stored.</summary>
    public DateTimeOffset HappenedAt => Data.OccurredAt ?? At;

    /// <summary>The files without the owner's signature.</summary>
    public IReadOnlyList<StoredFile> Photos => Data.Signature is null ? Files : [.. Files.Where(file => file.Sha256 != Data.Signature)];

    /// <summary>The owner's signature; null for none.</summary>
    public StoredFile? Signature => Data.Signature is null ? null : Files.Find(file => file.Sha256 == Data.Signature);

    /// <summary>SHA-256 over the event before it and this one's fields and digests, in hexadecimal.</summary>
    [MaxLength(64)]
    public string Hash { get; private set; } = "";

    /// <summary>Links the event to the one before it; done once, when it is appended.</summary>
    internal void Seal(string previous) => Hash = TicketChain.HashOf(previous, this, TicketChain.Digests(Files));
}

/// <summary>What can happen to a ticket.</summary>
public enum TicketEventType
{
    Opened,
    Reviewed,

    /// <summary>Category or urgency was corrected.</summary>
    Classified,
    Dispatched,

    /// <summary>接单</summary>
    Accepted,

    /// <summary>The desk gave it to somebody.</summary>
    Assigned,

    /// <summary>转派: the assignee gave it to somebody else.</summary>
    Transferred,

    /// <summary>退单</summary>
    Returned,

    /// <summary>Proof that the engineer spoke with the owner (T5).</summary>
    ContactMade,

    /// <summary>A time was promised to the owner.</summary>
    Promised,

    /// <summary>出发</summary>
    Departed,

    /// <summary>到场</summary>
    Arrived,
    StepAdded,

    /// <summary>完工</summary>
    Finished,
    FollowUpOpened,

    /// <summary>The owner answered the survey.</summary>
    Rated,

    /// <summary>The owner said that it is not fixed, or is dissatisfied.</summary>
    Reopened,
    Closed,
    Cancelled,
    Merged,

    /// <summary>The owner added words or pictures.</summary>
    OwnerAdded,

    /// <summary>催单</summary>
    Urged,

    /// <summary>Staff wrote a note; owners never see it.</summary>
    Commented,

    /// <summary>A message about the ticket was handed to the owner's channel.</summary>
    OwnerNotified,

    /// <summary>A clock is about to run out (T16).</summary>
    Warned,

    /// <summary>A clock ran out and somebody was told.</summary>
    Escalated,

    /// <summary>暂停: work rests for a reason (N-21).</summary>
    Paused,

    /// <summary>Work goes on, because somebody said so or the pause is over.</summary>
    Resumed,
}

/// <summary>Who did it.</summary>
public enum ActorKind
{
    Owner,
    Staff,
    System,
}

/// <summary>The facts of an event beside its text; only those that its type has are set.</summary>
public sealed record TicketEventData
{
    public string? Category { get; init; }

    public TicketUrgency? Urgency { get; init; }

    public int? TeamId { get; init; }

    /// <summary>A WeCom user id.</summary>
    public string? Assignee { get; init; }

    public DateTimeOffset? ExpectedArrivalAt { get; init; }

    /// <summary>Why it was returned, transferred, cancelled or closed; a fixed word or a clerk's, without personal data.</summary>
    public string? Reason { get; init; }

    /// <summary>Materials used, as the owner reads them: 弯头1个、生料带1卷.</summary>
    public string? Materials { get; init; }

    public SurveyScore? Score { get; init; }

    public int? Resolution { get; init; }

    /// <summary>The clock of a warning or an escalation: T4, T5 …</summary>
    public string? Timer { get; init; }

    /// <summary>Who was told, as WeCom user ids.</summary>
    public IReadOnlyList<string>? Told { get; init; }

    /// <summary>The number of the ticket that this one was merged into.</summary>
    public string? Into { get; init; }

    /// <summary>Materials of the estate's list that were used, at the price of that time.</summary>
    public IReadOnlyList<MaterialUse>? Used { get; init; }

    /// <summary>Why work rests.</summary>
    public PauseReason? Pause { get; init; }

    /// <summary>The planned end of a pause.</summary>
    public DateTimeOffset? PausedUntil { get; init; }

    /// <summary>The SHA-256 of that one of the files which is the owner's signature, in hexadecimal.</summary>
    public string? Signature { get; init; }

    /// <summary>When it happened by the engineer's phone, where that was without signal; null when it was told at once.</summary>
    public DateTimeOffset? OccurredAt { get; init; }
}

/// <summary>A material that was used.</summary>
/// <param name="MaterialId">Its row on the estate's list.</param>
/// <param name="Name">As the list had it.</param>
/// <param name="Quantity">In its unit.</param>
/// <param name="Unit">个, 卷, 米.</param>
/// <param name="Price">Yuan for one unit at that time.</param>
public sealed record MaterialUse(int MaterialId, string Name, decimal Quantity, string Unit, decimal Price)
{
    public decimal Total => decimal.Round(Quantity * Price, 2, MidpointRounding.AwayFromZero);
}

/// <summary>The four levels of R-140.</summary>
public enum SurveyScore
{
    /// <summary>非常满意</summary>
    VerySatisfied,

    /// <summary>满意</summary>
    Satisfied,

    /// <summary>一般: not satisfied (decision 4).</summary>
    Neutral,

    /// <summary>不满意: opens the second follow-up.</summary>
    Dissatisfied,
}

/// <summary>A person's words, in a row of their own so that they can be erased; the event keeps a salted digest.</summary>
public sealed class TicketText
{
    public long Id { get; init; }

    public long TicketEventId { get; init; }

    /// <summary>Null once erased.</summary>
    public string? Text { get; set; }

    [MaxLength(32)]
    public required string Salt { get; init; }

    [MaxLength(64)]
    public required string Digest { get; init; }
}

/// <summary>A file in the desk's store: re-named, type-sniffed, size-capped, without metadata.</summary>
public sealed class StoredFile
{
    public long Id { get; init; }

    public long? TicketEventId { get; set; }

    /// <summary>A random name, which is also its path in the store and its key in links.</summary>
    [MaxLength(64)]
    public required string Key { get; init; }

    [MaxLength(60)]
    public required string ContentType { get; init; }

    public required long Size { get; init; }

    [MaxLength(64)]
    public required string Sha256 { get; init; }

    /// <summary>Taken inside a home: shown only after the phone's last four digits (decision 15).</summary>
    public bool IsPrivate { get; set; }
}
