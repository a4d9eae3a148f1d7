using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Estates;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatDesk.BotHost.Fees;

/// <summary>What a home owes, or has paid, for one item of one period, as the company's bookkeeping says. ChatDesk takes no payment.</summary>
public sealed partial class FeeRecord : IVersioned
{
    public const int MaxItem = 40;
    public const int MaxPeriod = 20;

    public long Id { get; init; }

    public required int RoomId { get; init; }

    /// <summary>物业费, 停车费.</summary>
    [MaxLength(MaxItem)]
    public required string Item { get; init; }

    /// <summary>As the bookkeeping names it: 2026-10, 2026年第4季度.</summary>
    [MaxLength(MaxPeriod)]
    public required string Period { get; init; }

    /// <summary>In fen (1/100 yuan).</summary>
    public required long AmountInFen { get; set; }

    /// <summary>The last day to pay without being late; null where none was set.</summary>
    public DateOnly? DueOn { get; set; }

    /// <summary>Null while it is owed.</summary>
    public DateOnly? PaidOn { get; set; }

    public long Version { get; set; }

    /// <summary>A month is named one way, however it was written: 2026年1月 and 2026/01 are 2026-01. Other periods stay as they are.</summary>
    public static string ShortPeriod(string period) =>
        Month().Match(period) is { Success: true } month ? $"{month.Groups[1].Value}-{month.Groups[2].Value.PadLeft(2, '0')}" : period;

    /// <summary>Whether it was paid by its day (R-124); null while that is open: owed and not yet due, or due on no day.</summary>
    public bool? IsPaidInTime(DateOnly today)
    {
        if (DueOn is not { } due)
            return PaidOn is null ? null : true;
        if (PaidOn is { } paid)
            return paid <= due;
        return today > due ? false : null;
    }

    [GeneratedRegex(@"^(20\d\d)\s*[-/.年]?\s*(0?[1-9]|1[0-2])\s*月?$")]
    private static partial Regex Month();
}

internal sealed class FeeRecordConfiguration : IEntityTypeConfiguration<FeeRecord>
{
    public void Configure(EntityTypeBuilder<FeeRecord> builder)
    {
        builder.HasOne<Room>().WithMany().HasForeignKey(fee => fee.RoomId);
        builder.HasIndex(fee => new { fee.RoomId, fee.Item, fee.Period }).IsUnique();
    }
}
