using ChatDesk.BotHost.Delivery;

namespace ChatDesk.BotHost.Texts;

/// <summary>What the desk reads about messages that did not arrive, and what owners read of what waited for their next message.</summary>
public static class DeliveryTexts
{
    public const string DeadMessage = "有一条消息多次处理失败，请人工查看";

    public const string NeverWrote = "业主没有在公众号里发过消息";
    public const string Unfollowed = "业主已取消关注";
    public const string WindowClosed = "业主48小时内没有发过消息";
    public const string WindowUsedUp = "本次可发的条数已用完";
    public const string KeptForFinished = "最后一条留给完工通知";
    public const string NoTemplate = "没有配置模板";
    public const string TemplatesUsedUp = "今天的模板消息已用完";
    public const string NoConsent = "业主没有同意接收订阅通知";
    public const string NoSms = "没有配置短信通道";
    public const string NoSmsText = "内容不适合发短信";
    public const string NoPhone = "没有登记手机号";
    public const string NotAMember = "员工不在企业微信可见范围内";
    public const string PerhapsArrived = "平台没有回音，可能已经收到，请核实";
    public const string TriedOften = "多次发送失败";
    public const string NotFit = "内容不能用这种方式发送";
    public const string NewMessage = "新消息";

    /// <summary>The Chinese name of a way to send.</summary>
    public static string Rung(DeliveryRung rung, bool toStaff = false) => rung switch
    {
        DeliveryRung.Chat => toStaff ? "企业微信" : "公众号消息",
        DeliveryRung.Template => "模板或订阅通知",
        DeliveryRung.Sms => "短信",
        DeliveryRung.NextReply => "随下次回复",
        _ => "电话",
    };

    public static string OnRung(DeliveryRung rung, string why) => rung switch
    {
        DeliveryRung.Chat => why,
        _ => $"{Rung(rung)}：{why}",
    };

    /// <summary>What a platform's refusal means, with its code for whoever has to look it up.</summary>
    public static string Refused(int? code, bool toStaff) => code switch
    {
        45015 => $"{WindowClosed}（45015）",
        45047 => $"{WindowUsedUp}（45047）",
        45009 => "平台当天的额度已用完（45009）",
        43004 or 50005 => $"{Unfollowed}（{code}）",
        43101 => $"{NoConsent}（43101）",
        48002 => "业主拒收消息（48002）",
        47003 => "模板字段不符合规则（47003）",
        40037 => "模板编号无效（40037）",
        81013 or 60111 or 60011 or 50002 or 40031 => $"{NotAMember}（{code}）",
        40003 or 46004 => toStaff ? $"{NotAMember}（{code}）" : $"找不到这个微信用户（{code}）",
        null => "平台没有接受",
        _ => $"平台没有接受（{code}）",
    };

    public static string Undelivered(OutboxMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var what = message.Purpose switch
        {
            DeliveryPurpose.Staff => "给员工的消息没有送达",
            DeliveryPurpose.Finished => "完工通知没有送达业主",
            _ => "给业主的消息没有送达",
        };
        var why = message.Refusals is null ? "" : $"（{message.Refusals}）";
        var title = $"{what}{why}，请电话{(message.Purpose == DeliveryPurpose.Staff ? "通知" : "告知")}";
        return title.Length <= 400 ? title : $"{what}，请电话联系";
    }

    public static string TemplateRefused(string purpose, int? code, string fields) =>
        $"公众号模板“{purpose}”发不出去：{(fields.Length > 0 ? fields : Refused(code, toStaff: false))}。请管理员核对模板编号和字段";

    /// <summary>What the number of messages left means, for a clerk.</summary>
    public static string BudgetNote(BudgetLeft left, string endsAt)
    {
        ArgumentNullException.ThrowIfNull(left);
        return left switch
        {
            { EndsAt: null } => $"业主48小时内没有发过消息，现在不能主动发公众号消息；业主来信后可再发{left.Of}条。",
            { Left: 0 } => $"公众号消息已用完，{endsAt}截止；业主再来信后重新计算。",
            { Left: 1 } => $"还可主动发1条公众号消息，留给完工通知，{endsAt}截止。",
            _ => $"还可主动发{left.Left}条公众号消息，{endsAt}截止。",
        };
    }

    /// <summary>What became of a word to the owner.</summary>
    public static string Outcome(OwnerReminder reminder, string sentAt)
    {
        ArgumentNullException.ThrowIfNull(reminder);
        var state = reminder.State switch
        {
            OutboxState.Sent => $"已提醒（{Rung(reminder.Rung)}，{sentAt}）",
            OutboxState.Held => "进度页可见，业主下次来信时告知",
            OutboxState.Failed => "未送达，请电话联系",
            OutboxState.Superseded => "已由新的进展代替",
            OutboxState.Sending => "发送中",
            _ => "待发送",
        };
        var repeat = reminder.IsPossibleRepeat ? "；业主可能收到两次" : "";
        return reminder.Why is null ? state + repeat : $"{state}{repeat}。{reminder.Why}";
    }

    /// <summary>What waited, at the end of a reply to something else.</summary>
    public static string AlsoTold(IEnumerable<string> lines) => "\n\n另外告诉您：" + string.Concat(lines.Select(line => $"\n· {line}"));
}
