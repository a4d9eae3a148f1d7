using ChatDesk.BotHost.Tickets;
using ChatDesk.BotHost.Work;

namespace ChatDesk.BotHost.Texts;

/// <summary>What engineers read on the work page, in their own words .</summary>
public static class WorkPageTexts
{
    public const string Mine = "我的工单";
    public const string Free = "等待接单";
    public const string NoneMine = "您手上没有未完成的工单。";
    public const string NoneFree = "现在没有等待接单的工单。";
    public const string SignInTitle = "请从企业微信打开";
    public const string SignInText = "请打开企业微信里的工单卡片，点“打开工单”进入。链接12小时内有效，过期请点最新的卡片。";
    public const string NotFoundTitle = "没有找到这张工单";
    public const string NotFoundText = "工单不存在，或不在您的服务范围。";
    public const string BackToList = "查看我的工单";

    public const string OwnerSaid = "业主说";
    public const string Place = "位置";
    public const string Owner = "业主";
    public const string Call = "打电话给业主";
    public const string Contacted = "已联系上业主";
    public const string NoPhone = "没有登记电话";
    public const string PhoneAfterAccept = "接单后可查看电话";
    public const string Timeline = "处理经过";

    public const string Accept = "接单";
    public const string Depart = "出发";
    public const string Arrive = "已到场";
    public const string WhenThere = "预计多久到？";
    public const string AddStep = "记录一步";
    public const string StepLabel = "做了什么";
    public const string StepHint = "例如：检测漏点";
    public const string PickMaterials = "从清单选材料";
    public const string SearchMaterial = "搜索材料";
    public const string SignatureLabel = "业主签名（请业主用手指写，不在场可不签）";
    public const string SignAgain = "重写";
    public const string Signature = "业主签名";
    public const string MaterialsHint = "例如：弯头1个、生料带1卷";
    public const string PhotosLabel = "现场照片（可选多张）";
    public const string TakePhoto = "拍照或选照片";
    public const string SaveStep = "保存这一步";
    public const string Finish = "完工";
    public const string FinishHint = "提交后会通知业主并请业主评价。";
    public const string FinishLabel = "完工说明（选填）";
    public const string ConfirmFinish = "确认完工";
    public const string PauseWork = "暂停";
    public const string PauseHint = "业主和客服会看到原因。到场时限暂停计算，到时间会自动继续。";
    public const string PauseFor = "暂停多久？";
    public const string ConfirmPause = "确认暂停";
    public const string Resume = "继续处理";
    public const string Navigate = "导航到小区";
    public const string Manuals = "维修手册";
    public const string NoManuals = "还没有维修手册。请客服在知识库里添加范围为“员工”的条目。";
    public const string History = "完工记录";
    public const string NoHistory = "还没有完工的工单。";
    public const string Earlier = "更早的";
    public const string Install = "添加到手机桌面";
    public const string OfflineTitle = "没有信号";
    public const string OfflineText = "这一页没有存在手机里。有信号后再打开，或先看我的工单。";
    public const string AppShortName = "工单";
    public const string Transfer = "转派给同事";
    public const string TransferTo = "转给谁";
    public const string Choose = "请选择";
    public const string OnShift = "在班";
    public const string Return = "退单";
    public const string Reason = "原因";
    public const string ConfirmTransfer = "确认转派";
    public const string ConfirmReturn = "确认退单";

    public const string SignedOut = "登录已过期。请从企业微信重新打开任意一张工单卡片，记录会自动发送。";
    public const string Malformed = "这条记录的格式不对，没有保存。请重新填写。";

    public const string TooLargeTitle = "照片太大了";
    public const string PhotosTooLarge = "照片一共不能超过20MB。请返回上一页，少选几张再提交。";

    /// <summary>Minutes that the page offers for an arrival.</summary>
    public static IReadOnlyList<(int Minutes, string Name)> Arrivals { get; } = [(15, "15分钟"), (30, "30分钟"), (60, "1小时"), (120, "2小时")];

    public static string AppName(string company) => $"{company}工单";

    public static string MaterialsLabel(bool hasList) => hasList ? "清单里没有的材料（选填）" : "用了什么材料（选填）";

    public static string Price(Material material)
    {
        ArgumentNullException.ThrowIfNull(material);
        return material.Price == 0 ? $"免费/{material.Unit}" : $"{TicketTexts.Money(material.Price)}/{material.Unit}";
    }

    /// <summary>Hours that the page offers for a pause; more for whoever directs the work.</summary>
    public static IReadOnlyList<(int Hours, string Name)> PauseHours(bool directs) =>
        directs ? [(4, "4小时"), (24, "1天"), (72, "3天"), (168, "7天")] : [(2, "2小时"), (4, "4小时"), (12, "12小时"), (24, "1天")];

    public static string PausedUntil(PauseReason? reason, string until) => $"已暂停：{TicketTexts.PauseName(reason)}，{until}自动继续";

    public static string DueAt(string time) => $"{time}前到场";

    public static string DoneToday(int count) => $"今天完工{count}单";

    public static string HistoryHint(int days) => $"最近{days}天由您完工的工单。";

    public static string Day(DateOnly day, int count) => $"{day.Month}月{day.Day}日 · {count}单";

    public static string ArticleVersion(string id, int revision) => $"{id} 第{revision}版";

    public static string OtherPerson(string name) => $"现在登录的是{name}，不是记录的人。请本人从企业微信打开工单卡片，记录会自动发送。";

    public static string TakenBy(string name) => $"已由{name}接单";

    public static string Done(TicketAction? action) => action switch
    {
        TicketAction.Accept => "接单成功，请尽快联系业主。",
        TicketAction.Contact => "已记录联系业主。",
        TicketAction.Depart => "已记录出发。",
        TicketAction.Arrive => "已记录到场。",
        TicketAction.Step => "这一步已保存，业主可以看到。",
        TicketAction.Finish => "已完工，辛苦了！",
        TicketAction.Return => "已退单，工单回到班组。",
        TicketAction.Transfer => "已转派。",
        TicketAction.Pause => "已暂停，业主可以看到原因。",
        TicketAction.Resume => "已继续处理。",
        _ => "已保存。",
    };

    /// <param name="result">What came of the form.</param>
    /// <param name="assignee">Who has the ticket now; null for nobody.</param>
    public static string Refused(WorkResult result, string? assignee)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.Refusal switch
        {
            WorkRefusal.NothingToSay => "请写几个字，或拍一张现场照片。",
            WorkRefusal.PhotoType => "只能上传照片（JPG、PNG、GIF、WebP），请重新选择照片后再提交。",
            WorkRefusal.PhotoTooLarge => "单张照片不能超过10MB，请重新选择照片后再提交。",
            WorkRefusal.PhotosTooLarge => "照片一共不能超过20MB，请少选几张再提交。",
            WorkRefusal.Material => "材料数量不对，或材料已不在清单里，请重新选择。",
            WorkRefusal.Key => "这条记录已经用于别的工单，没有保存。请重新填写。",
            _ => OfTicket(result.Outcome?.Refusal, assignee),
        };
    }

    private static string OfTicket(TicketRefusal? refusal, string? assignee) => refusal switch
    {
        TicketRefusal.AlreadyTaken => assignee is null ? "工单已有人接单。" : TakenBy(assignee) + "。",
        TicketRefusal.Ended => "工单已经结束，不用再处理。",
        TicketRefusal.AlreadyFinished => "工单已经完工，不能再修改。",
        TicketRefusal.ReasonMissing => "请填写原因。",
        TicketRefusal.UnknownAssignee => "请选择一位同事。",
        TicketRefusal.NotPausable => "紧急工单不能暂停。",
        TicketRefusal.PauseTooLong => "请选择原因和时间。您一共可以暂停24小时，更久请让班长或客服来暂停。",
        TicketRefusal.NotAllowed => assignee is null ? "请先接单。" : $"这张工单由{assignee}负责，您不能修改。",
        _ => NotFoundText,
    };
}
