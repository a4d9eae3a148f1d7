using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ChatDesk.Tests.BotHost.Durability;

/// <summary>A text that reached an owner's phone as 客服消息.</summary>
internal sealed record CustomText(string OpenId, string Text);

/// <summary>A <c>message/send</c> with a card: who gets it, its task id, and the body byte for byte.</summary>
internal sealed record SentCard(string UserId, string TaskId, bool IsDuplicateChecked, string Body);

/// <summary>
/// A small server that plays api.weixin.qq.com and qyapi.weixin.qq.com: it takes everything, records it, and answers a moment
/// later, so that a kill may fall between the deed and its answer.
/// </summary>
internal sealed class PlatformServer : IAsyncDisposable
{
    private const int MaxAnswerDelay = 40;
    private const string Ok = """{"errcode":0,"errmsg":"ok"}""";

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<CustomText> _texts = new();
    private readonly ConcurrentQueue<SentCard> _cards = new();

    private PlatformServer(WebApplication app) => _app = app;

    public IReadOnlyCollection<CustomText> Texts => _texts;

    public IReadOnlyCollection<SentCard> Cards => _cards;

    /// <summary>Where the desk finds the platforms, and its WeCom application.</summary>
    public IReadOnlyDictionary<string, string?> Configuration => new Dictionary<string, string?>
    {
        ["Channels:WeChat:ApiUrl"] = $"{_app.Urls.First()}/wechat",
        ["Channels:WeCom:ApiUrl"] = $"{_app.Urls.First()}/wecom",
        ["Channels:WeCom:CorpId"] = "ww" + RandomNumberGenerator.GetHexString(16, lowercase: true),
        ["Channels:WeCom:Apps:desk:AgentId"] = "1000002",
        ["Channels:WeCom:Apps:desk:Secret"] = RandomNumberGenerator.GetHexString(32, lowercase: true),
        ["Channels:WeCom:Apps:desk:Token"] = RandomNumberGenerator.GetHexString(32, lowercase: true),
        ["Channels:WeCom:Apps:desk:EncodingAesKey"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)).TrimEnd('='),
    };

    public static async Task<PlatformServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        PlatformServer server = new(builder.Build());
        server.Map();
        await server._app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private void Map()
    {
        _app.MapPost("/wechat/cgi-bin/stable_token", () => Json("""{"access_token":"wechat-token","expires_in":7200}"""));
        _app.MapGet("/wecom/cgi-bin/gettoken", () => Json("""{"errcode":0,"errmsg":"ok","access_token":"wecom-token","expires_in":7200}"""));
        _app.MapPost("/wechat/cgi-bin/message/custom/send", (Delegate)TakeTextAsync);
        _app.MapPost("/wecom/cgi-bin/message/send", (Delegate)TakeCardAsync);
        _app.MapPost("/wecom/cgi-bin/message/update_template_card", () => Json(Ok));
    }

    private async Task<IResult> TakeTextAsync(HttpRequest request)
    {
        using var body = JsonDocument.Parse(await ReadAsync(request));
        _texts.Enqueue(new(body.RootElement.GetProperty("touser").GetString()!, body.RootElement.GetProperty("text").GetProperty("content").GetString()!));
        return await AnswerLaterAsync(Ok);
    }

    private async Task<IResult> TakeCardAsync(HttpRequest request)
    {
        var text = await ReadAsync(request);
        using var body = JsonDocument.Parse(text);
        if (body.RootElement.TryGetProperty("template_card", out var card))
        {
            var isChecked = body.RootElement.GetProperty("enable_duplicate_check").GetInt32() == 1;
            _cards.Enqueue(new(body.RootElement.GetProperty("touser").GetString()!, card.GetProperty("task_id").GetString()!, isChecked, text));
        }

        var number = string.Create(CultureInfo.InvariantCulture, $"{_cards.Count}");
        return await AnswerLaterAsync($$"""{"errcode":0,"errmsg":"ok","msgid":"m{{number}}","response_code":"r{{number}}"}""");
    }

    private static async Task<string> ReadAsync(HttpRequest request)
    {
        using StreamReader reader = new(request.Body);
        return await reader.ReadToEndAsync();
    }

    private static async Task<IResult> AnswerLaterAsync(string json)
    {
        await Task.Delay(RandomNumberGenerator.GetInt32(MaxAnswerDelay));
        return Json(json);
    }

    private static IResult Json(string json) => Results.Text(json, "application/json");
}
