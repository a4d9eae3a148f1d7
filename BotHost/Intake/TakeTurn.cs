using ChatDesk.BotHost.Conversations;
using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Delivery;
using ChatDesk.BotHost.Tickets;
using ChatDesk.Channels.Activities;
using ChatDesk.Knowledge.Understanding;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Intake;

/// <summary>Runs one turn inside a scope: message, reply, ticket changes, events and outbox rows are saved together.</summary>
public sealed class TakeTurn(DeskDb db, ITurn turn, WaitingNews news, TimeProvider clock)
{
    private static readonly string Emergency = Urgency.Emergency.Label();

    /// <summary>The whole turn of a new message, or null when it was taken before.</summary>
    public async Task<InboxMessage?> RunNewAsync(Activity activity, MessageKey key, CancellationToken ct)
    {
        var message = Receive(activity, key);
        var conversation = await RunAsync(message, activity, [], () => true, ct);
        return await SaveNewAsync(message, conversation, key, ct) ? message : null;
    }

    /// <summary>Commits the message alone, before anything that may wait; null when it was taken before.</summary>
    public async Task<InboxMessage?> StoreAsync(Activity activity, MessageKey key, CancellationToken ct)
    {
        if (await IsTakenAsync(key, ct))
            return null;
        var message = Receive(activity, key);
        message.LeasedUntil = clock.GetUtcNow() + IntakeTimes.Lease;
        message.Attempts = 1;
        db.Add(message);
        await db.SaveChangesAsync(ct);
        return message;
    }

    /// <summary>The turn of a stored message; null when somebody else finished it.</summary>
    /// <param name="id">The message.</param>
    /// <param name="files">What came with it.</param>
    /// <param name="isAwaited">Asked once the reply is there: whether a callback still waits for it.</param>
    /// <param name="ct">Cancels the turn.</param>
    public async Task<InboxMessage?> RunStoredAsync(long id, IReadOnlyList<StoredFile> files, Func<bool> isAwaited, CancellationToken ct)
    {
        var message = await db.Set<InboxMessage>().SingleAsync(m => m.Id == id, ct);
        if (message.State != InboxState.Received)
            return null;
        await RunAsync(message, ActivityJson.Read(message.ActivityJson), files, isAwaited, ct);
        await db.SaveChangesAsync(ct);
        return message;
    }

    public Task<InboxMessage?> FindAsync(MessageKey key, CancellationToken ct) => db.Set<InboxMessage>()
        .SingleOrDefaultAsync(m => m.Channel == key.Channel && m.Account == key.Account && m.ExternalId == key.ExternalId, ct);

    private Task<bool> IsTakenAsync(MessageKey key, CancellationToken ct) => db.Set<InboxMessage>()
        .AnyAsync(m => m.Channel == key.Channel && m.Account == key.Account && m.ExternalId == key.ExternalId, ct);

    private InboxMessage Receive(Activity activity, MessageKey key) => new()
    {
        Channel = key.Channel,
        Account = key.Account,
        ExternalId = key.ExternalId,
        SenderId = activity.From.Id,
        ReceivedAt = clock.GetUtcNow(),
        ActivityJson = ActivityJson.Write(activity),
    };

    private async Task<Conversation> RunAsync(InboxMessage message, Activity activity, IReadOnlyList<StoredFile> files, Func<bool> isAwaited, CancellationToken ct)
    {
        var conversation = await ConversationOfAsync(activity, ct);
        conversation.LastInboundAt = clock.GetUtcNow();
        var result = await turn.RunAsync(activity, conversation, files, ct);
        var said = result.Reply is { } words ? await news.AddToAsync(words, conversation, result.Trace.Urgency == Emergency, ct) : null;
        var reply = said?.To(activity.ChannelId, activity.Account, activity.From.Id, clock.GetUtcNow());
        message.State = InboxState.Done;
        message.LeasedUntil = null;
        message.TraceJson = result.Trace.Write();
        if (reply is not null)
            Answer(message, reply, isAwaited());
        return conversation;
    }

    /// <summary>False when the message was taken before: then nothing of its second turn is stored.</summary>
    private async Task<bool> SaveNewAsync(InboxMessage message, Conversation conversation, MessageKey key, CancellationToken ct)
    {
        if (db.KnowsOnConflict && ChangesOnly(conversation))
            return await TurnRows.SaveAsync(db, message, conversation, ct);
        db.Add(message);
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException exception) when (db.IsUniqueViolation(exception))
        {
            if (await IsTakenAsync(key, ct))
                return false;
            throw;
        }
    }

    private bool ChangesOnly(Conversation conversation) => db.ChangeTracker.Entries()
        .All(entry => ReferenceEquals(entry.Entity, conversation) ? entry.State is EntityState.Modified : entry.State is EntityState.Unchanged);

    /// <summary>A reply that nobody waits for any more is due at once; the others only if they are never handed over.</summary>
    private void Answer(InboxMessage message, Activity reply, bool isAwaited)
    {
        message.ReplyJson = ActivityJson.Write(reply);
        message.WasOffered = isAwaited;
        message.ReplyDueAt = clock.GetUtcNow() + (isAwaited ? IntakeTimes.HandOverWithin : TimeSpan.Zero);
    }

    private async Task<Conversation> ConversationOfAsync(Activity activity, CancellationToken ct)
    {
        var peer = activity.ConversationId ?? activity.From.Id;
        var conversation = await TurnRows.FindConversationAsync(db, activity.ChannelId, activity.Account, peer, ct);
        if (conversation is null)
            db.Add(conversation = new Conversation { Channel = activity.ChannelId, Account = activity.Account, PeerId = peer });
        return conversation;
    }
}
