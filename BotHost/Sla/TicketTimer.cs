using System.ComponentModel.DataAnnotations;
using ChatDesk.BotHost.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatDesk.BotHost.Sla;

/// <summary>A running promise on a ticket: a row written in the change that starts the clock, so that only rows decide.</summary>
public sealed class TicketTimer : IVersioned
{
    public long Id { get; init; }

    public long TicketId { get; private set; }

    /// <summary>Set when the clock is started, so that a ticket and its clocks are saved together; not loaded otherwise.</summary>
    public Tickets.Ticket? Ticket { get; init; }

    /// <summary>T4, T5, T6, T7, T10 of the timer table, or N-10's ladder.</summary>
    [MaxLength(10)]
    public required string Timer { get; init; }

    /// <summary>Counts the starts of the same clock on a ticket (a second resolution, a second assignee).</summary>
    public required int Round { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>By when it must have happened.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>When the next step (pre-warning, breach, next level) is due; null when it was met or ended.</summary>
    public DateTimeOffset? NextAt { get; set; }

    /// <summary>How many steps were taken: 0 none, 1 warned, 2 breached and told the first level, and so on.</summary>
    public int Step { get; set; }

    public DateTimeOffset? MetAt { get; set; }

    public long Version { get; set; }
}

internal sealed class TicketTimerConfiguration : IEntityTypeConfiguration<TicketTimer>
{
    public void Configure(EntityTypeBuilder<TicketTimer> builder)
    {
        builder.HasIndex(timer => new { timer.TicketId, timer.Timer, timer.Round }).IsUnique();
        builder.HasIndex(timer => timer.NextAt);
        builder.HasOne(timer => timer.Ticket).WithMany().HasForeignKey(timer => timer.TicketId);
    }
}
