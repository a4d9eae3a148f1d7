using System.Xml.Linq;
using ChatDesk.Tests.Fixtures;

namespace ChatDesk.Tests.BotHost.External;

/// <summary>A member's WeCom behind the application's callback.</summary>
internal sealed class WeComMember(CallbackLine line, PlatformServer platform, string userId)
{
    private const string Send = "/cgi-bin/message/send";
    private const string Update = "/cgi-bin/message/update_template_card";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static long _lastSecond = DateTimeOffset.UtcNow.ToUnixTimeSeconds();

    public string UserId => userId;

    /// <summary>A press as the platform reports it, with the code that it gives for one update.</summary>
    public sealed record Press(CallbackLine.Envelope Envelope, string Code);

    public Press PressOf(PlatformCall card, string button)
    {
        var code = platform.NewCode();
        XElement message = new(
            "xml",
            new XElement("ToUserName", new XCData(PlatformServer.Corp.Id)),
            new XElement("FromUserName", new XCData(userId)),
            new XElement("CreateTime", Interlocked.Increment(ref _lastSecond)),
            new XElement("MsgType", new XCData("event")),
            new XElement("Event", new XCData("template_card_event")),
            new XElement("EventKey", new XCData(card.KeyOf(button))),
            new XElement("TaskId", new XCData(card.TaskId!)),
            new XElement("CardType", new XCData("button_interaction")),
            new XElement("ResponseCode", new XCData(code)),
            new XElement("AgentID", PlatformServer.AgentId));
        return new(line.Seal(message, new XElement("AgentID", PlatformServer.AgentId)), code);
    }

    /// <returns>The passive reply's words, null for none.</returns>
    public async Task<string?> SendAsync(Press press) => (await line.PostAsync(press.Envelope))?.Element("Content")?.Value;

    /// <summary>Presses a button and waits for the update that uses the press's code.</summary>
    public async Task<PlatformCall> PressAsync(PlatformCall card, string button)
    {
        var press = PressOf(card, button);
        Assert.Null(await SendAsync(press));
        return await WaitAsync(() => Updates(card).FirstOrDefault(update => update.UsedCode == press.Code));
    }

    /// <summary>The cards with buttons that this member has of a ticket.</summary>
    public IReadOnlyList<PlatformCall> Cards(string number) => Of(Send, number, call => call.ResponseCode is not null);

    /// <summary>All cards and texts that this member has about a ticket.</summary>
    public IReadOnlyList<PlatformCall> Messages(string number) => Of(Send, number, _ => true);

    public IReadOnlyList<PlatformCall> Updates(PlatformCall card) => [.. platform.Calls.Where(call => call.Path == Update && IsMine(call) && call.TaskId == card.TaskId)];

    public Task<PlatformCall> WaitForCardAsync(string number) => WaitAsync(() => Cards(number).LastOrDefault());

    public Task<PlatformCall> WaitForMessageAsync(string number, Func<PlatformCall, bool> fits) => WaitAsync(() => Messages(number).LastOrDefault(fits));

    public Task<PlatformCall> WaitForUpdateAsync(PlatformCall card, Func<PlatformCall, bool> fits) => WaitAsync(() => Updates(card).LastOrDefault(fits));

    private IReadOnlyList<PlatformCall> Of(string path, string number, Func<PlatformCall, bool> fits) =>
        [.. platform.Calls.Where(call => call.Path == path && IsMine(call) && call.Raw.Contains(number, StringComparison.Ordinal) && fits(call))];

    private bool IsMine(PlatformCall call) => call.Members.Contains(userId);

    private async Task<PlatformCall> WaitAsync(Func<PlatformCall?> find)
    {
        using CancellationTokenSource late = new(Patience);
        while (!late.IsCancellationRequested)
        {
            if (find() is { } found)
                return found;
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }

        throw new TimeoutException($"{userId} got only:\n{string.Join('\n', platform.Calls.Where(IsMine).Select(call => $"{call.Path} {call.Raw}"))}");
    }
}
