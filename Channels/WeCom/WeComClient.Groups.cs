using ChatDesk.Channels.Activities;
using ChatDesk.Channels.Protocol;

namespace ChatDesk.Channels.WeCom;

/// <content>Group robots.</content>
/// <remarks>Source: https://developer.work.weixin.qq.com/document/path/91770. The address holds the key: it is a secret and never logged.</remarks>
public sealed partial class WeComClient
{
    /// <summary>Sends to the robot's group.</summary>
    /// <param name="robot">The name in <c>Channels:WeCom:Robots</c>.</param>
    /// <param name="message">What to send.</param>
    /// <param name="ct">Cancels the send.</param>
    /// <exception cref="ArgumentException">The message breaks a limit.</exception>
    public async Task<SendResult> SendToGroupAsync(string robot, GroupMessage message, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(message);
        var problems = string.Join(' ', message.Problems());
        if (problems.Length > 0)
            throw new ArgumentException(problems, nameof(message));
        return (await _api.SendAsync(HttpMethod.Post, Webhook(robot), RequestBody.Json(message, WeComJson.Raw.GroupMessage), ct)).Done();
    }

    /// <summary>Uploads a file for the robot's group (3 days, this robot only).</summary>
    /// <param name="robot">The name in <c>Channels:WeCom:Robots</c>.</param>
    /// <param name="type">file or voice.</param>
    /// <param name="file">The bytes, with a file name and a MIME type.</param>
    /// <param name="ct">Cancels the upload.</param>
    /// <returns>Its media id.</returns>
    public async Task<ApiResult<string>> UploadGroupFileAsync(string robot, string type, MediaFile file, CancellationToken ct)
    {
        var address = Webhook(robot).Replace("/webhook/send?", "/webhook/upload_media?", StringComparison.Ordinal) + $"&type={Uri.EscapeDataString(type)}";
        return (await _api.SendAsync(HttpMethod.Post, address, MediaForm.Of(file, withLength: true), ct)).Read("media_id");
    }

    private string Webhook(string robot) => _robots.Get(robot).WebhookUrl is { Length: > 0 } url
        ? url
        : throw new InvalidOperationException($"No group robot '{robot}' is configured.");
}
