using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Texts;
using ChatDesk.Channels.Activities;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Delivery;

/// <summary>Hears what a platform answered to a send, inside the change that settles it.</summary>
public interface ISendReaction
{
    Task OnSentAsync(OutboxMessage message, SendResult result, CancellationToken ct);
}

/// <summary>Completes a message just before it goes, inside the change that claims it.</summary>
public interface ISendPreparation
{
    /// <returns>False when it is not to be sent now; the row says when.</returns>
    Task<bool> PrepareAsync(OutboxMessage message, Activity activity, CancellationToken ct);
}

/// <summary>Records what came of a send and decides what follows: done, again later, the next rung, or a person's task.</summary>
internal sealed class SettleSend(DeskDb db, DeskCalendar calendar, IEnumerable<IRung> rungs, ClimbLadder ladder, IEnumerable<ISendReaction> reactions)
{
    private const int MaxAttempts = 8;
    private static readonly TimeSpan AfterUnknown = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AfterAlert = TimeSpan.FromMinutes(1);

    /// <param name="id">The row.</param>
    /// <param name="result">What the platform said; null for a message that the channel cannot carry.</param>
    /// <param name="ct">Cancels it.</param>
    public async Task<OutboxMessage> RunAsync(long id, SendResult? result, CancellationToken ct)
    {
        var row = await db.Set<OutboxMessage>().SingleAsync(r => r.Id == id, ct);
        if (row.State != OutboxState.Sending)
            return row;
        row.LeasedUntil = null;
        row.LastError = ErrorOf(result);
        var rung = rungs.Single(each => each.Rung == row.Rung);
        if (result?.Outcome is not (SendOutcome.Sent or SendOutcome.Unknown))
            await rung.GiveBackAsync(row, ct);
        await SettleAsync(row, rung, result, ct);
        await db.SaveChangesAsync(ct);
        return row;
    }

    /// <summary>The row of a process that died during the call: what came of it is not known.</summary>
    public void LeftBehind(OutboxMessage row)
    {
        row.MayHaveArrived = true;
        row.IsPossibleRepeat |= !rungs.Single(each => each.Rung == row.Rung).RecognisesRepeats(row);
    }

    private static string? ErrorOf(SendResult? result)
    {
        if (result?.Outcome == SendOutcome.Sent)
            return null;
        var error = result is null ? "The channel cannot carry it." : $"{result.ErrorCode} {result.Error}".Trim();
        return error.Length <= OutboxMessage.ErrorMaxLength ? error : error[..OutboxMessage.ErrorMaxLength];
    }

    private Task SettleAsync(OutboxMessage row, IRung rung, SendResult? result, CancellationToken ct) => result?.Outcome switch
    {
        null => DownAsync(row, DeliveryTexts.NotFit, ct),
        SendOutcome.Sent => SentAsync(row, rung, result, ct),
        SendOutcome.Retry => AgainAsync(row, TimeSpan.FromSeconds(Math.Min(300, 1 << Math.Min(row.Attempts, 8))), ct),
        SendOutcome.Unknown => OnceMoreAsync(row, rung, ct),
        SendOutcome.Quota => QuotaAsync(row, rung, result, ct),
        SendOutcome.Alert when row.Rung == DeliveryRung.Chat => AlertAsync(row, ct),
        _ => RefusedAsync(row, rung, result, ct),
    };

    private async Task SentAsync(OutboxMessage row, IRung rung, SendResult result, CancellationToken ct)
    {
        var unreached = result.InvalidRecipients ?? [];
        if (unreached.Count > 0 && row.RecipientId.Split('|').All(id => unreached.Contains(id, StringComparer.OrdinalIgnoreCase)))
        {
            await RefusedAsync(row, rung, result with { Outcome = SendOutcome.Drop, ErrorCode = NoRecipient }, ct);
            return;
        }

        row.State = OutboxState.Sent;
        row.SentAt = calendar.Now;
        foreach (var member in unreached)
            ForwardTo(member, row);
        foreach (var reaction in reactions)
            await reaction.OnSentAsync(row, result, ct);
    }

    /// <summary>WeCom's code for "not one valid recipient".</summary>
    private const int NoRecipient = 81013;

    /// <summary>One of several was not reached: the next rung is for that one alone.</summary>
    private void ForwardTo(string member, OutboxMessage row)
    {
        OutboxMessage forwarded = new()
        {
            Key = $"{row.Key}:{member}",
            Channel = row.Channel,
            Account = row.Account,
            RecipientId = member,
            Purpose = row.Purpose,
            ActivityJson = row.ActivityJson,
            TicketNumber = row.TicketNumber,
            Brief = row.Brief,
            QueuedAt = row.QueuedAt,
            DueAt = calendar.Now,
        };
        ClimbLadder.StepDown(forwarded, DeliveryTexts.NotAMember);
        db.Add(forwarded);
    }

    private async Task RefusedAsync(OutboxMessage row, IRung rung, SendResult result, CancellationToken ct)
    {
        await rung.RefusedAsync(row, result, ct);
        await DownAsync(row, DeliveryTexts.Refused(result.ErrorCode, row.Purpose == DeliveryPurpose.Staff), ct);
    }

    private async Task DownAsync(OutboxMessage row, string why, CancellationToken ct)
    {
        ClimbLadder.StepDown(row, why);
        if (row.Rung == DeliveryRung.Person)
        {
            await ladder.HandToPersonAsync(row, ct);
            return;
        }

        row.State = OutboxState.Queued;
        row.DueAt = calendar.Now;
        row.MayBePassed = false;
        row.IsNextRung = true;
    }

    /// <summary>A used-up day is over at midnight; what should not wait so long takes the next rung that is free.</summary>
    private async Task QuotaAsync(OutboxMessage row, IRung rung, SendResult result, CancellationToken ct)
    {
        await rung.RefusedAsync(row, result, ct);
        if (row.Purpose == DeliveryPurpose.Progress || (row.Purpose != DeliveryPurpose.Staff && await ladder.CanGoDownAsync(row, ct)))
            await DownAsync(row, DeliveryTexts.Refused(result.ErrorCode, row.Purpose == DeliveryPurpose.Staff), ct);
        else
            await AgainAsync(row, rung.QuotaEndsAt(row) - calendar.Now, ct);
    }

    /// <summary>A person has to look; meanwhile it is tried each minute, and holds up nobody.</summary>
    private async Task AlertAsync(OutboxMessage row, CancellationToken ct)
    {
        await ladder.TellPersonAsync(row, ct);
        row.MayBePassed = true;
        await AgainAsync(row, AfterAlert, ct);
    }

    /// <summary>The call may have been carried out: one more try on the same rung, recorded as a possible repeat where the platform does not recognise its own.</summary>
    private async Task OnceMoreAsync(OutboxMessage row, IRung rung, CancellationToken ct)
    {
        row.MayHaveArrived = true;
        if (row.IsPossibleRepeat)
        {
            await DownAsync(row, DeliveryTexts.PerhapsArrived, ct);
            return;
        }

        row.IsPossibleRepeat = !rung.RecognisesRepeats(row);
        await AgainAsync(row, AfterUnknown, ct);
    }

    private Task AgainAsync(OutboxMessage row, TimeSpan after, CancellationToken ct)
    {
        if (row.Attempts >= MaxAttempts)
            return DownAsync(row, DeliveryTexts.TriedOften, ct);
        row.State = OutboxState.Queued;
        row.DueAt = calendar.Now + after;
        return Task.CompletedTask;
    }
}
