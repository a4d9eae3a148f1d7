using ChatDesk.BotHost.Conversations;
using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Owners;
using ChatDesk.BotHost.Staff;
using ChatDesk.BotHost.Texts;
using ChatDesk.Channels.Activities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ChatDesk.BotHost.Delivery;

/// <summary>An SMS to the phone in the register, where the company has a gateway.</summary>
internal sealed class SmsRung(DeskDb db, IOptions<SmsOptions> options, StaffRoster roster, TimeProvider clock) : IRung
{
    private static readonly TimeSpan GatewayPause = TimeSpan.FromMinutes(5);

    public DeliveryRung Rung => DeliveryRung.Sms;

    public async Task<RungAnswer> TryTakeAsync(OutboxMessage message, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(options.Value.Url))
            return new RungAnswer.No(DeliveryTexts.NoSms);
        var activity = ActivityJson.Read(message.ActivityJson);
        if ((message.Brief ?? activity.Text) is not { Length: > 0 } text)
            return new RungAnswer.No(DeliveryTexts.NoSmsText);
        if (await PhoneAsync(message, ct) is not { Length: > 0 } phone)
            return new RungAnswer.No(DeliveryTexts.NoPhone);
        return new RungAnswer.Go(SmsClient.Key, SmsOf(message, activity, phone, text), IsCharged: false);
    }

    public Task GiveBackAsync(OutboxMessage message, CancellationToken ct) => Task.CompletedTask;

    public Task RefusedAsync(OutboxMessage message, SendResult result, CancellationToken ct) => Task.CompletedTask;

    public DateTimeOffset QuotaEndsAt(OutboxMessage message) => clock.GetUtcNow() + GatewayPause;

    /// <summary>The gateway gets the same id again; whether it looks at it is not known.</summary>
    public bool RecognisesRepeats(OutboxMessage message) => false;

    private static Activity SmsOf(OutboxMessage message, Activity activity, string phone, string text) => activity with
    {
        Type = ActivityType.Message,
        Id = message.Key,
        ChannelId = SmsClient.Key,
        Recipient = new ChannelAccount(phone),
        Text = text,
        Attachments = [],
        SuggestedActions = [],
        ReplyToId = null,
    };

    private async Task<string?> PhoneAsync(OutboxMessage message, CancellationToken ct)
    {
        if (message.Purpose == DeliveryPurpose.Staff)
            return roster.Find(message.RecipientId)?.Phone;
        var owners = from conversation in db.Set<Conversation>()
                     join owner in db.Set<Owner>() on conversation.OwnerId equals owner.Id
                     where conversation.Channel == message.Channel && conversation.Account == message.Account && conversation.PeerId == message.RecipientId
                     select owner.Phone;
        return await owners.SingleOrDefaultAsync(ct);
    }
}
