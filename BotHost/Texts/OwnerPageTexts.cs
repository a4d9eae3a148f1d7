using ChatDesk.BotHost.Progress;
using ChatDesk.BotHost.Tickets;

namespace ChatDesk.BotHost.Texts;

/// <summary>What owners read on the progress page.</summary>
public static class OwnerPageTexts
{
    public const string Opened = "已受理";
    public const string Dispatched = "已派单";
    public const string Accepted = "接单";
    public const string Returned = "正在为您重新安排维修员";
    public const string Reopened = "继续为您处理";
    public const string Closed = "工单已结束";
    public const string Cancelled = "工单已取消";
    public const string Merged = "已与同一问题合并处理";
    public const string Resumed = "继续处理";

    public const string AcceptedAt = "接单时间";
    public const string Engineer = "维修员";
    public const string EngineerPhone = "维修员电话";
    public const string ExpectedArrival = "预计到场";
    public const string Steps = "已完成步骤";
    public const string Materials = "材料使用";
    public const string NoMaterials = "暂未使用材料";
    public const string Waiting = "待定";
    public const string Photo = "现场照片";
    public const string Refreshes = "有新进展时，本页会自动更新";
    public const string AskSurvey = "请评价本次服务";

    public const string LockedTitle = "室内照片";
    public const string LockedText = "为保护您的隐私，室内照片需要输入您登记手机号的后4位才能查看。";
    public const string LockedHint = "手机号后4位";
    public const string Open = "查看照片";
    public const string WrongDigits = "号码不对，请检查后再试。每天最多可试3次。";
    public const string TooManyTries = "今天的尝试次数已用完，请明天再试，或致电客服。";

    public static string Title(TicketKind kind) => kind switch
    {
        TicketKind.Repair => "报修进度",
        TicketKind.Complaint => "投诉进度",
        TicketKind.Suggestion => "建议进度",
        _ => "办理进度",
    };

    /// <summary>Where the matter stands, in one line.</summary>
    public static string State(ProgressView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return view.State switch
        {
            _ when view.Pause is not null => $"已暂停：{TicketTexts.PauseName(view.Pause)}",
            TicketState.Dispatched when view.EngineerName is not null => "维修员已接单",
            TicketState.Accepted or TicketState.Reviewed or TicketState.Dispatched => "已受理，正在安排维修员",
            TicketState.InProgress => "正在处理",
            TicketState.Finished or TicketState.FollowUp => "已完工",
            TicketState.Cancelled => "已取消",
            TicketState.Merged => "已合并处理",
            _ => "已结束",
        };
    }

    /// <summary>李师傅 for 李某某: as owners call the person.</summary>
    public static string Worker(string? name) => name switch
    {
        null or "" => "维修员",
        _ when name.EndsWith("师傅", StringComparison.Ordinal) => $"维修员{name}",
        _ => $"维修员{FamilyName(name)}师傅",
    };

    public static string Assigned(string worker) => $"由{worker}为您处理";

    public static string ContactMade(string worker) => $"{worker}已与您联系";

    public static string Promised(string time) => $"预计{time}到场";

    public static string Departed(string worker) => $"{worker}出发";

    public static string Arrived(string worker) => $"{worker}到场";

    public static string StepWithoutWords(bool hasMaterials) => hasMaterials ? "更换材料" : "现场拍照";

    public static string Finished(string? words, bool isSigned) =>
        (words is null ? "完工" : $"完工：{words}") + (isSigned ? "（业主已签名）" : "");

    public static string Paused(PauseReason? reason, string until) => $"暂停：{TicketTexts.PauseName(reason)}，最晚{until}继续处理";

    /// <summary>弯头2个（12元/个）</summary>
    public static string Material(MaterialUse used)
    {
        ArgumentNullException.ThrowIfNull(used);
        return used.Price == 0 ? TicketTexts.Material(used) : $"{TicketTexts.Material(used)}（{TicketTexts.Money(used.Price)}/{used.Unit}）";
    }

    /// <summary>弯头2个（12元/个）、生料带1卷，材料费合计24元</summary>
    public static string Used(ProgressView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        if (view.Materials.Count == 0)
            return NoMaterials;
        var cost = view.MaterialsTotal == 0 ? "" : $"，材料费合计{TicketTexts.Money(view.MaterialsTotal)}";
        return string.Join('、', view.Materials) + cost;
    }

    /// <summary>The time that was named, and when the engineer came.</summary>
    public static string Arrival(ProgressView view, Func<DateTimeOffset, string> time)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(time);
        return (view.ExpectedArrivalAt, view.ArrivedAt) switch
        {
            ({ } expected, { } arrived) => $"{time(expected)}（{time(arrived)}已到场）",
            ({ } expected, null) => time(expected),
            (null, { } arrived) => $"{time(arrived)}已到场",
            _ => Waiting,
        };
    }

    public static string LockedPhotos(int count) => $"{count}张室内照片，输入手机号后4位可查看";

    private static string FamilyName(string name)
    {
        string[] compound = ["欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "令狐", "慕容", "司徒", "夏侯", "端木", "南宫"];
        return compound.FirstOrDefault(family => name.StartsWith(family, StringComparison.Ordinal)) ?? name[..1];
    }
}
