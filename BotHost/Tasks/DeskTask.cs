using System.ComponentModel.DataAnnotations;
using ChatDesk.BotHost.Conversations;
using ChatDesk.BotHost.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatDesk.BotHost.Tasks;

/// <summary>Something that a person has to do: what nobody could deliver, a question without an answer, a second follow-up.</summary>
public sealed class DeskTask : IVersioned
{
    public long Id { get; init; }

    /// <summary>Makes the same cause raise one task; unique.</summary>
    [MaxLength(160)]
    public required string Key { get; init; }

    public required DeskTaskKind Kind { get; init; }

    /// <summary>One line in Chinese, as the desk reads it, without personal data.</summary>
    [MaxLength(400)]
    public required string Title { get; init; }

    public int? EstateId { get; init; }

    [MaxLength(20)]
    public string? TicketNumber { get; set; }

    public long? ConversationId { get; init; }

    /// <summary>Set when it is raised in a chat; not loaded otherwise.</summary>
    public Conversation? Conversation { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? DoneAt { get; set; }

    /// <summary>The WeCom user id of who did it.</summary>
    [MaxLength(64)]
    public string? DoneBy { get; set; }

    public long Version { get; set; }
}

public enum DeskTaskKind
{
    /// <summary>A message that no channel could deliver: tell the person by telephone.</summary>
    Undelivered,

    /// <summary>A question without an approved answer: answer within the hour .</summary>
    Unanswered,

    /// <summary>The owner wants a person.</summary>
    HandOver,

    /// <summary>不满意: the second follow-up .</summary>
    SecondFollowUp,

    /// <summary>A chat could not be bound to a home after three tries.</summary>
    Binding,

    /// <summary>A message whose turn failed again and again.</summary>
    DeadMessage,

    /// <summary>A setting that a platform refuses: an administrator has to mend it.</summary>
    Misconfigured,
}

internal sealed class DeskTaskConfiguration : IEntityTypeConfiguration<DeskTask>
{
    public void Configure(EntityTypeBuilder<DeskTask> builder)
    {
        builder.HasIndex(task => task.Key).IsUnique();
        builder.HasIndex(task => new { task.DoneAt, task.CreatedAt });
    }
}
