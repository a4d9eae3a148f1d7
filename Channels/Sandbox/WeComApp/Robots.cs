using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ChatDesk.Channels.Sandbox.Phones;
using ChatDesk.Channels.Sandbox.Platform;
using Microsoft.AspNetCore.Http;

namespace ChatDesk.Channels.Sandbox.WeComApp;

/// <summary>The played webhook/send and webhook/upload_media: a key for a token, 20 messages a minute.</summary>
/// <remarks>Source: https://developer.work.weixin.qq.com/document/path/91770.</remarks>
internal sealed class Robots(PlayedAccounts accounts, Quotas quotas, MediaShelf media, Rooms rooms)
{
    public async Task<IResult> SendAsync(HttpRequest request, CancellationToken ct)
    {
        if (Find(request) is not { } robot)
            return PlatformAnswer.Refuse(PlatformErrors.InvalidWebhook);
        var (body, unreadable) = await PlatformBody.ReadAsync(request, ct);
        if (body is null)
            return PlatformAnswer.Refuse(unreadable!.Value);
        if (!quotas.TryTakeThisMinute($"robot {robot}", "webhook/send", SandboxLimits.WeCom.RobotMessagesPerMinute))
            return PlatformAnswer.Refuse(PlatformErrors.RobotTooFrequent);
        var (item, error) = Read(body.Root);
        if (item is null)
            return PlatformAnswer.Refuse(error!.Value);
        rooms.Show(robot, item);
        return PlatformAnswer.Ok();
    }

    public async Task<IResult> UploadAsync(HttpRequest request, TimeProvider clock, CancellationToken ct)
    {
        if (Find(request) is null)
            return PlatformAnswer.Refuse(PlatformErrors.InvalidWebhook);
        var type = request.Query["type"].ToString();
        if (type is not ("file" or "voice") || WeComApi.UploadRule(type) is not { } rule)
            return PlatformAnswer.Refuse(PlatformErrors.InvalidMediaType);
        var (file, error) = await MediaUpload.ReadAsync(request, rule, SandboxLimits.WeCom.FileBytesLeast, ct);
        return file is null
            ? PlatformAnswer.Refuse(error!.Value)
            : PlatformAnswer.Ok(("type", type), ("media_id", media.Put(file)), ("created_at", clock.GetUtcNow().ToUnixTimeSeconds().ToString()));
    }

    private string? Find(HttpRequest request) => accounts.Robots.FirstOrDefault(r => r.Value == request.Query["key"]).Key;

    private (PhoneItem? Item, PlatformError? Error) Read(JsonElement message) => message.Text("msgtype") switch
    {
        "text" => Words(message.Member("text"), SandboxLimits.WeCom.TextBytes),
        "markdown" => Words(message.Member("markdown"), SandboxLimits.WeCom.RobotMarkdownBytes),
        "markdown_v2" => Words(message.Member("markdown_v2"), SandboxLimits.WeCom.RobotMarkdownBytes),
        "image" => Image(message.Member("image")),
        "template_card" => Card(message.Member("template_card")),
        "news" or "file" or "voice" => ApplicationMessage.Read(message, app: "", messageId: "", media),
        _ => (null, PlatformErrors.InvalidMessageType),
    };

    private static (PhoneItem?, PlatformError?) Words(JsonElement? content, int most)
    {
        if (content?.Text("content") is not { } text)
            return (null, PlatformErrors.EmptyText);
        return Encoding.UTF8.GetByteCount(text) > most ? (null, PlatformErrors.TextTooLong) : (TextMarkup.ToItem(text), null);
    }

    private (PhoneItem?, PlatformError?) Image(JsonElement? image)
    {
        var bytes = new byte[SandboxLimits.WeCom.RobotImageBytes + 1];
        if (image?.Text("base64") is not { } text || !Convert.TryFromBase64String(text, bytes, out var length) || length > SandboxLimits.WeCom.RobotImageBytes)
            return (null, PlatformErrors.InvalidImageSize);
        var file = bytes[..length];
        var id = IsMd5(file, image.Value.Text("md5")) ? media.Put(new("robot", file[0] == 0xFF ? "image/jpeg" : "image/png", file)) : null;
        return id is null
            ? (null, PlatformErrors.InvalidImage)
            : (new PhoneItem { From = "them", Kind = "image", Url = OfficialAccount.CustomMessage.PictureUrl(id) }, null);
    }

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5351", Justification = "The platform's checksum is MD5.")]
    private static bool IsMd5(byte[] file, string? md5) => string.Equals(Convert.ToHexStringLower(MD5.HashData(file)), md5, StringComparison.OrdinalIgnoreCase);

    private static (PhoneItem?, PlatformError?) Card(JsonElement? card)
    {
        if (card?.Text("card_type") is not ("text_notice" or "news_notice") || card.Value.Member("action_menu") is not null)
            return (null, PlatformErrors.InvalidField("card_type"));
        return CardRules.Check(card) is { } error
            ? (null, error)
            : (new PhoneItem { From = "them", Kind = "card", Card = CardView.Draw(card.Value, app: "", messageId: "", taskId: "") }, null);
    }
}
