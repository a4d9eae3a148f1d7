namespace ChatDesk.Channels.Activities;

/// <summary>The desk, as a channel sees it.</summary>
public interface IActivityReceiver
{
    /// <summary>Stores the activity and answers it. Returns only after its commit: a caller may acknowledge then.</summary>
    /// <param name="activity">What was said or done; its <see cref="Activity.Id"/> makes a repeat recognisable.</param>
    /// <param name="arrivedAt">When the request arrived, by the machine's clock: the answer is due 4 s later.</param>
    /// <param name="ct">Cancelled when the desk stops; a caller that went away does not cancel a turn.</param>
    Task<Received> ReceiveAsync(Activity activity, DateTimeOffset arrivedAt, CancellationToken ct);
}

/// <summary>What became of a received activity.</summary>
/// <param name="Reply">What to answer in the same response; null to acknowledge only.</param>
/// <param name="HandedOver">To be called once the response with the reply was written; a reply that never was goes out another way.</param>
public sealed record Received(Activity? Reply, Action? HandedOver = null)
{
    /// <summary>Acknowledged, nothing to say now.</summary>
    public static Received Silent { get; } = new(Reply: null);
}
