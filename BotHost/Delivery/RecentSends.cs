using System.Globalization;

namespace ChatDesk.BotHost.Delivery;

/// <summary>When the last messages went to somebody. Exact for the last minutes; older ones are summed up by the minute. Immutable.</summary>
public sealed class RecentSends
{
    private static readonly TimeSpan Exact = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(62);

    private readonly IReadOnlyList<(DateTimeOffset At, int Count)> _sends;

    private RecentSends(IReadOnlyList<(DateTimeOffset At, int Count)> sends) => _sends = sends;

    /// <param name="text">What <see cref="Write"/> gave; null for nothing sent yet.</param>
    public static RecentSends Read(string? text) => new([.. (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(ReadOne)]);

    /// <summary>The first instant from <paramref name="now"/> on at which one more keeps every limit.</summary>
    public DateTimeOffset FreeAt(IReadOnlyList<PaceLimit> limits, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(limits);
        return limits.Select(limit => FreeAt(limit, now)).Append(now).Max();
    }

    public RecentSends With(DateTimeOffset at)
    {
        var kept = _sends.Where(send => send.At > at - Longest).ToList();
        var old = kept.Where(send => send.At <= at - Exact).GroupBy(send => send.At.ToUnixTimeSeconds() / 60);
        return new(
        [
            .. old.Select(minute => (minute.Max(send => send.At), minute.Sum(send => send.Count))),
            .. kept.Where(send => send.At > at - Exact),
            (Milliseconds(at), 1),
        ]);
    }

    public RecentSends Without(DateTimeOffset at)
    {
        var sends = _sends.ToList();
        var index = sends.FindIndex(send => send.At == Milliseconds(at) && send.Count == 1);
        if (index >= 0)
            sends.RemoveAt(index);
        return new(sends);
    }

    public string Write() => string.Join(',', _sends.Select(send => string.Create(CultureInfo.InvariantCulture, $"{send.At.ToUnixTimeMilliseconds()}:{send.Count}")));

    private DateTimeOffset FreeAt(PaceLimit limit, DateTimeOffset now)
    {
        var counted = _sends.Where(send => send.At > now - limit.Per).OrderBy(send => send.At).ToList();
        var freeAt = now;
        for (var sum = counted.Sum(send => send.Count); sum >= limit.Count; counted.RemoveAt(0))
        {
            freeAt = counted[0].At + limit.Per;
            sum -= counted[0].Count;
        }

        return freeAt;
    }

    private static DateTimeOffset Milliseconds(DateTimeOffset at) => DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds());

    private static (DateTimeOffset At, int Count) ReadOne(string text)
    {
        var (at, count) = (text[..text.IndexOf(':', StringComparison.Ordinal)], text[(text.IndexOf(':', StringComparison.Ordinal) + 1)..]);
        return (DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(at, CultureInfo.InvariantCulture)), int.Parse(count, CultureInfo.InvariantCulture));
    }
}
