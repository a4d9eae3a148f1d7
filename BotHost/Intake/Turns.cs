using ChatDesk.BotHost.Conversations;
using ChatDesk.BotHost.Tickets;
using ChatDesk.Channels.Activities;

namespace ChatDesk.BotHost.Intake;

/// <summary>Understands one message, changes tickets, queues deliveries, and says at most one thing. Never saves: the intake commits all of it together.</summary>
public interface ITurn
{
    /// <param name="activity">What was said or done.</param>
    /// <param name="conversation">With whom; tracked, its changes are saved with the turn.</param>
    /// <param name="files">The pictures and voices that came with it, already in the store.</param>
    /// <param name="ct">Cancels the turn.</param>
    Task<TurnResult> RunAsync(Activity activity, Conversation conversation, IReadOnlyList<StoredFile> files, CancellationToken ct);
}

/// <summary>What a turn says and why.</summary>
/// <param name="Reply">Null for silence.</param>
/// <param name="Trace">The desk's "why".</param>
public sealed record TurnResult(Delivery.OutgoingMessage? Reply, TurnTrace Trace)
{
    public static TurnResult Silent(string action) => new(null, new TurnTrace { Actions = [action] });
}
