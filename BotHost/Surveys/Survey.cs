using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Tickets;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatDesk.BotHost.Surveys;

/// <summary>The 4-level question after one resolution of one ticket (R-140, N-16).</summary>
public sealed class Survey : IVersioned
{
    public long Id { get; init; }

    public required long TicketId { get; init; }

    public required int Resolution { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>7 days after it was opened.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    public SurveyScore? Score { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }

    /// <summary>The ticket was reopened before it was answered.</summary>
    public bool IsVoid { get; set; }

    public long Version { get; set; }
}

internal sealed class SurveyConfiguration : IEntityTypeConfiguration<Survey>
{
    public void Configure(EntityTypeBuilder<Survey> builder)
    {
        builder.HasIndex(survey => new { survey.TicketId, survey.Resolution }).IsUnique();
        builder.HasOne<Ticket>().WithMany().HasForeignKey(survey => survey.TicketId);
    }
}
