using System.Text.Json.Serialization.Metadata;
using ChatDesk.Channels.Activities;
using ChatDesk.Channels.Protocol;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ChatDesk.Channels.WeChat;

/// <summary>Calls api.weixin.qq.com for official accounts: 客服消息 and notices, media, and in further files what an account has beside them.</summary>
/// <remarks>Source: https://developers.weixin.qq.com/doc/service/guide/product/kf/intro.html. A 客服消息 has no idempotency key: the caller counts its tries.</remarks>
public sealed partial class WeChatClient : IChannelClient
{
    internal const string HttpClientName = "wechat";

    private readonly WeChatAccounts _accounts;
    private readonly IOptionsMonitor<WeChatOptions> _options;
    private readonly PlatformApi _api;

    internal WeChatClient(
        WeChatAccounts accounts, IOptionsMonitor<WeChatOptions> options, IHttpClientFactory http, ITokenStore tokens, ILogger<WeChatClient> logger)
    {
        _accounts = accounts;
        _options = options;
        _api = new(HttpClientName, WeChatErrors.Table, http, tokens, TimeProvider.System, logger);
    }

    /// <inheritdoc/>
    public async Task<SendResult> SendAsync(Activity activity, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(activity);
        if (activity.Attachments is [{ ContentType: AttachmentType.WeChatNotice } notice])
            return await SendNoticeAsync(activity.Account, activity.Recipient.Id, TemplateNotice.From(notice), ct);
        var answer = await PostAsync(
            activity.Account, "cgi-bin/message/custom/send", CustomMessage.From(activity), WeChatJson.Raw.CustomMessage, ct);
        return new SendResult(answer.Outcome, answer.Code, answer.Error, MessageId: answer.Text("msgid"));
    }

    /// <inheritdoc/>
    public async Task<MediaFile?> GetMediaAsync(string account, string mediaId, CancellationToken ct)
    {
        var answer = await _api.DownloadAsync(Source(account), "cgi-bin/media/get", $"media_id={Uri.EscapeDataString(mediaId)}", ct);
        if (answer.File is null && Uri.TryCreate(answer.Text("video_url"), UriKind.Absolute, out var video))
            answer = await _api.DownloadAsync(video, ct);
        return answer.File;
    }

    /// <inheritdoc/>
    public async Task<string?> UploadMediaAsync(string account, string type, MediaFile file, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(type);
        var answer = await _api.PostAsync(
            Source(account), "cgi-bin/media/upload", $"type={Uri.EscapeDataString(type)}", () => MediaForm.Of(file), ct);
        return answer.Text("media_id");
    }

    private Task<ApiAnswer> PostAsync<T>(string account, string path, T body, JsonTypeInfo<T> type, CancellationToken ct) =>
        _api.PostAsync(Source(account), path, () => RequestBody.Json(body, type), ct);

    private Task<ApiAnswer> GetAsync(string account, string path, string query, CancellationToken ct) =>
        _api.GetAsync(Source(account), path, query, ct);

    private WeChatAccount Account(string name) =>
        _accounts.Find(name)?.Account ?? throw new InvalidOperationException($"No official account '{name}' is configured.");

    private TokenSource Source(string name)
    {
        var account = Account(name);
        return new TokenSource($"wechat:{account.AppId}", ct => AskTokenAsync(account, ct));
    }

    private Task<ApiAnswer> AskTokenAsync(WeChatAccount account, CancellationToken ct)
    {
        TokenRequest request = new("client_credential", account.AppId, account.AppSecret, ForceRefresh: false);
        return _api.SendAsync(HttpMethod.Post, "cgi-bin/stable_token", RequestBody.Json(request, WeChatJson.Raw.TokenRequest), ct);
    }
}
