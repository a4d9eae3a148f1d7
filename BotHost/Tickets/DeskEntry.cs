using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatDesk.BotHost.Tickets;

/// <summary>What a clerk wrote down when entering a request for somebody (代客录入), beside the ticket itself.</summary>
public sealed class DeskEntry
{
    public long TicketId { get; init; }

    public required Ticket Ticket { get; init; }

    /// <summary>The form's own number: sending the same form twice opens one ticket.</summary>
    [MaxLength(40)]
    public required string Key { get; init; }

    /// <summary>A caller who is not in the register; null otherwise, or once erased.</summary>
    [MaxLength(50)]
    public string? CallerName { get; set; }

    [MaxLength(40)]
    public string? CallerPhone { get; set; }
}

internal sealed class DeskEntryConfiguration : IEntityTypeConfiguration<DeskEntry>
{
    public void Configure(EntityTypeBuilder<DeskEntry> builder)
    {
        builder.HasKey(entry => entry.TicketId);
        builder.HasIndex(entry => entry.Key).IsUnique();
        builder.HasOne(entry => entry.Ticket).WithOne().HasForeignKey<DeskEntry>(entry => entry.TicketId);
    }
}
