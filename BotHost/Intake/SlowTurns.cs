using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Delivery;
using ChatDesk.Channels.Activities;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Intake;

/// <summary>
/// Messages whose turn has to wait for something (a picture to fetch): the message is committed first, then fetched without
/// a transaction, then its turn is committed in one.
/// </summary>
internal sealed class SlowTurns(
    DeskWork work, ConversationLocks locks, HandOvers handOvers, FetchMedia media, TimeProvider clock, ILogger<SlowTurns> logger)
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
        if (!wait.TryEnd())
            return await turn is { ReplyJson: { } reply } ? new Received(ActivityJson.Read(reply), () => handOvers.Add(stored.Id)) : Received.Silent;
        return Received.Silent;
    }

    /// <summary>Takes up a message whose turn did not finish: its lease is taken, its reply goes out another way.</summary>
    public async Task ResumeAsync(InboxMessage message)
    {
        CallbackWait nobody = new();
        nobody.TryEnd();
        await FinishAsync(message.Id, ActivityJson.Read(message.ActivityJson), nobody);
    }

    private async Task<InboxMessage?> FinishAsync(long id, Activity activity, CallbackWait wait)
    {
        try
        {
            var files = await media.RunAsync(activity, CancellationToken.None);
            using var turn = await locks.EnterAsync(activity.ChannelId, activity.Account, activity.From.Id, CancellationToken.None);
            var done = await work.RunAsync(services => services.GetRequiredService<TakeTurn>().RunStoredAsync(id, files, CancellationToken.None), CancellationToken.None);
            if (done?.ReplyJson is not null && !wait.TryEnd())
                await SendLateAsync(id);
            return done;
        }
        catch (Exception exception) when (exception is DbUpdateException or System.Data.Common.DbException or IOException or TimeoutException)
        {
            Log.TurnFailed(logger, id, 1, exception);
            return null;
        }
    }

    /// <summary>Nobody waits for the reply any more: it is due at once through the outbox.</summary>
    private Task SendLateAsync(long id) => work.RunAsync(
        async services =>
        {
            var db = services.GetRequiredService<DeskDb>();
            var message = await db.Set<InboxMessage>().SingleAsync(m => m.Id == id);
            message.ReplyDueAt = clock.GetUtcNow();
            message.WasOffered = false;
            await db.SaveChangesAsync();
        },
        CancellationToken.None);

    /// <summary>Either the callback stops waiting or the turn finishes; whoever comes second knows it.</summary>
    private sealed class CallbackWait
    {
        private int _ended;

        /// <returns>Whether this call ended the wait.</returns>
        public bool TryEnd() => Interlocked.Exchange(ref _ended, 1) == 0;
    }
}
