using ChatDesk.BotHost.Conversations;
using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Texts;
using ChatDesk.BotHost.Tickets;
using ChatDesk.Channels.Activities;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Delivery;

/// <summary>The channel's own message: 客服消息 within their window, WeCom messages within their pace, others freely.</summary>
internal sealed class ChatRung(DeskDb db, BudgetLedger ledger, DeskCalendar calendar) : IRung
{
    private static readonly TimeSpan PlatformMinute = TimeSpan.FromMinutes(1);

    public DeliveryRung Rung => DeliveryRung.Chat;

    public async Task<RungAnswer> TryTakeAsync(OutboxMessage message, CancellationToken ct)
    {
        var activity = ActivityJson.Read(message.ActivityJson);
        RungAnswer go = new RungAnswer.Go(message.Channel, activity, IsCharged: true);
        if (message.Channel == ChannelNames.OfficialAccount)
            return await RefuseAsync(message, ct) is { } why ? new RungAnswer.No(why) : go;
        if (PaceOf(message, activity) is not { } pace)
            return new RungAnswer.Go(message.Channel, activity, IsCharged: false);
        var freeAt = await ledger.TakeInPaceAsync(pace, message.Account, message.RecipientId.Split('|'), message.ChargedAt!.Value, ct);
        return freeAt <= message.ChargedAt ? go : new RungAnswer.Wait(freeAt);
    }

    public async Task GiveBackAsync(OutboxMessage message, CancellationToken ct)
    {
        if (message.ChargedAt is not { } takenAt)
            return;
        if (PaceOf(message, ActivityJson.Read(message.ActivityJson)) is { } pace)
            await ledger.GiveBackInPaceAsync(pace, message.Account, message.RecipientId.Split('|'), takenAt, ct);
        else if (await ConversationAsync(message, ct) is { } conversation)
            await ledger.GiveMessageBackAsync(conversation, takenAt, ct);
    }

    public async Task RefusedAsync(OutboxMessage message, SendResult result, CancellationToken ct)
    {
        if (message.Channel != ChannelNames.OfficialAccount || await ConversationAsync(message, ct) is not { } conversation)
            return;
        if (result.Outcome == SendOutcome.Drop)
            conversation.IsReachable = false;
        if (result.Outcome == SendOutcome.Closed)
            await ledger.UseUpMessagesAsync(conversation, ct);
    }

    /// <summary>WeChat counts by the day, WeCom and its robots by the minute.</summary>
    public DateTimeOffset QuotaEndsAt(OutboxMessage message) => message.Channel == ChannelNames.OfficialAccount
        ? calendar.ToInstant(calendar.LocalNow.Date.AddDays(1))
        : calendar.Now + PlatformMinute;

    public bool RecognisesRepeats(OutboxMessage message) => message.Channel == ChannelNames.WeCom;

    /// <summary>An update of a card is no message and costs nothing.</summary>
    private static SendBudget? PaceOf(OutboxMessage message, Activity activity) => message.Channel switch
    {
        ChannelNames.WeCom when activity.Type == ActivityType.Message => SendBudget.Member,
        RobotClient.Key => SendBudget.Robot,
        _ => null,
    };

    /// <summary>Takes one of the window's units, or says why not.</summary>
    private async Task<string?> RefuseAsync(OutboxMessage message, CancellationToken ct)
    {
        if (await ConversationAsync(message, ct) is not { } conversation)
            return DeliveryTexts.NeverWrote;
        if (!conversation.IsReachable)
            return DeliveryTexts.Unfollowed;
        var keep = await MustKeepAsync(message, conversation, ct) ? 1 : 0;
        if (await ledger.TryTakeMessageAsync(conversation, keep, ct))
            return null;
        var left = await ledger.LeftAsync(conversation, ct);
        return left.EndsAt is null ? DeliveryTexts.WindowClosed : left.Left > 0 ? DeliveryTexts.KeptForFinished : DeliveryTexts.WindowUsedUp;
    }

    /// <summary>The last unit of a window belongs to 完工 (decision 14), as long as one is to come.</summary>
    private async Task<bool> MustKeepAsync(OutboxMessage message, Conversation conversation, CancellationToken ct) => message.Purpose switch
    {
        DeliveryPurpose.Progress => true,
        DeliveryPurpose.Notice => await db.Set<Ticket>().AnyAsync(
            ticket => ticket.ConversationId == conversation.Id && ticket.FinishedAt == null
                && (ticket.State == TicketState.Dispatched || ticket.State == TicketState.InProgress),
            ct),
        _ => false,
    };

    private Task<Conversation?> ConversationAsync(OutboxMessage message, CancellationToken ct) => db.Set<Conversation>()
        .SingleOrDefaultAsync(c => c.Channel == message.Channel && c.Account == message.Account && c.PeerId == message.RecipientId, ct);
}
