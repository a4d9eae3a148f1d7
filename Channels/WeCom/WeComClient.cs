using System.Text.Json.Serialization.Metadata;
using ChatDesk.Channels.Activities;
using ChatDesk.Channels.Protocol;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ChatDesk.Channels.WeCom;

/// <summary>Sends texts and cards of an application, updates cards and moves media.</summary>
/// <remarks>Source: https://developer.work.weixin.qq.com/document/path/90236.</remarks>
public sealed partial class WeComClient : IChannelClient
{
    internal const string HttpClientName = "wecom";

    private readonly WeComApps _apps;
    private readonly IOptionsMonitor<WeComOptions> _options;
    private readonly IOptionsMonitor<WeComRobot> _robots;
    private readonly PlatformApi _api;

    internal WeComClient(
        WeComApps apps,
        IOptionsMonitor<WeComOptions> options,
        IOptionsMonitor<WeComRobot> robots,
        IHttpClientFactory http,
        ITokenStore tokens,
        ILogger<WeComClient> logger)
    {
        _apps = apps;
        _options = options;
        _robots = robots;
        _api = new(HttpClientName, WeComErrors.Table, http, tokens, TimeProvider.System, logger);
    }

    /// <inheritdoc/>
    public async Task<SendResult> SendAsync(Activity activity, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var app = App(activity.Account);
        var answer = activity.Type is ActivityType.MessageUpdate
            ? await UpdateAsync(app, CardUpdate.From(activity, app.AgentId), ct)
            : await SendAsync(app, AppMessage.From(activity, app.AgentId), ct);
        return new SendResult(
            answer.Outcome, answer.Code, answer.Error, answer.Text("msgid"), answer.Text("response_code"), Unreached(answer, activity.Recipient.Id));
    }

    /// <inheritdoc/>
    public async Task<MediaFile?> GetMediaAsync(string account, string mediaId, CancellationToken ct)
    {
        var answer = await _api.DownloadAsync(Source(App(account)), "cgi-bin/media/get", $"media_id={Uri.EscapeDataString(mediaId)}", ct);
        return answer.File;
    }

    /// <inheritdoc/>
    public async Task<string?> UploadMediaAsync(string account, string type, MediaFile file, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(type);
        var answer = await _api.PostAsync(
            Source(App(account)), "cgi-bin/media/upload", $"type={Uri.EscapeDataString(type)}", () => MediaForm.Of(file, withLength: true), ct);
        return answer.Text("media_id");
    }

    private Task<ApiAnswer> SendAsync(WeComApp app, AppMessage message, CancellationToken ct) =>
        PostAsync(app, "cgi-bin/message/send", message, WeComJson.Raw.AppMessage, ct);

    private Task<ApiAnswer> UpdateAsync(WeComApp app, CardUpdate update, CancellationToken ct) =>
        PostAsync(app, "cgi-bin/message/update_template_card", update, WeComJson.Raw.CardUpdate, ct);

    private Task<ApiAnswer> PostAsync<T>(WeComApp app, string path, T body, JsonTypeInfo<T> type, CancellationToken ct) =>
        _api.PostAsync(Source(app), path, () => RequestBody.Json(body, type), ct);

    private Task<ApiAnswer> GetAsync(string app, string path, string query, CancellationToken ct) => _api.GetAsync(Source(App(app)), path, query, ct);

    /// <summary>The platform lower-cases user ids: they are given back as they were sent.</summary>
    private static List<string>? Unreached(ApiAnswer answer, string recipients)
    {
        var unreached = $"{answer.Text("invaliduser")}|{answer.Text("unlicenseduser")}".Split('|', StringSplitOptions.RemoveEmptyEntries);
        if (unreached.Length == 0)
            return null;
        var sent = recipients.Split('|');
        return [.. unreached.Distinct(StringComparer.OrdinalIgnoreCase).Select(id => sent.FirstOrDefault(s => IsSame(s, id), id))];
    }

    private static bool IsSame(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private WeComApp App(string name) =>
        _apps.Find(name)?.App ?? throw new InvalidOperationException($"No WeCom application '{name}' is configured.");

    private TokenSource Source(WeComApp app) => new($"wecom:{app.CorpId}:{app.AgentId}", ct => AskTokenAsync(app, ct));

    private Task<ApiAnswer> AskTokenAsync(WeComApp app, CancellationToken ct) => _api.SendAsync(
        HttpMethod.Get, $"cgi-bin/gettoken?corpid={Uri.EscapeDataString(app.CorpId)}&corpsecret={Uri.EscapeDataString(app.Secret)}", body: null, ct);
}
