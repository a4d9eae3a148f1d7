using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ChatDesk.Tests.Fixtures;

namespace ChatDesk.Tests.BotHost.External;

/// <summary>What an owner reads, as a passive reply or as a 客服消息, with what can be tapped in it.</summary>
internal sealed partial record DeskReply(string Text, IReadOnlyList<(string Id, string Content)> Choices)
{
    /// <summary>The ticket number that it names.</summary>
    public string Number => TicketNumber().Match(Text) is { Success: true } match ? match.Value : throw new InvalidOperationException($"No ticket number in: {Text}");

    /// <summary>The first link in it.</summary>
    public Uri Link => new(Address().Match(Text).Value);

    public static DeskReply From(XElement passive)
    {
        Assert.Equal("text", passive.Element("MsgType")?.Value);
        var content = passive.Element("Content")!.Value;
        var choices = Tap().Matches(content).Select(tap => (Uri.UnescapeDataString(tap.Groups["id"].Value), Uri.UnescapeDataString(tap.Groups["content"].Value)));
        return new(Tap().Replace(content, "").TrimEnd(), [.. choices]);
    }

    public static DeskReply From(PlatformCall customMessage)
    {
        var body = customMessage.Body;
        if (body.GetProperty("msgtype").GetString() == "text")
            return new(body.GetProperty("text").GetProperty("content").GetString()!, []);
        var menu = body.GetProperty("msgmenu");
        var items = menu.GetProperty("list").EnumerateArray().Select(item => (Of(item, "id"), Of(item, "content")));
        return new(Of(menu, "head_content"), [.. items]);
    }

    private static string Of(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    [GeneratedRegex(@"GD\d{4}-\d{4,}")]
    private static partial Regex TicketNumber();

    [GeneratedRegex(@"https?://[\w.:/\-?=&%]+")]
    private static partial Regex Address();

    [GeneratedRegex("<a href=\"weixin://bizmsgmenu\\?msgmenucontent=(?<content>[^&\"]*)&msgmenuid=(?<id>[^\"]*)\">[^<]*</a>")]
    private static partial Regex Tap();
}
