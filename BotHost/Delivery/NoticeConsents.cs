using ChatDesk.Channels.Activities;

namespace ChatDesk.BotHost.Delivery;

/// <summary>Writes into the ledger which 订阅通知 an owner accepted: one message for each acceptance.</summary>
/// <remarks>Events: https://developers.weixin.qq.com/doc/service/guide/product/subscription_messages/intro (subscribe_msg_popup_event, subscribe_msg_change_event).</remarks>
public sealed class NoticeConsents(BudgetLedger ledger)
{
    public const string Answered = "subscribe_msg_popup_event";
    public const string Changed = "subscribe_msg_change_event";

    private const string Template = "/TemplateId";
    private const string Status = "/SubscribeStatusString";

    /// <summary>An acceptance adds one; a refusal in the account's settings takes back what was not used.</summary>
    public async Task RecordAsync(Activity activity, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(activity);
        foreach (var (field, templateId) in activity.Values.Where(value => value.Key.EndsWith(Template, StringComparison.Ordinal)))
        {
            var consent = await ledger.ConsentAsync(activity.Account, activity.From.Id, templateId, ct);
            var status = activity.Values.GetValueOrDefault(field[..^Template.Length] + Status);
            if (status == "accept" && activity.Name == Answered)
                consent.Grant();
            if (status == "reject" && activity.Name == Changed)
                consent.Revoke();
        }
    }
}
