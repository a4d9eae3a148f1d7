using System.Text.Json;
using ChatDesk.Channels.Sandbox.Phones;
using ChatDesk.Channels.Sandbox.Platform;
using ChatDesk.Channels.WeChat;
using Microsoft.AspNetCore.Http;

namespace ChatDesk.Channels.Sandbox.OfficialAccount;

/// <summary>The played message/template/send and message/subscribe/bizsend.</summary>
/// <remarks>Source: api_sendtemplatemessage and api_sendnewsubscribemsg under https://developers.weixin.qq.com/doc/service/api/notify/.</remarks>
internal sealed class Notices(SandboxPhones phones, Consents consents, NoticeEvents events, MessageIds ids, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Account, string ClientId), (long Id, DateTimeOffset Until)> _sent = [];

    public IResult SendTemplate(PlayedAccount account, PlatformBody body)
    {
        var message = body.Root;
        var phone = phones.Summary(PhoneKind.Owner, message.Text("touser") ?? "");
        if (phone is not { Following: true })
            return PlatformAnswer.Refuse(phone is null ? PlatformErrors.InvalidOpenId : PlatformErrors.NotFollowing);
        var (template, error) = Check(account, message, NoticeKind.Template);
        if (template is null)
            return PlatformAnswer.Refuse(error!.Value);
        var (id, isRepeat) = Number(account, message.Text("client_msg_id"));
        if (!isRepeat)
        {
            phones.Show(PhoneKind.Owner, phone.Id, NoticeView.Draw(template, message, message.Text("url")));
            events.TemplateSent(account, phone.Id, id);
        }
        return PlatformAnswer.Ok(("msgid", id));
    }

    public IResult SendSubscription(PlayedAccount account, PlatformBody body)
    {
        var message = body.Root;
        if (phones.Summary(PhoneKind.Owner, message.Text("touser") ?? "") is not { } phone)
            return PlatformAnswer.Refuse(PlatformErrors.InvalidOpenId);
        var (template, error) = Check(account, message, NoticeKind.Subscription);
        if (template is null)
            return PlatformAnswer.Refuse(error!.Value);
        if (!consents.TryUse(account.Key, phone.Id, template.Id))
            return PlatformAnswer.Refuse(PlatformErrors.NoConsent);
        phones.Show(PhoneKind.Owner, phone.Id, NoticeView.Draw(template, message, message.Text("page")));
        events.SubscriptionSent(account, phone.Id, template.Id, ids.Next());
        return PlatformAnswer.Ok();
    }

    private static (PlayedTemplate? Template, PlatformError? Error) Check(PlayedAccount account, JsonElement message, NoticeKind kind)
    {
        if (account.Templates.FirstOrDefault(t => t.Id == message.Text("template_id") && t.Kind == kind) is not { } template)
            return (null, PlatformErrors.InvalidTemplate);
        foreach (var field in template.Fields)
        {
            var value = message.Member("data")?.Member(field)?.Text("value");
            if (value is null || TemplateFields.Check(field, value) is not null)
                return (null, PlatformErrors.InvalidValue(field, isEmpty: value is null));
        }
        return (template, null);
    }

    /// <summary>The message's number; the first one's where the same client_msg_id came a short time ago.</summary>
    private (long Id, bool IsRepeat) Number(PlayedAccount account, string? clientId)
    {
        if (clientId is null)
            return (ids.Next(), false);
        lock (_gate)
        {
            if (_sent.TryGetValue((account.Key, clientId), out var first) && clock.GetUtcNow() < first.Until)
                return (first.Id, true);
            var id = ids.Next();
            _sent[(account.Key, clientId)] = (id, clock.GetUtcNow() + SandboxLimits.OfficialAccount.TemplateRepeat);
            return (id, false);
        }
    }
}
