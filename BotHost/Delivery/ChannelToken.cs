using System.ComponentModel.DataAnnotations;
using ChatDesk.BotHost.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatDesk.BotHost.Delivery;

/// <summary>An access token of an account or application: one owner at a time, the newest version wins.</summary>
public sealed class ChannelToken : IVersioned
{
    [Key, MaxLength(100)]
    public required string Key { get; init; }

    [MaxLength(600)]
    public string Value { get; set; } = "";

    public DateTimeOffset ExpiresAt { get; set; }

    /// <summary>Counts the refreshes.</summary>
    public long Generation { get; set; }

    /// <summary>Until when an instance asks the platform for a new one.</summary>
    public DateTimeOffset? LeasedUntil { get; set; }

    public long Version { get; set; }
}

internal sealed class ChannelTokenConfiguration : IEntityTypeConfiguration<ChannelToken>
{
    public void Configure(EntityTypeBuilder<ChannelToken> builder)
    {
    }
}
