using System.ComponentModel.DataAnnotations;
using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Tickets;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatDesk.BotHost.Sla;

/// <summary>A running promise on a ticket: a row written in the change that starts the clock, so that only rows decide.</summary>
public sealed class TicketTimer : IVersioned
{
    public long Id { get; init; }

    public long TicketId { get; private set; }

    /// <summary>A ticket and its clocks are saved together.</summary>
    public Ticket Ticket { get; init; } = null!;

    /// <summary>T4, T5, T6, T7, T10 of the timer table, or N10 for N-10's ladder.</summary>
    [MaxLength(10)]
    public required string Timer { get; init; }

    /// <summary>Counts the starts of the same clock on a ticket (a second resolution, a second assignee).</summary>
    public required int Round { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>By when it must have happened.</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>When the next step (pre-warning, breach, next level) is due; null when it was met or ended, or after the last step.</summary>
    public DateTimeOffset? NextAt { get; private set; }

    /// <summary>How many steps were taken.</summary>
    public int Step { get; private set; }

    public DateTimeOffset? MetAt { get; private set; }

    /// <summary>When it was met, or given up because the matter took another course; null while it runs.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    public long Version { get; set; }

    /// <summary>Sets its times, and again after the ticket became, or was no longer, an emergency.</summary>
    public void Date(DateTimeOffset dueAt, DateTimeOffset? nextAt)
    {
        DueAt = dueAt;
        NextAt = nextAt;
    }

    /// <summary>Records a step.</summary>
    public void Advance(DateTimeOffset? nextAt)
    {
        Step++;
        NextAt = nextAt;
    }

    public void End(DateTimeOffset at, bool isMet)
    {
        EndedAt = at;
        MetAt = isMet ? at : null;
        NextAt = null;
    }
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
