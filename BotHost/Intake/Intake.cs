using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Delivery;
using ChatDesk.Channels.Activities;

namespace ChatDesk.BotHost.Intake;

/// <summary>
/// Takes messages in: each takes effect once, nothing is acknowledged before its commit, and the reply goes back in the
/// callback when it is ready in time.
/// </summary>
internal sealed class Intake(DeskWork work, ConversationLocks locks, SlowTurns slow, HandOvers handOvers, ILogger<Intake> logger) : IActivityReceiver
{
    public async Task<Received> ReceiveAsync(Activity activity, DateTimeOffset arrivedAt, CancellationToken ct)
    {
        var key = MessageKey.Of(activity);
        if (SlowTurns.MayWait(activity))
            return await slow.ReceiveAsync(activity, key, arrivedAt, ct) ?? await RepeatAsync(key, ct);
        using (await locks.EnterAsync(key.Channel, key.Account, activity.From.Id, ct))
        {
            if (await TakeAsync(activity, key, ct) is { } taken)
                return ReplyOf(taken);
        }

        return await RepeatAsync(key, ct);
    }

    /// <summary>Null for a message that was taken before. A message whose turn fails is kept: the turn is tried again, then a person has to look.</summary>
    private async Task<InboxMessage?> TakeAsync(Activity activity, MessageKey key, CancellationToken ct)
    {
        try
        {
            return await work.RunAsync(services => services.GetRequiredService<TakeTurn>().RunNewAsync(activity, key, ct), ct);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            var kept = await work.RunAsync(services => services.GetRequiredService<TakeTurn>().StoreAsync(activity, key, ct), ct);
            Log.TurnFailed(logger, kept?.Id ?? 0, 1, exception);
            return kept;
        }
    }

    /// <summary>
    /// A repeat of a finished message gets the stored reply, or silence once that goes through the outbox;
    /// a repeat of a running one watches the row, then gets silence.
    /// </summary>
    private async Task<Received> RepeatAsync(MessageKey key, CancellationToken ct)
    {
        for (var waited = TimeSpan.Zero; waited < IntakeTimes.WatchRunning; waited += IntakeTimes.WatchEach)
        {
            var message = await work.RunAsync(services => services.GetRequiredService<TakeTurn>().FindAsync(key, ct), ct);
            if (message is { State: not InboxState.Received })
                return ReplyOf(message);
            await Task.Delay(IntakeTimes.WatchEach, ct);
        }

        return Received.Silent;
    }

    private Received ReplyOf(InboxMessage message) => message.ReplyJson is null || !message.WasOffered
        ? Received.Silent
        : new Received(ActivityJson.Read(message.ReplyJson), () => handOvers.Add(message.Id));
}
