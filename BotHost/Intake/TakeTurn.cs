using ChatDesk.BotHost.Conversations;
using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Delivery;
using ChatDesk.BotHost.Tickets;
using ChatDesk.Channels.Activities;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Intake;

/// <summary>Runs one turn inside a scope: message, reply, ticket changes, events and outbox rows are saved together.</summary>
public sealed class TakeTurn(DeskDb db, ITurn turn, TimeProvider clock)
{
    /// <summary>The whole turn of a new message, or null when it was taken before.</summary>
    public async Task<InboxMessage?> RunNewAsync(Activity activity, MessageKey key, CancellationToken ct)
    {
        if (await FindAsync(key, ct) is not null)
            return null;
        var message = Receive(activity, key);
        await RunAsync(message, activity, [], ct);
        return message;
    }

    /// <summary>Commits the message alone, before anything that may wait; null when it was taken before.</summary>
    public async Task<InboxMessage?> StoreAsync(Activity activity, MessageKey key, CancellationToken ct)
    {
        if (await FindAsync(key, ct) is not null)
            return null;
        var message = Receive(activity, key);
        message.LeasedUntil = clock.GetUtcNow() + IntakeTimes.Lease;
        message.Attempts = 1;
        await db.SaveChangesAsync(ct);
        return message;
    }

    /// <summary>The turn of a stored message; null when somebody else finished it.</summary>
    public async Task<InboxMessage?> RunStoredAsync(long id, IReadOnlyList<StoredFile> files, CancellationToken ct)
    {
        var message = await db.Set<InboxMessage>().SingleAsync(m => m.Id == id, ct);
        if (message.State != InboxState.Received)
            return null;
        await RunAsync(message, ActivityJson.Read(message.ActivityJson), files, ct);
        return message;
    }

    public Task<InboxMessage?> FindAsync(MessageKey key, CancellationToken ct) => db.Set<InboxMessage>()
        .SingleOrDefaultAsync(m => m.Channel == key.Channel && m.Account == key.Account && m.ExternalId == key.ExternalId, ct);

    private InboxMessage Receive(Activity activity, MessageKey key)
    {
        InboxMessage message = new()
        {
            Channel = key.Channel,
            Account = key.Account,
            ExternalId = key.ExternalId,
            SenderId = activity.From.Id,
            ReceivedAt = clock.GetUtcNow(),
            ActivityJson = ActivityJson.Write(activity),
        };
        db.Add(message);
        return message;
    }

    private async Task RunAsync(InboxMessage message, Activity activity, IReadOnlyList<StoredFile> files, CancellationToken ct)
    {
        var conversation = await ConversationOfAsync(activity, ct);
        conversation.LastInboundAt = clock.GetUtcNow();
        var result = await turn.RunAsync(activity, conversation, files, ct);
        var reply = result.Reply?.To(activity.ChannelId, activity.Account, activity.From.Id, clock.GetUtcNow());
        message.State = InboxState.Done;
        message.LeasedUntil = null;
        message.ReplyJson = reply is null ? null : ActivityJson.Write(reply);
        message.ReplyDueAt = reply is null ? null : clock.GetUtcNow() + IntakeTimes.HandOverWithin;
        message.TraceJson = result.Trace.Write();
        await db.SaveChangesAsync(ct);
    }

    private async Task<Conversation> ConversationOfAsync(Activity activity, CancellationToken ct)
    {
        var peer = activity.ConversationId ?? activity.From.Id;
        var conversation = await db.Set<Conversation>()
            .SingleOrDefaultAsync(c => c.Channel == activity.ChannelId && c.Account == activity.Account && c.PeerId == peer, ct);
        if (conversation is null)
            db.Add(conversation = new Conversation { Channel = activity.ChannelId, Account = activity.Account, PeerId = peer });
        return conversation;
    }
}
