using System.ComponentModel.DataAnnotations;
using ChatDesk.BotHost.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatDesk.BotHost.Intake;

/// <summary>A message as it came in: one row per (channel, account, external id), whatever the platform repeats.</summary>
public sealed class InboxMessage : IVersioned
{
    public long Id { get; set; }

    [MaxLength(20)]
    public required string Channel { get; init; }

    [MaxLength(64)]
    public required string Account { get; init; }

    [MaxLength(128)]
    public required string ExternalId { get; init; }

    [MaxLength(128)]
    public required string SenderId { get; init; }

    /// <summary>When it arrived, by the desk's clock.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The activity as JSON, so that a turn that did not finish can be taken up again.</summary>
    public required string ActivityJson { get; init; }

    public InboxState State { get; set; }

    public int Attempts { get; set; }

    /// <summary>Until when an instance works on it; after that any instance may take it up.</summary>
    public DateTimeOffset? LeasedUntil { get; set; }

    /// <summary>What the turn answered, as an activity; null for silence.</summary>
    public string? ReplyJson { get; set; }

    /// <summary>When the reply goes out another way, unless it was handed over in the callback before; null once it is settled.</summary>
    public DateTimeOffset? ReplyDueAt { get; set; }

    /// <summary>Whether callbacks carry the reply, so that sending it another way may repeat it; false once it goes through the outbox.</summary>
    public bool WasOffered { get; set; } = true;

    /// <summary>What the turn decided, as JSON: the desk's "why".</summary>
    public string? TraceJson { get; set; }

    public long Version { get; set; }
}

public enum InboxState
{
    /// <summary>Committed, its turn not finished.</summary>
    Received,

    /// <summary>Its turn is committed.</summary>
    Done,

    /// <summary>Its turn failed again and again: a person has to look.</summary>
    Dead,
}

internal sealed class InboxMessageConfiguration : IEntityTypeConfiguration<InboxMessage>
{
    public void Configure(EntityTypeBuilder<InboxMessage> builder)
    {
        builder.HasIndex(message => new { message.Channel, message.Account, message.ExternalId }).IsUnique();
        builder.HasIndex(message => new { message.State, message.LeasedUntil });
        builder.HasIndex(message => message.ReplyDueAt);
        builder.HasIndex(message => message.SenderId);
    }
}
