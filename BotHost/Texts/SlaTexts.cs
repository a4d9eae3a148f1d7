using System.Globalization;
using ChatDesk.BotHost.Tickets;

namespace ChatDesk.BotHost.Texts;

/// <summary>What staff read when a clock runs out. Each text carries ticket number and time, so that WeCom takes no two for the same.</summary>
public static class SlaTexts
{
    /// <summary>Before the time is over (T16).</summary>
    /// <param name="timer">The clock: T4, T5 …</param>
    /// <param name="ticket">The ticket.</param>
    /// <param name="due">By when, on the estate's wall.</param>
    /// <param name="now">The estate's wall clock.</param>
    public static string Warning(string timer, Ticket ticket, DateTime due, DateTime now) =>
        $"【即将超时】{Name(ticket)}：请在{At(due, now)}前{Owed(timer)}，还剩{Length(due - now)}。{At(now, now)}";

    /// <summary>The time is over.</summary>
    public static string Late(string timer, Ticket ticket, DateTime due, DateTime now, string? assignee) =>
        $"【已超时】{Name(ticket)}：应在{At(due, now)}前{Owed(timer)}，{Lateness(now - due)}{(assignee is null ? "" : $"，负责人{assignee}")}。{At(now, now)}";

    /// <summary>Nobody took it (N-10).</summary>
    public static string Untaken(Ticket ticket, DateTime since, DateTime now) =>
        $"【无人接单】{Name(ticket)}：从{At(since, now)}起{Length(now - since)}没有人接单，请马上安排。{At(now, now)}";

    private static string Name(Ticket ticket)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        return $"{ticket.Number} {(ticket.Urgency == TicketUrgency.Emergency ? "紧急 " : "")}{ticket.Place} {ticket.Subject}";
    }

    private static string Owed(string timer) => timer switch
    {
        "T4" => "派单",
        "T5" => "联系业主",
        "T6" => "到场",
        "T7" => "完成回访",
        "T10" => "安排人受理投诉",
        _ => throw new ArgumentOutOfRangeException(nameof(timer), timer, "No such clock."),
    };

    private static string Lateness(TimeSpan late) => late < TimeSpan.FromMinutes(1) ? "刚刚超时" : $"已超时{Length(late)}";

    private static string Length(TimeSpan length) => length switch
    {
        { TotalHours: < 1 } => $"{Math.Max(1, (int)length.TotalMinutes)}分钟",
        { TotalDays: < 1, Minutes: 0 } => $"{length.Hours}小时",
        { TotalDays: < 1 } => $"{length.Hours}小时{length.Minutes}分钟",
        { Hours: 0 } => $"{length.Days}天",
        _ => $"{length.Days}天{length.Hours}小时",
    };

    private static string At(DateTime local, DateTime now) =>
        local.ToString(local.Date == now.Date ? "HH:mm" : "M月d日HH:mm", CultureInfo.InvariantCulture);
}
