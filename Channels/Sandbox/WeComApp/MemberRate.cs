namespace ChatDesk.Channels.Sandbox.WeComApp;

/// <summary>How many messages one member gets from one application; the excess is dropped and nobody is told.</summary>
/// <remarks>Source: https://developer.work.weixin.qq.com/document/path/90454.</remarks>
internal sealed class MemberRate(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string App, string UserId), Queue<DateTimeOffset>> _sent = [];

    public bool TryTake(string app, string userId)
    {
        var now = clock.GetUtcNow();
        lock (_gate)
        {
            var key = (app, userId.ToLowerInvariant());
            if (!_sent.TryGetValue(key, out var times))
                _sent[key] = times = new();
            while (times.TryPeek(out var oldest) && now - oldest >= TimeSpan.FromHours(1))
                times.Dequeue();
            if (times.Count >= SandboxLimits.WeCom.MessagesPerMemberHour
                || times.Count(t => now - t < TimeSpan.FromMinutes(1)) >= SandboxLimits.WeCom.MessagesPerMemberMinute)
                return false;
            times.Enqueue(now);
            return true;
        }
    }
}
