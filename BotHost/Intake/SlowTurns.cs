using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Delivery;
using ChatDesk.Channels.Activities;

namespace ChatDesk.BotHost.Intake;

/// <summary>
/// Messages whose turn has to wait for something (a picture to fetch): the message is committed first, then fetched without
/// a transaction, then its turn is committed in one.
/// </summary>
internal sealed class SlowTurns(
    DeskWork work, ConversationLocks locks, HandOvers handOvers, FetchMedia media, ILogger<SlowTurns> logger)
{
    public static bool MayWait(Activity activity) => activity.Attachments.Any(attachment => attachment.MediaId is not null);

    /// <summary>Null for a message that was taken before.</summary>
    public async Task<Received?> ReceiveAsync(Activity activity, MessageKey key, DateTimeOffset arrivedAt, CancellationToken ct)
    {
        var stored = await work.RunAsync(services => services.GetRequiredService<TakeTurn>().StoreAsync(activity, key, ct), ct);
        if (stored is null)
            return null;
        CallbackWait wait = new();
        var turn = FinishAsync(stored.Id, activity, wait);
        var left = IntakeTimes.AnswerWithin - (TimeProvider.System.GetUtcNow() - arrivedAt);
        await Task.WhenAny(turn, Task.Delay(left > TimeSpan.Zero ? left : TimeSpan.Zero, ct));
        if (wait.TryGiveUp())
            return Received.Silent;
        return await turn is { ReplyJson: { } reply } ? new Received(ActivityJson.Read(reply), () => handOvers.Add(stored.Id)) : Received.Silent;
    }

    /// <summary>Takes up a message whose turn did not finish: its lease is taken, its reply goes out another way.</summary>
    public async Task ResumeAsync(InboxMessage message)
    {
        CallbackWait nobody = new();
        nobody.TryGiveUp();
        await FinishAsync(message.Id, ActivityJson.Read(message.ActivityJson), nobody);
    }

    /// <returns>Null where somebody else finished it, or where it failed: then it is tried again after its lease.</returns>
    private async Task<InboxMessage?> FinishAsync(long id, Activity activity, CallbackWait wait)
    {
        try
        {
            var files = await media.RunAsync(activity, CancellationToken.None);
            using var turn = await locks.EnterAsync(activity.ChannelId, activity.Account, activity.From.Id, CancellationToken.None);
            return await work.RunAsync(
                services => services.GetRequiredService<TakeTurn>().RunStoredAsync(id, files, wait.TryAnswer, CancellationToken.None), CancellationToken.None);
        }
        catch (Exception exception)
        {
            Log.TurnFailed(logger, id, 1, exception);
            return null;
        }
    }

    /// <summary>Either the callback gives up waiting or the turn answers it; whoever comes second knows it.</summary>
    private sealed class CallbackWait
    {
        private const int GivenUp = 1;
        private const int Answered = 2;

        private int _end;

        /// <returns>Whether nobody answered before; then nobody will.</returns>
        public bool TryGiveUp() => Interlocked.CompareExchange(ref _end, GivenUp, 0) == 0;

        /// <returns>Whether the callback waits for the answer; once true, it stays so.</returns>
        public bool TryAnswer() => Interlocked.CompareExchange(ref _end, Answered, 0) != GivenUp;
    }
}
