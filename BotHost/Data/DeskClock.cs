using ChatDesk.Channels.Sandbox;

namespace ChatDesk.BotHost.Data;

/// <summary>
/// The desk's clock: the machine's, moved forward by the sandbox. It drives due times, windows and texts;
/// timers, cookies, HTTP time-outs and callback stamps keep the machine's.
/// </summary>
/// <param name="machine">The clock to be ahead of.</param>
public sealed class DeskClock(TimeProvider machine) : TimeProvider, IMovableClock
{
    private long _aheadTicks;

    /// <summary>Raised after the clock was moved, so that what became due is done at once.</summary>
    public event Action? Moved;

    public DateTimeOffset Now => GetUtcNow();

    public override DateTimeOffset GetUtcNow() => machine.GetUtcNow().AddTicks(Interlocked.Read(ref _aheadTicks));

    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(by.Ticks);
        Interlocked.Add(ref _aheadTicks, by.Ticks);
        Moved?.Invoke();
    }
}
