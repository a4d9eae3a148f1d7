namespace ChatDesk.Channels.Sandbox.Platform;

/// <summary>Counts calls of an API by account in a stretch of time.</summary>
internal sealed class Quotas(TimeProvider clock)
{
    private static readonly TimeSpan ChinaOffset = TimeSpan.FromHours(8);
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (DateTimeOffset Start, int Used)> _counters = [];

    /// <summary>Takes one of today's calls; days begin at 00:00 UTC+8.</summary>
    public bool TryTakeToday(string owner, string api, int limit)
    {
        var today = clock.GetUtcNow().ToOffset(ChinaOffset);
        return TryTake($"{owner} {api} day", new DateTimeOffset(today.Date, ChinaOffset), limit);
    }

    /// <summary>Takes one of this minute's calls.</summary>
    public bool TryTakeThisMinute(string owner, string api, int limit)
    {
        var now = clock.GetUtcNow();
        return TryTake($"{owner} {api} minute", now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMinute)), limit);
    }

    /// <summary>Takes one of this hour's calls.</summary>
    public bool TryTakeThisHour(string owner, string api, int limit)
    {
        var now = clock.GetUtcNow();
        return TryTake($"{owner} {api} hour", now.AddTicks(-(now.Ticks % TimeSpan.TicksPerHour)), limit);
    }

    private bool TryTake(string counter, DateTimeOffset start, int limit)
    {
        lock (_gate)
        {
            var used = _counters.TryGetValue(counter, out var current) && current.Start == start ? current.Used : 0;
            if (used >= limit)
                return false;
            _counters[counter] = (start, used + 1);
            return true;
        }
    }
}
