using System.Globalization;
using ChatDesk.BotHost.Tickets;

namespace ChatDesk.BotHost.Texts;

/// <summary>What staff read on cards and in WeCom.</summary>
public static class DispatchTexts
{
    public const string Source = "物业工单";
    public const string Emergency = "紧急";
    public const string Accept = "接单";
    public const string Transfer = "转派";
    public const string Return = "退单";
    public const string Depart = "出发";
    public const string Arrive = "到场";
    public const string Finish = "完工";
    public const string OpenWorkPage = "打开工单";
    public const string Number = "单号";
    public const string Place = "位置";
    public const string Urgency = "紧急度";
    public const string Time = "报修时间";
    public const string State = "进度";
    public const string OwnerWords = "业主描述";
    public const string Cancelled = "已取消";
    public const string Finished = "已完工";
    public const string Closed = "已关闭";
    public const string StaffHelp = "请在工单卡片上操作，或点“打开工单”填写进度。";
    public const string NotYourTicket = "没有找到这张工单，或不在您的服务范围。";

    public static string Title(Ticket ticket) =>
        ticket?.Urgency == TicketUrgency.Emergency ? $"【紧急】{ticket.Place} {ticket.Subject}" : $"{ticket?.Place} {ticket?.Subject}";

    public static string UrgencyName(TicketUrgency urgency) => urgency switch
    {
        TicketUrgency.Emergency => "紧急",
        TicketUrgency.High => "较急",
        TicketUrgency.Normal => "一般",
        _ => "不急",
    };

    public static string TakenBy(string name) => $"已由{name}接单";

    public static string Reason(TicketAction action, string link) =>
        action == TicketAction.Return ? $"退单请先说明原因：{link}" : $"转派请选择同事并说明原因：{link}";

    public static string Urged(Ticket ticket, string time) =>
        $"业主催单（第{ticket?.Urges}次）：{ticket?.Number} {ticket?.Place} {ticket?.Subject}，请尽快联系业主。{time}";

    public static string AddedByOwner(Ticket ticket, string time) => $"业主补充了信息：{ticket?.Number} {ticket?.Place}。{time}";

    public static string CancelledByOwner(Ticket ticket, string time) => $"业主已取消：{ticket?.Number} {ticket?.Place} {ticket?.Subject}，不用上门。{time}";

    public static string Reopened(Ticket ticket, string time) => $"业主反映没有修好：{ticket?.Number} {ticket?.Place} {ticket?.Subject}，请再次上门。{time}";

    public static string PauseOver(Ticket ticket, string time) => $"暂停时间到（{time}）：{ticket?.Number} {ticket?.Place} {ticket?.Subject}，请继续处理。";

    public static string CardExpired(Ticket ticket, string state, string link) => $"{ticket?.Number} {ticket?.Place}：{state}。查看：{link}";

    /// <summary>A card in one line, for somebody whom WeCom does not reach.</summary>
    public static string CardLine(Ticket ticket) => $"{(ticket?.Urgency == TicketUrgency.Emergency ? "【紧急】" : "")}工单{ticket?.Number}：{ticket?.Place} {ticket?.Subject}，请登录企业微信查看或联系客服。";

    public static string ClockTime(DateTime local) => local.ToString("HH:mm", CultureInfo.InvariantCulture);
}
