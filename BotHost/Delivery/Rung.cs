using ChatDesk.Channels.Activities;

namespace ChatDesk.BotHost.Delivery;

/// <summary>Whether a rung takes a message now.</summary>
internal abstract record RungAnswer
{
    /// <summary>It is charged: this goes out.</summary>
    /// <param name="Client">The key of the channel's client.</param>
    /// <param name="Activity">What is sent.</param>
    /// <param name="IsCharged">Whether it cost a unit of a budget.</param>
    public sealed record Go(string Client, Activity Activity, bool IsCharged) : RungAnswer;

    /// <summary>It keeps its turn and goes out then.</summary>
    public sealed record Wait(DateTimeOffset Until) : RungAnswer;

    /// <summary>Not this way.</summary>
    /// <param name="Why">In Chinese, for the desk.</param>
    public sealed record No(string Why) : RungAnswer;
}

/// <summary>One way to send, with its budget. Works inside the caller's change and never saves.</summary>
internal interface IRung
{
    DeliveryRung Rung { get; }

    /// <summary>Charges the message, if the recipient can get it this way and the budget has room.</summary>
    Task<RungAnswer> TryTakeAsync(OutboxMessage message, CancellationToken ct);

    /// <summary>The platform surely did not take it: what it cost at <see cref="OutboxMessage.ChargedAt"/> is given back.</summary>
    Task GiveBackAsync(OutboxMessage message, CancellationToken ct);

    /// <summary>The platform refused: its word about window, quota or person is the truth from now on.</summary>
    Task RefusedAsync(OutboxMessage message, SendResult result, CancellationToken ct);

    /// <summary>When a used-up quota starts anew.</summary>
    DateTimeOffset QuotaEndsAt(OutboxMessage message);

    /// <summary>Whether the platform recognises a repeat of this message, so that an unknown outcome can be tried again safely.</summary>
    bool RecognisesRepeats(OutboxMessage message);
}
