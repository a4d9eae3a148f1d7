using System.ComponentModel.DataAnnotations;
using ChatDesk.BotHost.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatDesk.BotHost.Delivery;

/// <summary>Something to send, written in the change that causes it. Sent at least once.</summary>
public sealed class OutboxMessage : IVersioned
{
    public const int ErrorMaxLength = 400;
    public const int BriefMaxLength = 300;

    public long Id { get; init; }

    /// <summary>Makes the same cause queue one message; unique.</summary>
    [MaxLength(160)]
    public required string Key { get; init; }

    [MaxLength(20)]
    public required string Channel { get; init; }

    [MaxLength(64)]
    public required string Account { get; init; }

    /// <summary>The openid, or WeCom user ids joined by "|".</summary>
    [MaxLength(1000)]
    public required string RecipientId { get; init; }

    public required DeliveryPurpose Purpose { get; init; }

    /// <summary>The activity as JSON.</summary>
    public required string ActivityJson { get; set; }

    /// <summary>The ticket it is about; null for none.</summary>
    [MaxLength(20)]
    public string? TicketNumber { get; init; }

    public required DateTimeOffset QueuedAt { get; init; }

    /// <summary>Not before this; moved on after a failed try.</summary>
    public DateTimeOffset DueAt { get; set; }

    public OutboxState State { get; set; }

    public DateTimeOffset? LeasedUntil { get; set; }

    public int Attempts { get; set; }

    /// <summary>The outcome of an earlier send is unknown, so the person may have got it twice.</summary>
    public bool IsPossibleRepeat { get; set; }

    /// <summary>A send had no answer: it never goes down the ladder, lest it arrive two ways.</summary>
    public bool MayHaveArrived { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    /// <summary>The way that it takes now, or took: <see cref="DeliveryLadder"/>.</summary>
    public DeliveryRung Rung { get; set; }

    /// <summary>When the present try was charged to a budget; null for one that cost nothing.</summary>
    public DateTimeOffset? ChargedAt { get; set; }

    /// <summary>The rung above did not carry it: it goes on at once. Not stored.</summary>
    [System.ComponentModel.DataAnnotations.Schema.NotMapped]
    internal bool IsNextRung { get; set; }

    /// <summary>It waits for a person or for another message: later messages to the same recipient may pass it.</summary>
    public bool MayBePassed { get; set; }

    /// <summary>One short line that says the same, for an SMS and for the end of a reply; null where the text does.</summary>
    [MaxLength(BriefMaxLength)]
    public string? Brief { get; init; }

    /// <summary>Why the ways above did not carry it, in Chinese; null where the first one did.</summary>
    [MaxLength(ErrorMaxLength)]
    public string? Refusals { get; set; }

    /// <summary>The platform's error, without tokens.</summary>
    [MaxLength(ErrorMaxLength)]
    public string? LastError { get; set; }

    public long Version { get; set; }
}

public enum OutboxState
{
    Queued,

    /// <summary>A call is under way; found so after a crash, its outcome is unknown.</summary>
    Sending,
    Sent,

    /// <summary>Waits for the person's next message, which opens the window again.</summary>
    Held,

    /// <summary>No rung of the ladder could deliver it: a task for a person exists.</summary>
    Failed,

    /// <summary>Something newer took its place.</summary>
    Superseded,
}

/// <summary>What a message is for: decides about the budget and the ladder (decision 14 of the requirements).</summary>
public enum DeliveryPurpose
{
    /// <summary>The answer to what the person just wrote.</summary>
    Reply,

    /// <summary>接单, 到场: pushed while the window has more than its last unit.</summary>
    Progress,

    /// <summary>Any other step: it stands on the page and is told with the next reply.</summary>
    Step,

    /// <summary>完工 together with the survey: may take the last unit of a window.</summary>
    Finished,

    /// <summary>Anything an owner should hear soon: an answer to an urge, a promise kept late.</summary>
    Notice,

    /// <summary>A dispatch card, its update, a reminder or an escalation to staff.</summary>
    Staff,
}

internal sealed class OutboxMessageConfiguration : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.HasIndex(message => message.Key).IsUnique();
        builder.HasIndex(message => new { message.State, message.DueAt });
        builder.HasIndex(message => message.TicketNumber);
        builder.HasIndex(message => new { message.RecipientId, message.State });
        builder.Property(message => message.Rung).HasDefaultValue(DeliveryRung.Chat);
    }
}
