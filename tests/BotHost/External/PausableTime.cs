using System.Diagnostics;

namespace ChatDesk.Tests.BotHost.External;

/// <summary>A machine's clock that starts at a chosen instant and runs, until it is held.</summary>
internal sealed class PausableTime(DateTimeOffset start) : TimeProvider
{
    private readonly long _startedAt = Stopwatch.GetTimestamp();
    private DateTimeOffset? _heldAt;

    public override DateTimeOffset GetUtcNow() => _heldAt ?? start + Stopwatch.GetElapsedTime(_startedAt);

    /// <summary>Stands still until it is let go: what happens meanwhile takes no time at all.</summary>
    public void Hold() => _heldAt = GetUtcNow();

    public void LetGo() => _heldAt = null;
}
