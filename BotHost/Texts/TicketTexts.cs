using ChatDesk.BotHost.Tickets;

namespace ChatDesk.BotHost.Texts;

/// <summary>The Chinese names of what tickets are and do; the same on every screen.</summary>
public static class TicketTexts
{
    public static string StateName(TicketState state) => state switch
    {
        TicketState.Accepted => "已受理",
        TicketState.Reviewed => "审核中",
        TicketState.Dispatched => "已派单",
        TicketState.InProgress => "处理中",
        TicketState.Finished => "已完工",
        TicketState.FollowUp => "回访中",
        TicketState.Closed => "已关闭",
        TicketState.Cancelled => "已取消",
        _ => "已并单",
    };

    public static string KindName(TicketKind kind) => kind switch
    {
        TicketKind.Repair => "报修",
        TicketKind.Complaint => "投诉",
        TicketKind.Suggestion => "建议",
        _ => "咨询",
    };

    /// <summary>A category label of the evaluation corpus, as people say it.</summary>
    public static string CategoryName(string? category) => category switch
    {
        "plumbing" => "给排水",
        "structural_leak" => "渗漏",
        "electrical" => "电气",
        "public_lighting" => "公共照明",
        "elevator" => "电梯",
        "door_access" => "门禁",
        "hvac_heating" => "暖气空调",
        "gas" => "燃气",
        "fire_safety" => "消防",
        "cleaning" => "保洁",
        "greening" => "绿化",
        "parking" => "停车",
        "noise" => "噪音",
        "pets" => "宠物",
        "security" => "秩序安全",
        "pest" => "虫害",
        "network" => "网络",
        "renovation" => "装修",
        _ => "其他",
    };

    public static string PauseName(PauseReason? reason) => reason switch
    {
        PauseReason.WaitingForParts => "等待配件",
        PauseReason.OwnerAway => "业主不在家",
        PauseReason.ThirdParty => "等待第三方处理",
        _ => "暂停",
    };

    /// <summary>弯头2个, 水管1.5米.</summary>
    public static string Material(MaterialUse used) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{used?.Name}{used?.Quantity:0.###}{used?.Unit}");

    /// <summary>12元, 12.5元.</summary>
    public static string Money(decimal yuan) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{yuan:0.##}元");

    public static string ScoreName(SurveyScore score) => score switch
    {
        SurveyScore.VerySatisfied => "非常满意",
        SurveyScore.Satisfied => "满意",
        SurveyScore.Neutral => "一般",
        _ => "不满意",
    };
}
