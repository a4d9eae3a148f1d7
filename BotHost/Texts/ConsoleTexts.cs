using System.Globalization;
using ChatDesk.BotHost.Delivery;
using ChatDesk.BotHost.Tasks;
using ChatDesk.BotHost.Tickets;
using ChatDesk.Channels.Activities;

namespace ChatDesk.BotHost.Texts;

/// <summary>What the desk reads in the console.</summary>
public static class ConsoleTexts
{
    public const string FirstAdministrator = "系统管理员";

    public const string SignInRefused = "用户名或密码不正确。连续输错 5 次，账号会锁定 15 分钟。";
    public const string PasswordChanged = "密码已修改，请牢记新密码。";
    public const string PasswordsDiffer = "两次输入的新密码不一致。";
    public const string FormIncomplete = "请填写标红的项目。";
    public const string PhotoRefused = "照片没有保存：只收 JPG、PNG、GIF、WebP 图片，每张不超过 10 MB。请重新选择照片。";
    public const string ActionDone = "已处理。";
    public const string Saved = "已保存。";
    public const string WrongDegrees = "经纬度不对，没有保存。纬度在 -90 到 90 之间，经度在 -180 到 180 之间，要么都填，要么都不填。";
    public const string TicketUnavailable = "工单不存在，或不属于您负责的小区。";
    public const string AnswerQueued = "回复已发出。";
    public const string AnswerEmpty = "请先写下要回复的内容。";
    public const string HandedOver = "已由人工接待，机器人不再自动回复。";
    public const string HandedBack = "已交还机器人自动接待。";
    public const string TaskDone = "待办已完成。";
    public const string SomebodyErased = "（内容已按要求删除）";

    /// <summary>Where a clerk hears of a request (R-020, R-023, R-029).</summary>
    public static readonly IReadOnlyList<string> Sources = ["电话", "前台", "12345", "走访", "流动岗", "业主群", "小程序"];

    /// <summary>The labels by which teams are found, in the order of a pick list.</summary>
    public static readonly IReadOnlyList<string> Categories =
    [
        "plumbing", "structural_leak", "electrical", "elevator", "door_access", "public_lighting", "hvac_heating", "gas", "fire_safety", "cleaning",
        "greening", "parking", "noise", "pets", "security", "pest", "network", "renovation", "other",
    ];

    public static string Category(string? label) => label is null ? "未分类" : TicketTexts.CategoryName(label);

    /// <summary>Like the ticket's state, but telling whether somebody took it.</summary>
    public static string State(TicketState state, bool hasAssignee) =>
        state != TicketState.Dispatched ? TicketTexts.StateName(state) : hasAssignee ? "已接单" : "待接单";

    /// <summary>Today the time of day, else the day too.</summary>
    public static string When(DateTime local, DateTime now) =>
        local.ToString(local.Date == now.Date ? "HH:mm" : local.Year == now.Year ? "M月d日 HH:mm" : "yyyy年M月d日 HH:mm", CultureInfo.InvariantCulture);

    public static string Channel(string channel) => channel switch
    {
        ChannelNames.OfficialAccount => "公众号",
        ChannelNames.Group => "业主群",
        ChannelNames.WeCom => "企业微信",
        ChannelNames.CustomerService => "微信客服",
        ChannelNames.Web => "网页",
        ChannelNames.Desk => "代客录入",
        "console" => "工作台",
        "system" => "系统",
        _ => channel,
    };

    public static string Event(TicketEventType type) => type switch
    {
        TicketEventType.Opened => "受理",
        TicketEventType.Reviewed => "转审核",
        TicketEventType.Classified => "修改分类",
        TicketEventType.Dispatched => "派单",
        TicketEventType.Accepted => "接单",
        TicketEventType.Assigned => "指派",
        TicketEventType.Transferred => "转派",
        TicketEventType.Returned => "退单",
        TicketEventType.ContactMade => "已联系业主",
        TicketEventType.Promised => "约定时间",
        TicketEventType.Departed => "出发",
        TicketEventType.Arrived => "到场",
        TicketEventType.StepAdded => "处理进展",
        TicketEventType.Finished => "完工",
        TicketEventType.FollowUpOpened => "开始回访",
        TicketEventType.Rated => "业主评价",
        TicketEventType.Reopened => "重新处理",
        TicketEventType.Closed => "关闭",
        TicketEventType.Cancelled => "取消",
        TicketEventType.Merged => "合并",
        TicketEventType.OwnerAdded => "业主补充",
        TicketEventType.Urged => "业主催单",
        TicketEventType.Commented => "内部备注",
        TicketEventType.OwnerNotified => "已通知业主",
        TicketEventType.Warned => "临近时限提醒",
        TicketEventType.Escalated => "超时升级",
        TicketEventType.Paused => "暂停",
        TicketEventType.Resumed => "继续处理",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    /// <summary>The clocks of the timer table, as the desk calls them.</summary>
    public static string Timer(string timer) => timer switch
    {
        "T4" => "5 分钟内派单",
        "T5" => "30 分钟内联系业主",
        "T6" => "2 小时内上门",
        "T7" => "24 小时内回访",
        "T10" => "投诉 2 小时内受理",
        _ => "及时接单",
    };

    /// <summary>The intent labels of the evaluation corpus.</summary>
    public static string Intent(string? label) => label switch
    {
        "ask_faq" => "咨询",
        "report_repair" => "报修",
        "complaint" => "投诉",
        "urge" => "催单",
        "emergency" => "紧急求助",
        "ticket_status" => "查进度",
        "human" => "找人工",
        "survey_reply" => "评价",
        "suggestion" => "建议",
        "praise" => "表扬",
        "chitchat" => "闲聊",
        "out_of_scope" => "超出范围",
        "ad_spam" => "广告",
        _ => label ?? "—",
    };

    /// <summary>The bot's action names of the evaluation corpus.</summary>
    public static string BotAction(string action) => action switch
    {
        "ask_issue" => "询问情况",
        "ask_location" => "询问位置",
        "ask_trapped" => "询问是否有人被困",
        "ask_reason" => "询问原因",
        "ask_bind" => "请业主绑定房号",
        "bind_failed" => "绑定未成功",
        "confirm_ticket" => "请业主确认",
        "create_ticket" => "建立工单",
        "update_ticket" => "补充到工单",
        "cancel_ticket" => "取消工单",
        "reschedule_ticket" => "改约时间",
        "select_ticket" => "请业主选择工单",
        "split_requests" => "拆成多件事",
        "merge_ticket" => "并入已有工单",
        "reopen_ticket" => "重新处理",
        "urge_ticket" => "催办",
        "escalate" => "升级上报",
        "give_status" => "告知进度",
        "answer_faq" => "知识库答复",
        "log_unanswered" => "记录待答复问题",
        "record_complaint" => "登记投诉",
        "record_survey" => "登记评价",
        "followup_dissatisfied" => "安排二次跟进",
        "dispatch_emergency" => "紧急派单",
        "safety_advice" => "安全提示",
        "give_hotline" => "提供电话",
        "handoff_human" => "转人工",
        "resume_bot" => "交还机器人",
        "resume_topic" => "回到原话题",
        "store_media" => "保存图片",
        "smalltalk" => "寒暄",
        "clarify" => "请业主说明",
        "refuse" => "婉拒",
        "no_reply" => "未回复",
        _ => action,
    };

    /// <summary>A chat message as one line of words: what has none is named.</summary>
    public static string Said(Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var kinds = activity.Attachments.Select(attachment => attachment.ContentType switch
        {
            AttachmentType.Location => "［位置］",
            AttachmentType.Link => "［链接］",
            var type when type.StartsWith("image/", StringComparison.Ordinal) => "［图片］",
            var type when type.StartsWith("audio/", StringComparison.Ordinal) => "［语音］",
            var type when type.StartsWith("video/", StringComparison.Ordinal) => "［视频］",
            _ => "［附件］",
        });
        var said = string.Concat(kinds) + activity.Text;
        return said.Length > 0 ? said : activity.Name switch
        {
            EventName.Follow => "［关注了公众号］",
            EventName.Unfollow => "［取消关注］",
            EventName.Scan => "［扫码］",
            EventName.Click => "［点击菜单］",
            _ => "［其他消息］",
        };
    }

    public static string Sending(OutboxState state) => state switch
    {
        OutboxState.Queued => "待发送",
        OutboxState.Sending => "发送中",
        OutboxState.Sent => "已发送",
        OutboxState.Held => "等业主下次来信时送达",
        OutboxState.Failed => "未送达，请电话联系",
        OutboxState.Superseded => "已被新消息取代",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public static string Task(DeskTaskKind kind) => kind switch
    {
        DeskTaskKind.Undelivered => "消息未送达",
        DeskTaskKind.Unanswered => "待答复问题",
        DeskTaskKind.HandOver => "业主要人工",
        DeskTaskKind.SecondFollowUp => "二次跟进",
        DeskTaskKind.Binding => "房号核验",
        DeskTaskKind.DeadMessage => "消息处理失败",
        DeskTaskKind.Misconfigured => "配置待核对",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static string Action(TicketAction action) => action switch
    {
        TicketAction.Assign => "指派",
        TicketAction.Classify => "修改分类",
        TicketAction.Comment => "添加备注",
        TicketAction.Cancel => "取消工单",
        TicketAction.Close => "关闭工单",
        TicketAction.Reopen => "重新处理",
        TicketAction.Pause => "暂停",
        TicketAction.Resume => "继续处理",
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    };

    public static string Refusal(TicketRefusal refusal) => refusal switch
    {
        TicketRefusal.None => ActionDone,
        TicketRefusal.NotFound => TicketUnavailable,
        TicketRefusal.NotAllowed => "您没有这项操作的权限。",
        TicketRefusal.AlreadyTaken => "工单已有人接单。",
        TicketRefusal.Ended => "工单已结束，不能再操作。",
        TicketRefusal.AlreadyFinished => "工单已完工，不能再操作。",
        TicketRefusal.ReasonMissing => "请填写原因。",
        TicketRefusal.UnknownAssignee => "请选择一位负责该小区的员工。",
        TicketRefusal.NotFinished => "工单尚未完工，不能关闭或重新处理。",
        TicketRefusal.NotPausable => "紧急或无人接单的工单不能暂停。",
        TicketRefusal.PauseTooLong => "请选择暂停原因和时间，最长 7 天。",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
    };

    /// <summary>弯头 12元/个，给排水</summary>
    public static string MaterialLine(Work.Material material)
    {
        ArgumentNullException.ThrowIfNull(material);
        var category = material.Category is null ? "" : $"，{TicketTexts.CategoryName(material.Category)}";
        return $"{material.Name} {TicketTexts.Money(material.Price)}/{material.Unit}{category}{(material.IsOffered ? "" : "，停用")}";
    }

    public static string MapPlace(Estates.Estate estate)
    {
        ArgumentNullException.ThrowIfNull(estate);
        return FormattableString.Invariant($"导航：{estate.Address ?? "未填地址"}{(estate.Latitude is null ? "" : $"（{estate.Latitude:0.######}, {estate.Longitude:0.######}）")}");
    }

    public static string Fault(Work.MaterialFault fault, Work.MaterialForm form) => fault switch
    {
        Work.MaterialFault.Name => $"请填写名称，最多 {Work.Material.NameMaxLength} 个字。",
        Work.MaterialFault.Unit => $"请填写单位，例如：个、卷、米，最多 {Work.Material.UnitMaxLength} 个字。",
        Work.MaterialFault.Price => "单价只能是 0 到 99999.99 的数字，最多两位小数。",
        Work.MaterialFault.Category => "没有这个分类，请重新选择。",
        Work.MaterialFault.Double => $"价目表里已经有“{form?.Name?.Trim()}”，请直接修改那一行。",
        Work.MaterialFault.Stale => $"“{form?.Name?.Trim()}”刚刚被别人改过，没有保存。请看最新内容再改。",
        _ => throw new ArgumentOutOfRangeException(nameof(fault)),
    };

    public static string Password(Security.PasswordChange change) => change switch
    {
        Security.PasswordChange.Changed => PasswordChanged,
        Security.PasswordChange.WrongOldPassword => "原密码不正确。",
        Security.PasswordChange.TooShort => "新密码至少 10 个字符。",
        Security.PasswordChange.SameAsOld => "新密码不能与原密码相同。",
        Security.PasswordChange.Trivial => "新密码太容易被猜到，请混用字母、数字和符号。",
        _ => throw new ArgumentOutOfRangeException(nameof(change)),
    };
}
