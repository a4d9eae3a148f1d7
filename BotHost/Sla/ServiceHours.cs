using ChatDesk.BotHost.Data;

namespace ChatDesk.BotHost.Sla;

/// <summary>08:00 to 22:00 every day, on the estate's wall (decision 18).</summary>
public static class ServiceHours
{
    public static readonly TimeSpan From = TimeSpan.FromHours(8);
    public static readonly TimeSpan To = TimeSpan.FromHours(22);

    /// <summary>The instant at which so much service time has passed since the start.</summary>
    public static DateTimeOffset Add(DeskCalendar calendar, DateTimeOffset start, TimeSpan length)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var local = Enter(calendar.ToLocal(start));
        while (local.Date + To - local < length)
        {
            length -= local.Date + To - local;
            local = local.Date.AddDays(1) + From;
        }

        return calendar.ToInstant(local + length);
    }

    /// <summary>How much service time lies between two instants.</summary>
    public static TimeSpan Between(DeskCalendar calendar, DateTimeOffset start, DateTimeOffset end)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var from = Enter(calendar.ToLocal(start));
        var to = calendar.ToLocal(end);
        var length = TimeSpan.Zero;
        for (; from.Date < to.Date; from = from.Date.AddDays(1) + From)
            length += from.Date + To - from;
        var last = to.TimeOfDay < To ? to : to.Date + To;
        return last > from ? length + (last - from) : length;
    }

    private static DateTime Enter(DateTime local)
    {
        if (local.TimeOfDay < From)
            return local.Date + From;
        return local.TimeOfDay >= To ? local.Date.AddDays(1) + From : local;
    }
}
