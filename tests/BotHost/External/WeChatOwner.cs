using System.Globalization;
using System.Xml.Linq;
using ChatDesk.Tests.Fixtures;

namespace ChatDesk.Tests.BotHost.External;

/// <summary>An owner's WeChat behind the official account's callback.</summary>
internal sealed class WeChatOwner(CallbackLine line, PlatformServer platform, string accountId, string openId)
{
    private static long _lastMessage = 22345678901234567;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public Task<DeskReply> FollowAsync() => AskAsync(Envelope("event", new XElement("Event", new XCData("subscribe")), new XElement("EventKey", "")));

    public Task<DeskReply> SayAsync(string text) => AskAsync(Message("text", new XElement("Content", new XCData(text))));

    public Task<DeskReply> TapAsync((string Id, string Content) choice) =>
        AskAsync(Message("text", new XElement("Content", new XCData(choice.Content)), new XElement("bizmsgmenuid", choice.Id)));

    public Task<DeskReply> SendPhotoAsync(byte[] photo) => AskAsync(Message(
        "image", new XElement("PicUrl", new XCData("http://mmbiz.qpic.cn/photo/0")), new XElement("MediaId", new XCData(platform.Shelve(photo)))));

    /// <summary>All 客服消息 that the owner has got.</summary>
    public IReadOnlyList<DeskReply> Sent => [.. platform.Calls.Where(IsMine).Select(DeskReply.From)];

    public Task<DeskReply> WaitForAsync(Func<DeskReply, bool> fits) => WaitAsync(from: 0, fits);

    /// <summary>Every message is answered: with an encrypted passive reply, else with a 客服消息.</summary>
    private async Task<DeskReply> AskAsync(CallbackLine.Envelope envelope)
    {
        var before = Sent.Count;
        var passive = await line.PostAsync(envelope);
        if (passive is null)
            return await WaitAsync(before, _ => true);
        Assert.Equal((openId, accountId), (passive.Element("ToUserName")?.Value, passive.Element("FromUserName")?.Value));
        return DeskReply.From(passive);
    }

    private async Task<DeskReply> WaitAsync(int from, Func<DeskReply, bool> fits)
    {
        using CancellationTokenSource late = new(Patience);
        while (!late.IsCancellationRequested)
        {
            if (Sent.Skip(from).FirstOrDefault(fits) is { } reply)
                return reply;
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }

        throw new TimeoutException($"{openId} got only:\n{string.Join('\n', Sent.Select(reply => reply.Text))}");
    }

    private bool IsMine(PlatformCall call) =>
        call.Path == "/cgi-bin/message/custom/send" && call.Body.GetProperty("touser").GetString() == openId && call.Answer.GetProperty("errcode").GetInt32() == 0;

    private CallbackLine.Envelope Message(string type, params XElement[] content) =>
        Envelope(type, [.. content, new XElement("MsgId", Interlocked.Increment(ref _lastMessage).ToString(CultureInfo.InvariantCulture))]);

    private CallbackLine.Envelope Envelope(string type, params XElement[] content) => line.Seal(new XElement(
        "xml",
        new XElement("ToUserName", new XCData(accountId)),
        new XElement("FromUserName", new XCData(openId)),
        new XElement("CreateTime", DateTimeOffset.UtcNow.ToUnixTimeSeconds()),
        new XElement("MsgType", new XCData(type)),
        content));
}
