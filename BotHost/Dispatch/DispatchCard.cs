using System.ComponentModel.DataAnnotations;
using ChatDesk.BotHost.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatDesk.BotHost.Dispatch;

/// <summary>One card in one engineer's WeCom, with the newest code that can change it.</summary>
public sealed class DispatchCard : IVersioned
{
    public long Id { get; init; }

    [MaxLength(20)]
    public required string TicketNumber { get; init; }

    /// <summary>Unique for each <c>message/send</c>, never per ticket.</summary>
    [MaxLength(128)]
    public required string TaskId { get; init; }

    [MaxLength(64)]
    public required string WeComUserId { get; init; }

    /// <summary>The application that sent it.</summary>
    [MaxLength(64)]
    public required string Account { get; init; }

    /// <summary>The code of the send or of the newest press: good for one update within 72 h; null when used up.</summary>
    [MaxLength(512)]
    public string? ResponseCode { get; set; }

    public DateTimeOffset? CodeIssuedAt { get; set; }

    /// <summary>Counts the updates that were queued.</summary>
    public int Updates { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public long Version { get; set; }
}

internal sealed class DispatchCardConfiguration : IEntityTypeConfiguration<DispatchCard>
{
    public void Configure(EntityTypeBuilder<DispatchCard> builder)
    {
        builder.HasIndex(card => card.TaskId).IsUnique();
        builder.HasIndex(card => new { card.TicketNumber, card.WeComUserId });
    }
}
