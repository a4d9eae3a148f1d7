using System.ComponentModel.DataAnnotations;
using ChatDesk.BotHost.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatDesk.BotHost.Delivery;

/// <summary>A line of the ledger: what one recipient, or one account as a whole, has used of a budget. Two instances cannot take the same unit: its version decides.</summary>
public sealed class BudgetUse : IVersioned
{
    public long Id { get; init; }

    public required SendBudget Budget { get; init; }

    [MaxLength(64)]
    public required string Account { get; init; }

    /// <summary>An openid or a WeCom user id in lower case; empty for the account as a whole.</summary>
    [MaxLength(128)]
    public required string Recipient { get; init; }

    /// <summary>The template of a consent; empty for the others.</summary>
    [MaxLength(64)]
    public required string Topic { get; init; }

    /// <summary>The window that <see cref="Used"/> belongs to, by its end; null where there are no windows.</summary>
    public DateTimeOffset? WindowEndsAt { get; private set; }

    public int Used { get; private set; }

    /// <summary>Consents given so far; 0 where consent is not what counts.</summary>
    public int Granted { get; private set; }

    /// <summary>When the last ones were sent, for a pace; null for none.</summary>
    public string? Recent { get; private set; }

    public long Version { get; set; }

    /// <summary>How many are used of the window that ends then.</summary>
    public int UsedIn(DateTimeOffset windowEndsAt) => WindowEndsAt == windowEndsAt ? Used : 0;

    public void Take(DateTimeOffset windowEndsAt, int units = 1)
    {
        Used = UsedIn(windowEndsAt) + units;
        WindowEndsAt = windowEndsAt;
    }

    /// <summary>The platform says that nothing is left.</summary>
    public void UseUp(DateTimeOffset windowEndsAt, int all)
    {
        WindowEndsAt = windowEndsAt;
        Used = all;
    }

    /// <summary>Gives back what was taken then, unless that window is over.</summary>
    public void GiveBack(DateTimeOffset takenAt, TimeSpan windowLength)
    {
        if (Used > 0 && takenAt < WindowEndsAt && takenAt >= WindowEndsAt - windowLength)
            Used--;
    }

    /// <summary>The person accepted one more message.</summary>
    public void Grant() => Granted++;

    /// <summary>Takes one of the consents.</summary>
    public bool TryTakeConsent()
    {
        if (Used >= Granted)
            return false;
        Used++;
        return true;
    }

    public void GiveConsentBack() => Used = Math.Max(0, Used - 1);

    /// <summary>The person took the consent back, or the platform knows of none.</summary>
    public void Revoke() => Granted = Used;

    public void TakeInPace(DateTimeOffset at) => Recent = RecentSends.Read(Recent).With(at).Write();

    /// <summary>Forgets a send that did not take place.</summary>
    public void GiveBackInPace(DateTimeOffset takenAt) => Recent = RecentSends.Read(Recent).Without(takenAt).Write();
}

internal sealed class BudgetUseConfiguration : IEntityTypeConfiguration<BudgetUse>
{
    public void Configure(EntityTypeBuilder<BudgetUse> builder) =>
        builder.HasIndex(use => new { use.Account, use.Recipient, use.Budget, use.Topic }).IsUnique();
}
