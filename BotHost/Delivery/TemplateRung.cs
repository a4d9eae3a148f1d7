using System.Globalization;
using ChatDesk.BotHost.Conversations;
using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Security;
using ChatDesk.BotHost.Tasks;
using ChatDesk.BotHost.Texts;
using ChatDesk.BotHost.Tickets;
using ChatDesk.Channels.Activities;
using ChatDesk.Channels.WeChat;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ChatDesk.BotHost.Delivery;

/// <summary>
/// 模板消息 or 订阅通知 by purpose (progress, finished, notice) where the account's configuration has one. Names that its fields
/// may use: number, subject, place, status, time, text.
/// </summary>
internal sealed class TemplateRung(
    DeskDb db, BudgetLedger ledger, IOptionsMonitor<WeChatAccount> accounts, Links links, DeskCalendar calendar) : IRung
{
    public DeliveryRung Rung => DeliveryRung.Template;

    public async Task<RungAnswer> TryTakeAsync(OutboxMessage message, CancellationToken ct)
    {
        if (TemplateOf(message) is not { } template)
            return new RungAnswer.No(DeliveryTexts.NoTemplate);
        if (template.Kind == NoticeKind.Template && !await FollowsAsync(message, ct))
            return new RungAnswer.No(DeliveryTexts.Unfollowed);
        if (await TakeAsync(message, template, ct) is { } why)
            return new RungAnswer.No(why);
        return new RungAnswer.Go(message.Channel, await NoticeAsync(message, ct), IsCharged: true);
    }

    public async Task GiveBackAsync(OutboxMessage message, CancellationToken ct)
    {
        if (message.ChargedAt is not { } takenAt || TemplateOf(message) is not { } template)
            return;
        if (template.Kind == NoticeKind.Template)
            await ledger.GiveBackToAccountAsync(SendBudget.Template, message.Account, takenAt, ct);
        else
            (await ConsentAsync(message, template, ct)).GiveConsentBack();
    }

    public async Task RefusedAsync(OutboxMessage message, SendResult result, CancellationToken ct)
    {
        if (TemplateOf(message) is not { } template)
            return;
        switch (result.Outcome)
        {
            case SendOutcome.Quota when template.Kind == NoticeKind.Template:
                await ledger.UseUpAccountAsync(SendBudget.Template, message.Account, ct);
                break;
            case SendOutcome.Closed when template.Kind == NoticeKind.Subscription:
                (await ConsentAsync(message, template, ct)).Revoke();
                break;
            case SendOutcome.Drop when template.Kind == NoticeKind.Template && await ConversationAsync(message, ct) is { } conversation:
                conversation.IsReachable = false;
                break;
            case SendOutcome.Alert:
                await AskForRepairAsync(message, result, ct);
                break;
        }
    }

    public DateTimeOffset QuotaEndsAt(OutboxMessage message) => ledger.EndOf(SendBudget.Template);

    /// <summary>A template message's client_msg_id is recognised for ten minutes; a 订阅通知 has none.</summary>
    public bool RecognisesRepeats(OutboxMessage message) => TemplateOf(message)?.Kind == NoticeKind.Template;

    private static string KeyOf(DeliveryPurpose purpose) => purpose switch
    {
        DeliveryPurpose.Progress => "progress",
        DeliveryPurpose.Finished => "finished",
        _ => "notice",
    };

    private NoticeTemplate? TemplateOf(OutboxMessage message) => message.Channel == ChannelNames.OfficialAccount
        ? accounts.Get(message.Account).Templates.GetValueOrDefault(KeyOf(message.Purpose))
        : null;

    private async Task<bool> FollowsAsync(OutboxMessage message, CancellationToken ct) => await ConversationAsync(message, ct) is { IsReachable: true };

    private async Task<string?> TakeAsync(OutboxMessage message, NoticeTemplate template, CancellationToken ct) => template.Kind == NoticeKind.Template
        ? await ledger.TryTakeOfAccountAsync(SendBudget.Template, message.Account, ct) ? null : DeliveryTexts.TemplatesUsedUp
        : (await ConsentAsync(message, template, ct)).TryTakeConsent() ? null : DeliveryTexts.NoConsent;

    private Task<BudgetUse> ConsentAsync(OutboxMessage message, NoticeTemplate template, CancellationToken ct) =>
        ledger.ConsentAsync(message.Account, message.RecipientId, template.Id, ct);

    private async Task<Activity> NoticeAsync(OutboxMessage message, CancellationToken ct)
    {
        var activity = ActivityJson.Read(message.ActivityJson);
        var ticket = await db.Set<Ticket>().AsNoTracking().SingleOrDefaultAsync(t => t.Number == message.TicketNumber, ct);
        TemplateNotice notice = new(
            KeyOf(message.Purpose), Values(message, activity, ticket), UrlOf(message, ticket), string.Create(CultureInfo.InvariantCulture, $"desk-{message.Id}"));
        return activity with { Text = null, SuggestedActions = [], Attachments = [notice.ToAttachment()] };
    }

    private Dictionary<string, string> Values(OutboxMessage message, Activity activity, Ticket? ticket)
    {
        var text = message.Brief ?? activity.Text ?? "";
        return new()
        {
            ["number"] = ticket?.Number ?? "",
            ["subject"] = ticket?.Subject ?? text,
            ["place"] = ticket?.Place ?? "",
            ["status"] = ticket is null ? DeliveryTexts.NewMessage : TicketTexts.StateName(ticket.State),
            ["time"] = calendar.ToLocal(message.QueuedAt).ToString("yyyy年M月d日 HH:mm", CultureInfo.InvariantCulture),
            ["text"] = text,
        };
    }

    private string? UrlOf(OutboxMessage message, Ticket? ticket) => ticket switch
    {
        null => null,
        _ when message.Purpose == DeliveryPurpose.Finished => links.Survey(ticket.Number, ticket.Resolution),
        _ => links.Progress(ticket.Number),
    };

    /// <summary>A template that the platform refuses stays refused until somebody mends the configuration: one task for each.</summary>
    private async Task AskForRepairAsync(OutboxMessage message, SendResult result, CancellationToken ct)
    {
        var key = $"template:{message.Account}:{KeyOf(message.Purpose)}:{result.ErrorCode}";
        if (await db.Set<DeskTask>().AnyAsync(task => task.Key == key, ct))
            return;
        var fields = string.Join('；', (result.FieldProblems ?? []).Select(problem => $"{problem.Field}：{problem.Rule}"));
        db.Add(new DeskTask
        {
            Key = key,
            Kind = DeskTaskKind.Misconfigured,
            Title = DeliveryTexts.TemplateRefused(KeyOf(message.Purpose), result.ErrorCode, fields),
            CreatedAt = calendar.Now,
        });
    }

    private Task<Conversation?> ConversationAsync(OutboxMessage message, CancellationToken ct) => db.Set<Conversation>()
        .SingleOrDefaultAsync(c => c.Channel == message.Channel && c.Account == message.Account && c.PeerId == message.RecipientId, ct);
}
