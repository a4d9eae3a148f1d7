using System.ComponentModel.DataAnnotations;
using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Tickets;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatDesk.BotHost.Progress;

/// <summary>The tries of one local day to open a ticket's private photos.</summary>
public sealed class PhotoTries : IVersioned
{
    public required long TicketId { get; init; }

    /// <summary>yyyy-MM-dd in the desk's zone.</summary>
    [MaxLength(10)]
    public required string Day { get; init; }

    /// <summary>Tries since the last right one.</summary>
    public int Count { get; set; }

    public long Version { get; set; }
}

internal sealed class PhotoTriesConfiguration : IEntityTypeConfiguration<PhotoTries>
{
    public void Configure(EntityTypeBuilder<PhotoTries> builder)
    {
        builder.HasKey(tries => new { tries.TicketId, tries.Day });
        builder.HasOne<Ticket>().WithMany().HasForeignKey(tries => tries.TicketId);
    }
}
