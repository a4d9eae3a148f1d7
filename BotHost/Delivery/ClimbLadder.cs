using ChatDesk.BotHost.Conversations;
using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Tasks;
using ChatDesk.BotHost.Texts;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Delivery;

/// <summary>Finds the first rung, from where a message stands, that takes it now; at the foot wait the next reply or a person.</summary>
internal sealed class ClimbLadder(DeskDb db, IEnumerable<IRung> rungs, WaitingNews news, TimeProvider clock)
{
    /// <returns>What to send, or null when the message is not to be sent now: its row says why.</returns>
    public async Task<RungAnswer.Go?> RunAsync(OutboxMessage message, CancellationToken ct)
    {
        while (true)
        {
            message.ChargedAt = clock.GetUtcNow();
            switch (rungs.FirstOrDefault(rung => rung.Rung == message.Rung))
            {
                case null:
                    await EndAsync(message, ct);
                    return null;
                case var rung when await rung.TryTakeAsync(message, ct) is var answer:
                    if (answer is RungAnswer.Go go)
                        return Mark(message, go);
                    if (answer is RungAnswer.Wait wait)
                        return Postpone(message, wait.Until);
                    StepDown(message, ((RungAnswer.No)answer).Why);
                    break;
            }
        }
    }

    /// <summary>The rung where it stands did not carry it. What may have arrived already never goes out a second way: a person looks.</summary>
    public static void StepDown(OutboxMessage message, string why)
    {
        message.Refusals = Join(message.Refusals, DeliveryTexts.OnRung(message.Rung, why));
        message.Rung = message.IsPossibleRepeat || message.MayHaveArrived
            ? DeliveryRung.Person
            : DeliveryLadder.Below(message.Purpose, message.Rung) ?? DeliveryRung.Person;
        message.ChargedAt = null;
    }

    /// <summary>Nobody can deliver it: a visible task with the reason.</summary>
    public async Task HandToPersonAsync(OutboxMessage message, CancellationToken ct)
    {
        message.State = OutboxState.Failed;
        message.Rung = DeliveryRung.Person;
        message.LeasedUntil = null;
        message.ChargedAt = null;
        await TellPersonAsync(message, ct);
    }

    /// <summary>One task for each message, however often it fails.</summary>
    public async Task TellPersonAsync(OutboxMessage message, CancellationToken ct)
    {
        var key = $"undelivered:{message.Id}";
        if (db.Set<DeskTask>().Local.Any(task => task.Key == key) || await db.Set<DeskTask>().AnyAsync(task => task.Key == key, ct))
            return;
        var conversation = message.Purpose == DeliveryPurpose.Staff ? null : await db.Set<Conversation>().AsNoTracking()
            .SingleOrDefaultAsync(c => c.Channel == message.Channel && c.Account == message.Account && c.PeerId == message.RecipientId, ct);
        db.Add(new DeskTask
        {
            Key = key,
            Kind = DeskTaskKind.Undelivered,
            Title = DeliveryTexts.Undelivered(message),
            TicketNumber = message.TicketNumber,
            ConversationId = conversation?.Id,
            CreatedAt = clock.GetUtcNow(),
        });
    }

    /// <summary>Whether another machine's way below could carry it.</summary>
    public async Task<bool> CanGoDownAsync(OutboxMessage message, CancellationToken ct)
    {
        foreach (var below in DeliveryLadder.Of(message.Purpose).SkipWhile(rung => rung != message.Rung).Skip(1))
        {
            if (rungs.FirstOrDefault(rung => rung.Rung == below) is not { } rung || await rung.TryTakeAsync(message, ct) is not RungAnswer.Go)
                continue;
            message.ChargedAt = clock.GetUtcNow();
            await rung.GiveBackAsync(message, ct);
            return true;
        }

        return false;
    }

    private RungAnswer.Go Mark(OutboxMessage message, RungAnswer.Go go)
    {
        message.State = OutboxState.Sending;
        message.LeasedUntil = clock.GetUtcNow() + SendDue.Lease;
        message.Attempts++;
        message.ChargedAt = go.IsCharged ? message.ChargedAt : null;
        return go;
    }

    private static RungAnswer.Go? Postpone(OutboxMessage message, DateTimeOffset until)
    {
        message.State = OutboxState.Queued;
        message.DueAt = until;
        message.LeasedUntil = null;
        message.ChargedAt = null;
        return null;
    }

    private async Task EndAsync(OutboxMessage message, CancellationToken ct)
    {
        if (message.Rung == DeliveryRung.NextReply && await news.TryHoldAsync(message, ct))
            return;
        await HandToPersonAsync(message, ct);
    }

    private static string Join(string? before, string why)
    {
        var joined = before is null ? why : $"{before}；{why}";
        return joined.Length <= OutboxMessage.ErrorMaxLength ? joined : joined[..OutboxMessage.ErrorMaxLength];
    }
}
