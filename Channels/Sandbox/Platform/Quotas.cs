namespace ChatDesk.Channels.Sandbox.Platform;

/// <summary>Counts calls of an API by account in a stretch of time.</summary>
internal sealed class Quotas(TimeProvider clock)
{
    private static readonly TimeSpan ChinaOffset = TimeSpan.FromHours(8);
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (DateTimeOffset Start, int Used)> _counters = [];

    /// <summary>Takes one of today's calls; days begin at 00:00 UTC+8.</summary>
    public bool TryTakeToday(string owner, string api, int limit) => TryTake($"{owner} {api} day", Today(), limit);

    public int UsedToday(string owner, string api)
    {
        lock (_gate)
            return _counters.TryGetValue($"{owner} {api} day", out var current) && current.Start == Today() ? current.Used : 0;
    }

    /// <summary>Begins the owner's day anew.</summary>
    public void ClearToday(string owner)
    {
        lock (_gate)
            _counters.Keys.Where(key => key.StartsWith(owner + " ", StringComparison.Ordinal) && key.EndsWith(" day", StringComparison.Ordinal)).ToList().ForEach(key => _counters.Remove(key));
    }

    /// <summary>Takes one of this calendar month's calls.</summary>
    public bool TryTakeThisMonth(string owner, string api, int limit)
    {
        var today = Today();
        return TryTake($"{owner} {api} month", today.AddDays(1 - today.Day), limit);
    }

    /// <summary>Takes one of this minute's calls.</summary>
    public bool TryTakeThisMinute(string owner, string api, int limit, int count = 1)
    {
        var now = clock.GetUtcNow();
        return TryTake($"{owner} {api} minute", now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMinute)), limit, count);
    }

    /// <summary>Takes one of this hour's calls.</summary>
    public bool TryTakeThisHour(string owner, string api, int limit)
    {
        var now = clock.GetUtcNow();
        return TryTake($"{owner} {api} hour", now.AddTicks(-(now.Ticks % TimeSpan.TicksPerHour)), limit);
    }

    private DateTimeOffset Today() => new(clock.GetUtcNow().ToOffset(ChinaOffset).Date, ChinaOffset);

    private bool TryTake(string counter, DateTimeOffset start, int limit, int count = 1)
    {
        lock (_gate)
        {
            var used = _counters.TryGetValue(counter, out var current) && current.Start == start ? current.Used : 0;
            if (used + count > limit)
                return false;
            _counters[counter] = (start, used + count);
            return true;
        }
    }
}
