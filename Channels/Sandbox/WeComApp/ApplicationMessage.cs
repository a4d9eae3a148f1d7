using System.Text.Json;
using ChatDesk.Channels.Sandbox.OfficialAccount;
using ChatDesk.Channels.Sandbox.Phones;
using ChatDesk.Channels.Sandbox.Platform;

namespace ChatDesk.Channels.Sandbox.WeComApp;

/// <summary>An application message as the platform checks it and a phone shows it. Pure but for looking up files.</summary>
/// <remarks>Source: https://developer.work.weixin.qq.com/document/path/90236.</remarks>
internal static class ApplicationMessage
{
    public static (PhoneItem? Item, PlatformError? Error) Read(JsonElement message, string app, string messageId, MediaShelf media) =>
        message.Text("msgtype") switch
        {
            "text" => Text(message.Member("text")?.Text("content")),
            "image" => Image(message.Member("image")?.Text("media_id"), media),
            "template_card" => Card(message.Member("template_card"), app, messageId),
            _ => (null, PlatformErrors.InvalidMessageType),
        };

    /// <summary>Cuts as the platform does, between characters.</summary>
    public static string Cut(string text)
    {
        var bytes = 0;
        var end = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if ((bytes += rune.Utf8SequenceLength) > SandboxLimits.WeCom.TextBytes)
                return text[..end];
            end += rune.Utf16SequenceLength;
        }

        return text;
    }

    private static (PhoneItem?, PlatformError?) Text(string? content) =>
        content is null ? (null, PlatformErrors.EmptyText) : (TextMarkup.ToItem(Cut(content)), null);

    private static (PhoneItem?, PlatformError?) Image(string? mediaId, MediaShelf media) => media.Find(mediaId) is null
        ? (null, PlatformErrors.InvalidMediaId)
        : (new PhoneItem { From = "them", Kind = "image", Url = CustomMessage.PictureUrl(mediaId!) }, null);

    private static (PhoneItem?, PlatformError?) Card(JsonElement? card, string app, string messageId)
    {
        if (CardRules.Check(card) is { } error)
            return (null, error);
        var drawn = CardView.Draw(card!.Value, app, messageId, taskId: "");
        return (new PhoneItem { From = "them", Kind = "card", Text = drawn.Title, Card = drawn }, null);
    }
}
