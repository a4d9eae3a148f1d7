using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ChatDesk.Tests.Fixtures;

/// <summary>
/// api.weixin.qq.com and qyapi.weixin.qq.com as far as their documents describe the calls of the stories: tokens, 客服消息,
/// application messages, card updates and media. It keeps every message that it took, and answers after it did.
/// </summary>
/// <remarks>Sources: developers.weixin.qq.com/doc/service/api/…; developer.work.weixin.qq.com/document/path/91039, 90236, 94888, 90254.</remarks>
public sealed class PlatformServer : IAsyncDisposable
{
    public const string Account = "main";
    public const string App = "desk";
    public const int AgentId = 1000002;

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<PlatformCall> _calls = new();
    private readonly ConcurrentDictionary<string, bool> _isCodeUsed = new();
    private readonly ConcurrentDictionary<string, byte[]> _media = new();
    private readonly ConcurrentDictionary<string, string> _taskIds = new();
    private readonly string _officialToken = $"oa-{Guid.NewGuid():N}";
    private readonly string _corpToken = $"corp-{Guid.NewGuid():N}";
    private readonly TimeSpan _slowness;
    private int _last;

    private PlatformServer(TimeSpan slowness)
    {
        _slowness = slowness;
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    /// <summary>The official account.</summary>
    public static PlatformKeys Official { get; } = new("wx0000000000000001");

    /// <summary>The corporation, with the secrets of its application.</summary>
    public static PlatformKeys Corp { get; } = new("ww0000000000000001");

    /// <summary>A desk's configuration with the account and the application.</summary>
    public static IReadOnlyDictionary<string, string?> Accounts { get; } = new Dictionary<string, string?>
    {
        [$"Channels:WeChat:Accounts:{Account}:AppId"] = Official.Id,
        [$"Channels:WeChat:Accounts:{Account}:AppSecret"] = Official.Secret,
        [$"Channels:WeChat:Accounts:{Account}:Token"] = Official.Token,
        [$"Channels:WeChat:Accounts:{Account}:EncodingAesKey"] = Official.EncodingAesKey,
        ["Channels:WeCom:CorpId"] = Corp.Id,
        [$"Channels:WeCom:Apps:{App}:AgentId"] = $"{AgentId}",
        [$"Channels:WeCom:Apps:{App}:Secret"] = Corp.Secret,
        [$"Channels:WeCom:Apps:{App}:Token"] = Corp.Token,
        [$"Channels:WeCom:Apps:{App}:EncodingAesKey"] = Corp.EncodingAesKey,
    };

    /// <summary>The same, and where this server is.</summary>
    public IReadOnlyDictionary<string, string?> Configuration => new Dictionary<string, string?>(Accounts)
    {
        ["ChatDesk:Sandbox:Enabled"] = "false",
        ["Channels:WeChat:ApiUrl"] = _app.Urls.First(),
        ["Channels:WeCom:ApiUrl"] = _app.Urls.First(),
    };

    public IReadOnlyList<PlatformCall> Calls => [.. _calls];

    /// <param name="slowness">The longest time between taking a message and answering.</param>
    public static async Task<PlatformServer> StartAsync(TimeSpan slowness = default)
    {
        PlatformServer server = new(slowness);
        await server._app.StartAsync();
        return server;
    }

    /// <summary>A picture that a person has sent, as its media id.</summary>
    public string Shelve(byte[] picture)
    {
        var id = $"media-{Interlocked.Increment(ref _last)}";
        _media[id] = picture;
        return id;
    }

    /// <summary>A new code for one card update, as each send and each press gives.</summary>
    public string NewCode()
    {
        var code = $"code-{Interlocked.Increment(ref _last)}";
        _isCodeUsed[code] = false;
        return code;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Task AnswerAsync(HttpContext http) => http.Request.Path.Value switch
    {
        "/cgi-bin/stable_token" => StableTokenAsync(http),
        "/cgi-bin/gettoken" => CorpTokenAsync(http),
        "/cgi-bin/message/custom/send" => TakeAsync(http, _officialToken, _ => []),
        "/cgi-bin/message/send" => TakeAsync(http, _corpToken, Send),
        "/cgi-bin/message/update_template_card" => TakeAsync(http, _corpToken, Update),
        "/cgi-bin/media/get" => MediaAsync(http),
        "/cgi-bin/media/upload" => http.Response.WriteAsJsonAsync(new { type = "image", media_id = Shelve([]), created_at = 1 }),
        _ => http.Response.WriteAsJsonAsync(new { errcode = 40066, errmsg = "invalid url" }),
    };

    private async Task StableTokenAsync(HttpContext http)
    {
        var asked = (await JsonNode.ParseAsync(http.Request.Body))!;
        var isRight = (string?)asked["grant_type"] == "client_credential" && (string?)asked["appid"] == Official.Id && (string?)asked["secret"] == Official.Secret;
        await WriteTokenAsync(http, isRight, _officialToken);
    }

    private Task CorpTokenAsync(HttpContext http) =>
        WriteTokenAsync(http, http.Request.Query["corpid"] == Corp.Id && http.Request.Query["corpsecret"] == Corp.Secret, _corpToken);

    private static Task WriteTokenAsync(HttpContext http, bool isRight, string token) => isRight
        ? http.Response.WriteAsJsonAsync(new { errcode = 0, errmsg = "ok", access_token = token, expires_in = 7200 })
        : http.Response.WriteAsJsonAsync(new { errcode = 40001, errmsg = "invalid credential" });

    private async Task TakeAsync(HttpContext http, string token, Func<JsonElement, JsonObject> answer)
    {
        using StreamReader reader = new(http.Request.Body);
        var raw = await reader.ReadToEndAsync();
        var said = http.Request.Query["access_token"] != token ? Refusal(40014)
            : raw.Contains("\\u", StringComparison.Ordinal) ? Refusal(40033)
            : answer(JsonDocument.Parse(raw).RootElement);
        said.TryAdd("errcode", 0);
        said.TryAdd("errmsg", "ok");
        _calls.Enqueue(new(http.Request.Path.Value!, raw, JsonSerializer.SerializeToElement(said)));
        await Task.Delay(_slowness * Random.Shared.NextDouble());
        await http.Response.WriteAsync(said.ToJsonString());
    }

    private JsonObject Send(JsonElement body)
    {
        if (body.GetProperty("agentid").GetInt32() != AgentId)
            return Refusal(40056);
        var id = Interlocked.Increment(ref _last).ToString(CultureInfo.InvariantCulture);
        if (!body.TryGetProperty("template_card", out var card) || card.GetProperty("card_type").GetString() != "button_interaction")
            return new() { ["msgid"] = id };
        return IsNew(card.GetProperty("task_id").GetString()!, body) ? new() { ["msgid"] = id, ["response_code"] = NewCode() } : Refusal(40058);
    }

    /// <summary>A task id is good for one card; the same body again is dropped in silence where <c>enable_duplicate_check</c> asks for it.</summary>
    private bool IsNew(string taskId, JsonElement body)
    {
        var raw = body.GetRawText();
        var isChecked = body.TryGetProperty("enable_duplicate_check", out var check) && check.GetInt32() == 1;
        return _taskIds.TryAdd(taskId, raw) || (isChecked && _taskIds[taskId] == raw);
    }

    /// <summary>A code is good for one update.</summary>
    private JsonObject Update(JsonElement body) =>
        _isCodeUsed.TryUpdate(body.GetProperty("response_code").GetString()!, newValue: true, comparisonValue: false) ? [] : Refusal(60140);

    private async Task MediaAsync(HttpContext http)
    {
        var token = http.Request.Query["access_token"].ToString();
        if ((token != _officialToken && token != _corpToken) || !_media.TryGetValue(http.Request.Query["media_id"].ToString(), out var bytes))
        {
            await http.Response.WriteAsJsonAsync(new { errcode = 40007, errmsg = "invalid media_id" });
            return;
        }

        http.Response.ContentType = "image/jpeg";
        http.Response.Headers.ContentDisposition = "attachment; filename=\"photo.jpg\"";
        await http.Response.Body.WriteAsync(bytes);
    }

    private static JsonObject Refusal(int code) => new() { ["errcode"] = code, ["errmsg"] = "refused" };
}
