using ChatDesk.Channels.Sandbox.Phones;
using ChatDesk.Channels.Sandbox.Platform;
using Microsoft.AspNetCore.Http;

namespace ChatDesk.Channels.Sandbox.WeComApp;

/// <summary>The played message/recall: what was sent disappears from the phones, within 24 h.</summary>
/// <remarks>Source: https://developer.work.weixin.qq.com/document/path/94867.</remarks>
internal sealed class SentMessages(SandboxPhones phones, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (string App, DateTimeOffset Until, List<(string UserId, long Seq)> Shown)> _sent = [];

    public void Keep(string app, string messageId, IEnumerable<(string UserId, long Seq)> shown)
    {
        lock (_gate)
            _sent[messageId] = (app, clock.GetUtcNow() + SandboxLimits.WeCom.RecallWindow, [.. shown]);
    }

    public IResult Recall(PlayedAccount app, PlatformBody body)
    {
        lock (_gate)
        {
            var id = body.Root.Text("msgid") ?? "";
            if (!_sent.TryGetValue(id, out var sent) || sent.App != app.Key || clock.GetUtcNow() >= sent.Until)
                return PlatformAnswer.Refuse(PlatformErrors.InvalidParameter);
            _sent.Remove(id);
            foreach (var (userId, seq) in sent.Shown)
                phones.Remove(PhoneKind.Staff, userId, seq);
            return PlatformAnswer.Ok();
        }
    }
}
