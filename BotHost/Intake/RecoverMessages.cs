using ChatDesk.BotHost.Conversations;
using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Delivery;
using ChatDesk.BotHost.Tasks;
using ChatDesk.BotHost.Texts;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Intake;

/// <summary>Takes up what a crash or a slow answer left behind, on any instance: turns that did not finish, replies that were never handed over.</summary>
internal sealed class RecoverMessages(DeskWork work, SlowTurns slow, TimeProvider clock)
{
    private const int BatchSize = 50;

    public async Task RunAsync(CancellationToken ct)
    {
        foreach (var id in await DueAsync(m => m.State == InboxState.Received && m.LeasedUntil <= clock.GetUtcNow(), ct))
            await ResumeAsync(id, ct);
        foreach (var id in await DueAsync(m => m.ReplyDueAt <= clock.GetUtcNow(), ct))
            await work.RunAsync(services => SendReplyAsync(services, id, ct), ct);
    }

    private Task<List<long>> DueAsync(System.Linq.Expressions.Expression<Func<InboxMessage, bool>> isDue, CancellationToken ct) => work.RunAsync(
        services => services.GetRequiredService<DeskDb>().Set<InboxMessage>().Where(isDue).OrderBy(m => m.Id).Select(m => m.Id).Take(BatchSize).ToListAsync(ct), ct);

    private async Task ResumeAsync(long id, CancellationToken ct)
    {
        var claimed = await work.RunAsync(services => ClaimAsync(services.GetRequiredService<DeskDb>(), id, ct), ct);
        if (claimed is not null)
            await slow.ResumeAsync(claimed);
    }

    /// <summary>Takes the lease; after too many tries a person has to look.</summary>
    private async Task<InboxMessage?> ClaimAsync(DeskDb db, long id, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var message = await db.Set<InboxMessage>().SingleAsync(m => m.Id == id, ct);
        if (message.State != InboxState.Received || message.LeasedUntil > now)
            return null;
        message.Attempts++;
        message.LeasedUntil = now + IntakeTimes.Lease;
        var isDead = message.Attempts > IntakeTimes.MaxAttempts;
        if (isDead)
            Bury(db, message, now);
        await db.SaveChangesAsync(ct);
        return isDead ? null : message;
    }

    private static void Bury(DeskDb db, InboxMessage message, DateTimeOffset now)
    {
        message.State = InboxState.Dead;
        message.LeasedUntil = null;
        db.Add(new DeskTask { Key = $"dead:{message.Id}", Kind = DeskTaskKind.DeadMessage, Title = DeliveryTexts.DeadMessage, CreatedAt = now });
    }

    /// <summary>The reply goes out another way; where a callback may have carried it, as a possible repeat.</summary>
    private async Task SendReplyAsync(IServiceProvider services, long id, CancellationToken ct)
    {
        var db = services.GetRequiredService<DeskDb>();
        var message = await db.Set<InboxMessage>().SingleAsync(m => m.Id == id, ct);
        if (message.ReplyDueAt is null || message.ReplyDueAt > clock.GetUtcNow())
            return;
        message.ReplyDueAt = null;
        var reply = ActivityJson.Read(message.ReplyJson!);
        var conversation = await db.Set<Conversation>()
            .SingleAsync(c => c.Channel == message.Channel && c.Account == message.Account && c.PeerId == reply.Recipient.Id, ct);
        var queued = services.GetRequiredService<Outbox>().ToOwner(
            $"reply:{message.Id}", conversation, DeliveryPurpose.Reply, new OutgoingMessage { Text = reply.Text, Attachments = reply.Attachments, Choices = reply.SuggestedActions });
        queued.IsPossibleRepeat = message.WasOffered;
        message.WasOffered = false;
        await db.SaveChangesAsync(ct);
    }
}
