using ChatDesk.BotHost.Conversations;
using ChatDesk.BotHost.Data;
using ChatDesk.Channels.Activities;

namespace ChatDesk.BotHost.Delivery;

/// <summary>Queues messages in the change that causes them. The sender takes them after the commit.</summary>
public sealed class Outbox(DeskDb db, WaitingNews news, TimeProvider clock)
{
    /// <summary>Queues a message to an owner's chat.</summary>
    /// <param name="key">Makes the same cause queue one message.</param>
    /// <param name="conversation">The owner's chat.</param>
    /// <param name="purpose">Decides about budget and ladder.</param>
    /// <param name="message">What it says; account and recipient are set here.</param>
    /// <param name="ticketNumber">The ticket it is about; null for none.</param>
    public OutboxMessage ToOwner(string key, Conversation conversation, DeliveryPurpose purpose, OutgoingMessage message, string? ticketNumber = null)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        return Add(key, conversation.Channel, conversation.Account, conversation.PeerId, purpose, message, ticketNumber);
    }

    /// <summary>Queues a word about a ticket: it takes the place of what still waits to be told about it.</summary>
    public async Task<OutboxMessage> TellAsync(
        string key, Conversation conversation, DeliveryPurpose purpose, OutgoingMessage message, string ticketNumber, CancellationToken ct)
    {
        await news.ForgetAsync(conversation, ticketNumber, ct);
        var queued = ToOwner(key, conversation, purpose, message, ticketNumber);
        if (purpose == DeliveryPurpose.Step)
            await news.HoldAsync(queued, conversation, ct);
        return queued;
    }

    /// <summary>Queues a text or a card to staff in WeCom.</summary>
    /// <param name="key">Makes the same cause queue one message.</param>
    /// <param name="account">The WeCom application.</param>
    /// <param name="weComUserIds">Who gets it.</param>
    /// <param name="message">What it says.</param>
    /// <param name="ticketNumber">The ticket it is about; null for none.</param>
    public OutboxMessage ToStaff(string key, string account, IEnumerable<string> weComUserIds, OutgoingMessage message, string? ticketNumber = null) =>
        Add(key, ChannelNames.WeCom, account, string.Join('|', weComUserIds), DeliveryPurpose.Staff, message, ticketNumber);

    /// <summary>Queues a text to the group of a robot.</summary>
    /// <param name="key">Makes the same cause queue one message.</param>
    /// <param name="robot">The name in <c>Channels:WeCom:Robots</c>.</param>
    /// <param name="message">What it says.</param>
    /// <param name="ticketNumber">The ticket it is about; null for none.</param>
    public OutboxMessage ToGroup(string key, string robot, OutgoingMessage message, string? ticketNumber = null) =>
        Add(key, RobotClient.Key, robot, robot, DeliveryPurpose.Staff, message, ticketNumber);

    private static string? Cut(string? brief) => brief?.Length > OutboxMessage.BriefMaxLength ? brief[..OutboxMessage.BriefMaxLength] : brief;

    private OutboxMessage Add(
        string key, string channel, string account, string recipient, DeliveryPurpose purpose, OutgoingMessage message, string? ticketNumber)
    {
        ArgumentNullException.ThrowIfNull(message);
        var now = clock.GetUtcNow();
        OutboxMessage queued = new()
        {
            Key = key,
            Channel = channel,
            Account = account,
            RecipientId = recipient,
            Purpose = purpose,
            ActivityJson = ActivityJson.Write(message.To(channel, account, recipient, now)),
            TicketNumber = ticketNumber,
            Brief = Cut(message.Brief),
            QueuedAt = now,
            DueAt = now,
        };
        db.Add(queued);
        return queued;
    }
}

/// <summary>What to say, before it is addressed.</summary>
public sealed record OutgoingMessage
{
    public string? Text { get; init; }

    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    public IReadOnlyList<SuggestedAction> Choices { get; init; } = [];

    /// <summary>The same in one short line, for an SMS and for the end of a later reply; null where the text serves.</summary>
    public string? Brief { get; init; }

    /// <summary>A card's response code, to update the card instead of sending a new one.</summary>
    public string? Replaces { get; init; }

    public static implicit operator OutgoingMessage(string text) => FromString(text);

    public static OutgoingMessage FromString(string text) => new() { Text = text };

    internal Activity To(string channel, string account, string recipient, DateTimeOffset now) => new()
    {
        Type = Replaces is null ? ActivityType.Message : ActivityType.MessageUpdate,
        ChannelId = channel,
        Account = account,
        From = new ChannelAccount(account),
        Recipient = new ChannelAccount(recipient),
        Text = Text,
        Attachments = Attachments,
        SuggestedActions = Choices,
        ReplyToId = Replaces,
        Timestamp = now,
    };
}
