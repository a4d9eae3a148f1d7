using ChatDesk.Channels.Sandbox.Platform;

namespace ChatDesk.Channels.Sandbox.OfficialAccount;

/// <summary>Which 客服消息 may be sent to whom: windows that a user's action opens, each with a number of messages.</summary>
/// <remarks>
/// Where two windows are open, a message counts against both: the document does not say which one pays, so the narrower reading holds.
/// Source: https://developers.weixin.qq.com/doc/offiaccount/Customer_Service/Customer_Service_Messages.html (客服消息下发规则).
/// </remarks>
internal sealed class SendingWindows(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Account, string OpenId), Windows> _windows = [];

    /// <summary>The user wrote: a new budget of five for 48 h.</summary>
    public void UserMessage(string account, string openId) =>
        Open(account, openId, w => w with { Message = New(SandboxLimits.OfficialAccount.UserMessageWindow) });

    /// <summary>The user tapped the menu or a msgmenu item, followed, or scanned: three messages within a minute.</summary>
    public void Tap(string account, string openId) =>
        Open(account, openId, w => w with { Tap = New(SandboxLimits.OfficialAccount.TapWindow) });

    /// <summary>The user unfollowed: nothing can be sent any more.</summary>
    public void Close(string account, string openId) => Open(account, openId, _ => new(null, null));

    /// <returns>Null and one message fewer; or why nothing may be sent now.</returns>
    public PlatformError? TrySend(string account, string openId)
    {
        lock (_gate)
        {
            var windows = _windows.GetValueOrDefault((account, openId));
            var message = StillOpen(windows?.Message);
            var tap = StillOpen(windows?.Tap);
            if (message is null && tap is null)
                return PlatformErrors.WindowClosed;
            if (!(message?.Used < SandboxLimits.OfficialAccount.MessagesPerUserMessage) && !(tap?.Used < SandboxLimits.OfficialAccount.MessagesPerTap))
                return PlatformErrors.WindowUsedUp;
            _windows[(account, openId)] = new(message?.Spend(), tap?.Spend());
            return null;
        }
    }

    /// <summary>Messages that could still be sent now, and until when at most.</summary>
    public (int Left, DateTimeOffset? Until) Budget(string account, string openId)
    {
        lock (_gate)
        {
            var windows = _windows.GetValueOrDefault((account, openId));
            var message = StillOpen(windows?.Message);
            var tap = StillOpen(windows?.Tap);
            var left = Math.Max(
                message is null ? 0 : SandboxLimits.OfficialAccount.MessagesPerUserMessage - message.Used,
                tap is null ? 0 : SandboxLimits.OfficialAccount.MessagesPerTap - tap.Used);
            return (Math.Max(0, left), message?.ClosesAt ?? tap?.ClosesAt);
        }
    }

    private void Open(string account, string openId, Func<Windows, Windows> change)
    {
        lock (_gate)
            _windows[(account, openId)] = change(_windows.GetValueOrDefault((account, openId)) ?? new(null, null));
    }

    private Window New(TimeSpan length) => new(clock.GetUtcNow() + length, 0);

    private Window? StillOpen(Window? window) => window is not null && clock.GetUtcNow() < window.ClosesAt ? window : null;

    private sealed record Windows(Window? Message, Window? Tap);

    private sealed record Window(DateTimeOffset ClosesAt, int Used)
    {
        public Window Spend() => this with { Used = Used + 1 };
    }
}
