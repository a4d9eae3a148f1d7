using ChatDesk.Channels.Activities;
using ChatDesk.Channels.Protocol;

namespace ChatDesk.Channels.WeChat;

/// <content>Template messages and 订阅通知.</content>
public sealed partial class WeChatClient
{
    private const int ValueInvalid = 47003;

    /// <summary>Sends a notice by its purpose. Field rules are checked first; a value that the platform refuses all the same is sent once more in plain letters.</summary>
    /// <returns>Closed where the account has no template for the purpose; Alert with <see cref="SendResult.FieldProblems"/> where a field breaks a rule.</returns>
    public async Task<SendResult> SendNoticeAsync(string account, string openId, TemplateNotice notice, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(notice);
        if (!Account(account).Templates.TryGetValue(notice.Purpose, out var template))
            return new SendResult(SendOutcome.Closed, ErrorCode: null, $"No template is configured for '{notice.Purpose}'.");
        var (data, problems) = NoticeText.Fill(template, notice);
        if (problems.Count > 0)
            return new SendResult(SendOutcome.Alert, ErrorCode: null, Sentence(problems), FieldProblems: problems);
        var answer = await SendNoticeAsync(account, openId, template, notice, data, ct);
        if (TryPlain(answer, data))
            answer = await SendNoticeAsync(account, openId, template, notice, data, ct);
        return new SendResult(answer.Outcome, answer.Code, answer.Error, MessageId: answer.Text("msgid"), FieldProblems: Refused(answer));
    }

    private Task<ApiAnswer> SendNoticeAsync(
        string account, string openId, NoticeTemplate template, TemplateNotice notice, Dictionary<string, TemplateValue> data, CancellationToken ct)
    {
        if (template.Kind is NoticeKind.Subscription)
        {
            SubscriptionMessage subscription = new(openId, template.Id, data) { Page = notice.Url, Miniprogram = notice.MiniProgram };
            return PostAsync(account, "cgi-bin/message/subscribe/bizsend", subscription, WeChatJson.Raw.SubscriptionMessage, ct);
        }
        TemplateMessage message = new(openId, template.Id, data) { Url = notice.Url, Miniprogram = notice.MiniProgram, ClientMsgId = notice.ClientMessageId };
        return PostAsync(account, "cgi-bin/message/template/send", message, WeChatJson.Raw.TemplateMessage, ct);
    }

    /// <summary>Makes the refused field plain; false where nothing was refused or the field is plain already.</summary>
    private static bool TryPlain(ApiAnswer answer, Dictionary<string, TemplateValue> data)
    {
        if (answer.Code is not ValueInvalid || NoticeText.Refused(answer.Error) is not { } field || !data.TryGetValue(field, out var refused))
            return false;
        var plain = TemplateFields.Plain(refused.Value);
        if (plain == refused.Value || TemplateFields.Check(field, plain) is not null)
            return false;
        data[field] = new TemplateValue(plain);
        return true;
    }

    private static FieldProblem[]? Refused(ApiAnswer answer) => answer.Code is ValueInvalid && NoticeText.Refused(answer.Error) is { } field
        ? [TemplateFields.Check(field, "") ?? new FieldProblem(field, "平台不接受这个字段的内容")]
        : null;

    private static string Sentence(IEnumerable<FieldProblem> problems) => string.Join('；', problems.Select(p => $"{p.Field}：{p.Rule}"));
}
