using System.ComponentModel.DataAnnotations;
using ChatDesk.BotHost.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatDesk.BotHost.Security;

/// <summary>A console sign-in with a password, for a desk that has no WeCom sign-in yet.</summary>
public sealed class LocalAccount : IVersioned
{
    public int Id { get; init; }

    [MaxLength(64)]
    public required string UserName { get; init; }

    [MaxLength(200)]
    public required string PasswordHash { get; set; }

    /// <summary>The one-time password was printed at the first start and must be changed.</summary>
    public bool MustChangePassword { get; set; }

    public int FailedTries { get; set; }

    public DateTimeOffset? LockedUntil { get; set; }

    /// <summary>The staff member it signs in; their roles decide what it may do.</summary>
    [MaxLength(64)]
    public required string WeComUserId { get; init; }

    public long Version { get; set; }
}

/// <summary>A secret that the desk made for itself at its first start; all instances share it.</summary>
public sealed class ServerKey
{
    public const string Links = "links";

    [Key, MaxLength(40)]
    public required string Name { get; init; }

    /// <summary>Base64.</summary>
    [MaxLength(200)]
    public required string Value { get; init; }
}

/// <summary>ASP.NET Core's data-protection keys, where all instances see them.</summary>
public sealed class SessionKey
{
    public int Id { get; init; }

    public required string Xml { get; init; }
}

internal sealed class SecurityConfiguration : IEntityTypeConfiguration<LocalAccount>, IEntityTypeConfiguration<ServerKey>, IEntityTypeConfiguration<SessionKey>
{
    public void Configure(EntityTypeBuilder<LocalAccount> builder) =>
        builder.HasIndex(account => account.UserName).IsUnique();

    public void Configure(EntityTypeBuilder<ServerKey> builder)
    {
    }

    public void Configure(EntityTypeBuilder<SessionKey> builder)
    {
    }
}
