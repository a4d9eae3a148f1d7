using System.ComponentModel.DataAnnotations;
using ChatDesk.BotHost.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatDesk.BotHost.Security;

/// <summary>Who changed what of the desk's own data, and when. Written in the change's transaction; never changed and never removed.</summary>
public sealed class DeskAudit : IAppendOnly
{
    public const int MaxSubject = 60;
    public const int MaxSummary = 500;

    public long Id { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The staff member's WeCom user id, or the operator who ran a command.</summary>
    [MaxLength(64)]
    public required string By { get; init; }

    public required DeskAuditAction Action { get; init; }

    /// <summary>Kind and id: <c>owner:12</c>, <c>device:3</c>. A page finds the history of its record by it.</summary>
    [MaxLength(MaxSubject)]
    public required string Subject { get; init; }

    /// <summary>Whose staff may read it; null for what belongs to no estate.</summary>
    public int? EstateId { get; init; }

    /// <summary>What changed, as people read it: 电话：138****0001 → 139****0002. Null once the person was erased.</summary>
    [MaxLength(MaxSummary)]
    public required string? Summary { get; init; }
}

public enum DeskAuditAction
{
    Added,
    Changed,
    Removed,

    /// <summary>A file was taken over; what it changed has rows of its own.</summary>
    Imported,

    /// <summary>A list left the desk as a file.</summary>
    Exported,
}

internal sealed class DeskAuditConfiguration : IEntityTypeConfiguration<DeskAudit>
{
    public void Configure(EntityTypeBuilder<DeskAudit> builder)
    {
        builder.HasIndex(audit => audit.Subject);
        builder.HasIndex(audit => audit.At);
    }
}
