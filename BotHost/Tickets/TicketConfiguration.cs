using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatDesk.BotHost.Tickets;

internal sealed class TicketConfiguration
    : IEntityTypeConfiguration<Ticket>, IEntityTypeConfiguration<TicketEvent>, IEntityTypeConfiguration<TicketText>,
      IEntityTypeConfiguration<StoredFile>, IEntityTypeConfiguration<TicketNumberBlock>
{
    public void Configure(EntityTypeBuilder<Ticket> builder)
    {
        builder.HasIndex(ticket => ticket.Number).IsUnique();
        builder.HasIndex(ticket => new { ticket.State, ticket.OpenedAt });
        builder.HasIndex(ticket => ticket.ConversationId);
        builder.HasIndex(ticket => ticket.OwnerId);
        builder.HasIndex(ticket => new { ticket.Assignee, ticket.State });
        builder.HasIndex(ticket => ticket.ChangedAt);
        builder.HasIndex(ticket => ticket.PausedUntil);
        builder.HasMany(ticket => ticket.Events).WithOne().HasForeignKey(happened => happened.TicketId);
        builder.Ignore(ticket => ticket.IsOpen).Ignore(ticket => ticket.IsBeingWorkedOn).Ignore(ticket => ticket.IsPaused);
    }

    public void Configure(EntityTypeBuilder<TicketEvent> builder)
    {
        builder.HasIndex(happened => new { happened.TicketId, happened.Sequence }).IsUnique();
        builder.HasIndex(happened => happened.At);
        builder.Ignore(happened => happened.HappenedAt).Ignore(happened => happened.Photos).Ignore(happened => happened.Signature);
        builder.HasOne(happened => happened.Text).WithOne().HasForeignKey<TicketText>(text => text.TicketEventId);
        builder.HasMany(happened => happened.Files).WithOne().HasForeignKey(file => file.TicketEventId);
        builder.Property(happened => happened.Data).HasConversion(
            data => JsonSerializer.Serialize(data, TicketJson.Default.TicketEventData),
            json => JsonSerializer.Deserialize(json, TicketJson.Default.TicketEventData)!);
    }

    public void Configure(EntityTypeBuilder<TicketText> builder) =>
        builder.HasIndex(text => text.TicketEventId).IsUnique();

    public void Configure(EntityTypeBuilder<StoredFile> builder) =>
        builder.HasIndex(file => file.Key).IsUnique();

    public void Configure(EntityTypeBuilder<TicketNumberBlock> builder) =>
        builder.HasKey(block => block.Month);
}
