using System.ComponentModel.DataAnnotations;
using ChatDesk.BotHost.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatDesk.BotHost.Conversations;

/// <summary>A person (or a group) on one account of one channel, with what the desk has to remember between two messages.</summary>
public sealed class Conversation : IVersioned
{
    public long Id { get; init; }

    [MaxLength(20)]
    public required string Channel { get; init; }

    [MaxLength(64)]
    public required string Account { get; init; }

    /// <summary>The openid, WeCom user id or chat id.</summary>
    [MaxLength(128)]
    public required string PeerId { get; init; }

    /// <summary>The registered owner that the chat is bound to; null for a stranger.</summary>
    public int? OwnerId { get; set; }

    /// <summary>The open dialog's state, as JSON; null when none is open.</summary>
    public string? DialogJson { get; set; }

    /// <summary>The ticket that the last messages were about, for a photo or a word that belongs to it.</summary>
    [MaxLength(20)]
    public string? RecentTicket { get; set; }

    public DateTimeOffset? RecentTicketAt { get; set; }

    /// <summary>The ticket whose survey the owner was asked to answer; null when none is open.</summary>
    [MaxLength(20)]
    public string? PendingSurvey { get; set; }

    /// <summary>A person of the desk holds the conversation: the bot is silent.</summary>
    public bool IsHandedOver { get; set; }

    /// <summary>False after the person left the account: nothing can be sent.</summary>
    public bool IsReachable { get; set; } = true;

    public DateTimeOffset LastInboundAt { get; set; }

    /// <summary>Until when customer-service messages may be sent since the last message; the ledger knows how many were.</summary>
    public DateTimeOffset? WindowEndsAt { get; set; }

    /// <summary>The same since the last menu tap, follow or scan.</summary>
    public DateTimeOffset? TapWindowEndsAt { get; set; }

    /// <summary>What the next reply tells beside its answer, as JSON; null for nothing.</summary>
    public string? NewsJson { get; set; }

    public long Version { get; set; }
}

internal sealed class ConversationConfiguration : IEntityTypeConfiguration<Conversation>
{
    public void Configure(EntityTypeBuilder<Conversation> builder)
    {
        builder.HasIndex(conversation => new { conversation.Channel, conversation.Account, conversation.PeerId }).IsUnique();
        builder.HasIndex(conversation => conversation.OwnerId);

        // The ledger counts now. Dropping the columns makes SQLite build the table anew outside a transaction, which a killed upgrade leaves half done.
        builder.Property<int>("WindowAllowed");
        builder.Property<int>("WindowUsed");
    }
}
