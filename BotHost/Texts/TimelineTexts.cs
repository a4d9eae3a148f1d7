using System.Globalization;
using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Pages.Console;
using ChatDesk.BotHost.Tickets;
using ChatDesk.Channels.Activities;

namespace ChatDesk.BotHost.Texts;

/// <summary>How the console tells a ticket's events.</summary>
public static class TimelineTexts
{
    /// <summary>A person's words, or that they were erased.</summary>
    public static string WordsOf(TicketEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return happened.Text is { Text: null } ? ConsoleTexts.SomebodyErased : happened.Text?.Text ?? "";
    }

    public static string Who(TicketEvent happened, StaffNames names, TicketContact? contact)
    {
        ArgumentNullException.ThrowIfNull(happened);
        ArgumentNullException.ThrowIfNull(names);
        return happened.ActorKind switch
        {
            ActorKind.Staff => names.Of(happened.ActorId) ?? "员工",
            ActorKind.Owner => contact?.Name ?? "业主",
            _ => "系统",
        };
    }

    /// <summary>Who did it, and through which channel: what the desk does on its console after the request was entered is not an entry.</summary>
    public static string By(TicketEvent happened, TicketView view)
    {
        ArgumentNullException.ThrowIfNull(happened);
        ArgumentNullException.ThrowIfNull(view);
        var who = Who(happened, view.Names, view.Contact);
        var isDesks = happened is { Channel: ChannelNames.Desk, Type: not TicketEventType.Opened };
        return happened.ActorKind == ActorKind.System ? who : $"{who} · {ConsoleTexts.Channel(isDesks ? "console" : happened.Channel)}";
    }

    /// <summary>The facts of an event beside its words, one line each.</summary>
    public static IEnumerable<string> Facts(TicketEvent happened, TicketView view, DeskCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(happened);
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(calendar);
        var data = happened.Data;
        if (data.Category is not null || data.Urgency is not null)
            yield return $"分类：{ConsoleTexts.Category(data.Category ?? view.Ticket.Category)}，{DispatchTexts.UrgencyName(data.Urgency ?? view.Ticket.Urgency)}";
        if (data.TeamId is not null && data.TeamId == view.Ticket.TeamId)
            yield return "班组：" + view.Team;
        if (data.Timer is not null)
            yield return ConsoleTexts.Timer(data.Timer);
        if (data.Assignee is not null && data.Assignee != happened.ActorId)
            yield return "给：" + view.Names.Of(data.Assignee);
        if (data.ExpectedArrivalAt is { } expected)
            yield return "预计到场：" + calendar.ToLocal(expected).ToString("M月d日 HH:mm", CultureInfo.InvariantCulture);
        if (data.Reason is not null)
            yield return "原因：" + data.Reason;
        if (data.Pause is { } pause)
            yield return $"原因：{TicketTexts.PauseName(pause)}";
        if (data.PausedUntil is { } until)
            yield return "最晚继续：" + calendar.ToLocal(until).ToString("M月d日 HH:mm", CultureInfo.InvariantCulture);
        if (data.Used is { Count: > 0 } used)
            yield return "用料：" + string.Join("、", used.Select(Priced));
        if (data.Materials is not null)
            yield return "用料：" + data.Materials;
        if (data.Signature is not null)
            yield return $"业主已签名（指纹{data.Signature[..12]}）";
        if (data.OccurredAt is not null)
            yield return "手机离线记录，收到时间：" + calendar.ToLocal(happened.At).ToString("M月d日 HH:mm", CultureInfo.InvariantCulture);
        if (data.Score is { } score)
            yield return "评价：" + TicketTexts.ScoreName(score);
        if (data.Told is { Count: > 0 } told)
            yield return "已提醒：" + string.Join("、", told.Select(view.Names.Of));
        if (data.Into is not null)
            yield return "并入：" + data.Into;
    }

    private static string Priced(MaterialUse used) =>
        used.Price == 0 ? TicketTexts.Material(used) : $"{TicketTexts.Material(used)}（单价{TicketTexts.Money(used.Price)}）";
}
