using System.ComponentModel.DataAnnotations;
using ChatDesk.BotHost.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatDesk.BotHost.Imports;

/// <summary>The lists that can be imported.</summary>
public enum ImportKind
{
    Owners,
    Rooms,
    Devices,
    Fees,
}

/// <summary>A file between its preview and its confirmation, on whichever instance; afterwards the record that it was taken over.</summary>
public sealed class ImportFile : IVersioned
{
    public const int MaxFileName = 120;

    public Guid Id { get; init; } = Guid.NewGuid();

    public required ImportKind Kind { get; init; }

    [MaxLength(MaxFileName)]
    public required string FileName { get; init; }

    /// <summary>The bytes as they came; null once they are taken over, and after a day.</summary>
    public byte[]? Content { get; set; }

    /// <summary>The estate of rows that name none.</summary>
    public int? EstateId { get; init; }

    /// <summary>Whether homes that the register lacks are to be added to it.</summary>
    public bool AddsPlaces { get; init; }

    [MaxLength(64)]
    public required string UploadedBy { get; init; }

    public required DateTimeOffset UploadedAt { get; init; }

    public DateTimeOffset? AppliedAt { get; set; }

    /// <summary>Rows by what became of them, once it was taken over.</summary>
    public int Added { get; set; }

    public int Changed { get; set; }

    public int Unchanged { get; set; }

    public long Version { get; set; }
}

internal sealed class ImportFileConfiguration : IEntityTypeConfiguration<ImportFile>
{
    public void Configure(EntityTypeBuilder<ImportFile> builder) => builder.HasIndex(file => file.UploadedAt);
}
