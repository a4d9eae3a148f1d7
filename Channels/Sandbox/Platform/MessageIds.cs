namespace ChatDesk.Channels.Sandbox.Platform;

/// <summary>Message ids, 64 bits, never the same twice: not even after a restart.</summary>
internal sealed class MessageIds
{
    private long _last = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() * 10_000;

    public long Next() => Interlocked.Increment(ref _last);
}
