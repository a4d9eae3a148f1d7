using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatDesk.BotHost.Data;

/// <summary>Counts the changes of something that instances hold in memory, so that each notices another's change.</summary>
public sealed class Revision
{
    public const string Register = "register";
    public const string Articles = "articles";

    [Key, MaxLength(40)]
    public required string Name { get; init; }

    public long Number { get; set; }
}

internal sealed class RevisionConfiguration : IEntityTypeConfiguration<Revision>
{
    public void Configure(EntityTypeBuilder<Revision> builder)
    {
    }
}
