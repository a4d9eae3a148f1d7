using System.ComponentModel.DataAnnotations;
using ChatDesk.BotHost.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatDesk.BotHost.Articles;

/// <summary>An article of the knowledge base as it is published now.</summary>
public sealed class ArticleRow : IVersioned
{
    /// <summary>The company's own id: F001.</summary>
    [Key, MaxLength(40)]
    public required string Id { get; init; }

    /// <summary>Counts the approved changes; an answer goes out with id and version.</summary>
    public int Revision { get; set; } = 1;

    [MaxLength(50)]
    public required string Category { get; set; }

    [MaxLength(300)]
    public required string Question { get; set; }

    [MaxLength(2000)]
    public required string Answer { get; set; }

    /// <summary>Separated by ";".</summary>
    [MaxLength(500)]
    public required string Keywords { get; set; }

    /// <summary>Other wordings of the question, separated by ";".</summary>
    [MaxLength(4000)]
    public string Similar { get; set; } = "";

    /// <summary>public, owners or staff.</summary>
    [MaxLength(20)]
    public string Scope { get; set; } = "public";

    /// <summary>Who approved this version: a staff member's id, or the operator who ran the import.</summary>
    [MaxLength(64)]
    public required string ApprovedBy { get; set; }

    public required DateTimeOffset ApprovedAt { get; set; }

    public long Version { get; set; }
}

internal sealed class ArticleRowConfiguration : IEntityTypeConfiguration<ArticleRow>
{
    public void Configure(EntityTypeBuilder<ArticleRow> builder) => builder.ToTable("Articles");
}
