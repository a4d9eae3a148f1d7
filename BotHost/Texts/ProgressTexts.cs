using ChatDesk.BotHost.Tickets;

namespace ChatDesk.BotHost.Texts;

/// <summary>How a ticket's state is told to its owner, in the chat and in pushes.</summary>
public static class ProgressTexts
{
    /// <summary>The true state in one sentence.</summary>
    /// <param name="ticket">The ticket as it is now.</param>
    /// <param name="engineer">The assignee's name, null while nobody took it.</param>
    /// <param name="expected">The promised time of arrival on the wall, null for none.</param>
    public static string State(Ticket ticket, string? engineer, string? expected)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        return ticket.State switch
        {
            _ when ticket.IsPaused => $"已暂停（{TicketTexts.PauseName(ticket.Pause)}），恢复后会继续为您处理。",
            TicketState.Accepted or TicketState.Reviewed => "已受理，正在安排师傅。",
            TicketState.Dispatched when engineer is null => "已派到班组，还没有师傅接单，我们正在跟进。",
            TicketState.Dispatched => $"{engineer}已接单{(expected is null ? "，会尽快与您联系。" : $"，预计{expected}到场。")}",
            TicketState.InProgress when ticket.ArrivedAt is not null => $"{engineer}已到场，正在处理。",
            TicketState.InProgress => $"{engineer ?? "师傅"}正在路上或处理中{(expected is null ? "。" : $"，预计{expected}到场。")}",
            TicketState.Finished or TicketState.FollowUp => "已完工，等您评价。",
            TicketState.Closed => "已完工并关闭。",
            TicketState.Cancelled => "已取消。",
            _ => "已并入另一张工单。",
        };
    }

    public static string Accepted(Ticket ticket, string engineer, string? expected, string link) =>
        $"{engineer}已接单（{ticket?.Number} {ticket?.Subject}），{(expected is null ? "会尽快与您联系" : $"预计{expected}到场")}。\n查看进度：{link}";

    /// <param name="ticket">The ticket.</param>
    /// <param name="engineer">Who came.</param>
    /// <param name="departed">The hour of departure, null where it was told or long ago.</param>
    /// <param name="link">The progress page.</param>
    public static string Arrived(Ticket ticket, string engineer, string? departed, string link) =>
        $"{engineer}{(departed is null ? "" : $"{departed}出发，")}已到场处理（{ticket?.Number} {ticket?.Subject}）。\n查看进度：{link}";

    /// <summary>An event in one short line, for the end of a later reply and for an SMS.</summary>
    public static string Line(TicketEvent happened, string engineer, string? expected, string time)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return happened.Type switch
        {
            TicketEventType.Accepted or TicketEventType.Assigned or TicketEventType.Transferred =>
                $"{engineer}{time}接单{(expected is null ? "" : $"，预计{expected}到场")}",
            TicketEventType.Departed => $"{engineer}{time}出发",
            TicketEventType.Arrived => $"{engineer}{time}到场",
            TicketEventType.Promised => expected is null ? $"{engineer}{time}更新了安排" : $"{engineer}预计{expected}到场",
            TicketEventType.Paused => $"{time}暂停：{TicketTexts.PauseName(happened.Data.Pause)}",
            TicketEventType.Resumed => $"{time}继续处理",
            TicketEventType.Cancelled => $"{time}已取消",
            _ => $"{time}有新的处理步骤",
        };
    }

    public static string FinishedLine(Ticket ticket, string survey) => $"您的工单{ticket?.Number}已完工，请评价：{survey}";

    public static string Finished(Ticket ticket, string engineer, string survey) =>
        $"{engineer}已完工（{ticket?.Number} {ticket?.Place} {ticket?.Subject}）。\n这次服务您满意吗？点下面的选项，或打开评价页：{survey}";

    public static string CancelledByDesk(Ticket ticket, string? reason) => $"您的工单{ticket?.Number}（{ticket?.Subject}）已取消{(reason is null ? "。" : $"，原因：{reason}。")}如有疑问请直接回复。";

    /// <summary>A length of time as people say it.</summary>
    public static string Length(TimeSpan length) => length switch
    {
        { TotalMinutes: < 1 } => "不到1分钟",
        { TotalHours: < 1 } => $"{(int)length.TotalMinutes}分钟",
        { TotalDays: < 1 } => $"{(int)length.TotalHours}小时{(length.Minutes == 0 ? "" : $"{length.Minutes}分钟")}",
        _ => $"{(int)length.TotalDays}天{(length.Hours == 0 ? "" : $"{length.Hours}小时")}",
    };
}
