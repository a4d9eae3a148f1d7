using System.ComponentModel.DataAnnotations;
using ChatDesk.BotHost.Tickets;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatDesk.BotHost.Work;

/// <summary>
/// That an entry of an engineer's phone was carried out. The phone names each entry when it is made and repeats the name with
/// every try, so that a try after a lost answer finds this row instead of acting again.
/// </summary>
public sealed class WorkEntry
{
    public const int KeyMaxLength = 64;

    public long Id { get; init; }

    [MaxLength(KeyMaxLength)]
    public required string Key { get; init; }

    [MaxLength(64)]
    public required string WeComUserId { get; init; }

    public required long TicketId { get; init; }

    /// <summary>The ticket's last event when it was done.</summary>
    public required int Sequence { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal sealed class WorkEntryConfiguration : IEntityTypeConfiguration<WorkEntry>
{
    public void Configure(EntityTypeBuilder<WorkEntry> builder)
    {
        builder.HasIndex(entry => entry.Key).IsUnique();
        builder.HasOne<Ticket>().WithMany().HasForeignKey(entry => entry.TicketId);
    }
}
