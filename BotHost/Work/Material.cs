using System.ComponentModel.DataAnnotations;
using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Estates;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatDesk.BotHost.Work;

/// <summary>A part or consumable on the estate's price list, from which engineers say what they used.</summary>
public sealed class Material : IVersioned
{
    public const int NameMaxLength = 40;
    public const int UnitMaxLength = 8;
    public const decimal MaxPrice = 99_999.99m;

    public int Id { get; init; }

    public required int EstateId { get; init; }

    /// <summary>As engineers call it: 弯头, 生料带. Unique within the estate.</summary>
    [MaxLength(NameMaxLength)]
    public required string Name { get; set; }

    /// <summary>What it is counted in: 个, 卷, 米.</summary>
    [MaxLength(UnitMaxLength)]
    public required string Unit { get; set; }

    /// <summary>Yuan for one unit; 0 where the owner pays nothing.</summary>
    public required decimal Price { get; set; }

    /// <summary>The ticket category that it belongs to, shown first there; null for every category.</summary>
    [MaxLength(40)]
    public string? Category { get; set; }

    /// <summary>Whether it is still offered; what was used once keeps its record.</summary>
    public bool IsOffered { get; set; } = true;

    public long Version { get; set; }
}

internal sealed class MaterialConfiguration : IEntityTypeConfiguration<Material>
{
    public void Configure(EntityTypeBuilder<Material> builder)
    {
        builder.Property(material => material.Price).HasPrecision(10, 2);
        builder.HasOne<Estate>().WithMany().HasForeignKey(material => material.EstateId);
        builder.HasIndex(material => new { material.EstateId, material.Name }).IsUnique();
    }
}
