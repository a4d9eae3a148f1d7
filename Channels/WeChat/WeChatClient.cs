using ChatDesk.Channels.Activities;
using ChatDesk.Channels.Protocol;
using Microsoft.Extensions.Logging;

namespace ChatDesk.Channels.WeChat;

/// <summary>Sends 客服消息 and moves media for official accounts.</summary>
/// <remarks>Source: https://developers.weixin.qq.com/doc/service/guide/product/kf/intro.html. A 客服消息 has no idempotency key: the caller counts its tries.</remarks>
internal sealed class WeChatClient(WeChatAccounts accounts, IHttpClientFactory http, ITokenStore tokens, ILogger<WeChatClient> logger) : IChannelClient
{
    public const string HttpClientName = "wechat";

    private readonly PlatformApi _api = new(HttpClientName, WeChatErrors.Table, http, tokens, TimeProvider.System, logger);

    public async Task<SendResult> SendAsync(Activity activity, CancellationToken ct)
    {
        var message = CustomMessage.From(activity);
        var answer = await _api.PostAsync(
            Source(activity.Account), "cgi-bin/message/custom/send", () => RequestBody.Json(message, WeChatJson.Raw.CustomMessage), ct);
        return new SendResult(answer.Outcome, answer.Code, answer.Error, MessageId: answer.Text("msgid"));
    }

    public async Task<MediaFile?> GetMediaAsync(string account, string mediaId, CancellationToken ct)
    {
        var answer = await _api.DownloadAsync(Source(account), "cgi-bin/media/get", $"media_id={Uri.EscapeDataString(mediaId)}", ct);
        if (answer.File is null && Uri.TryCreate(answer.Text("video_url"), UriKind.Absolute, out var video))
            answer = await _api.DownloadAsync(video, ct);
        return answer.File;
    }

    public async Task<string?> UploadMediaAsync(string account, string type, MediaFile file, CancellationToken ct)
    {
        var answer = await _api.PostAsync(
            Source(account), "cgi-bin/media/upload", $"type={Uri.EscapeDataString(type)}", () => MediaForm.Of(file), ct);
        return answer.Text("media_id");
    }

    private TokenSource Source(string name)
    {
        var account = accounts.Find(name)?.Account ?? throw new InvalidOperationException($"No official account '{name}' is configured.");
        return new TokenSource($"wechat:{account.AppId}", ct => AskTokenAsync(account, ct));
    }

    private Task<ApiAnswer> AskTokenAsync(WeChatAccount account, CancellationToken ct)
    {
        TokenRequest request = new("client_credential", account.AppId, account.AppSecret, ForceRefresh: false);
        return _api.SendAsync(HttpMethod.Post, "cgi-bin/stable_token", RequestBody.Json(request, WeChatJson.Raw.TokenRequest), ct);
    }
}
