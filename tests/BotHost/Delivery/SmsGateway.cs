using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ChatDesk.Tests.BotHost.Delivery;

/// <summary>A company's SMS gateway: it refuses what is not signed with the shared secret.</summary>
internal sealed class SmsGateway : IAsyncDisposable
{
    private const string Secret = "a-secret-of-the-gateway";

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<(string Phone, string Text)> _sent = new();

    private SmsGateway(WebApplication app) => _app = app;

    public IReadOnlyList<(string Phone, string Text)> Sent => [.. _sent];

    /// <summary>What it answers to a signed post.</summary>
    public HttpStatusCode Answer { get; set; } = HttpStatusCode.OK;

    public IReadOnlyDictionary<string, string?> Configuration => new Dictionary<string, string?>
    {
        ["ChatDesk:Sms:Url"] = $"{_app.Urls.First()}/sms",
        ["ChatDesk:Sms:Secret"] = Secret,
    };

    public static async Task<SmsGateway> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        SmsGateway gateway = new(builder.Build());
        gateway._app.MapPost("/sms", (Delegate)gateway.TakeAsync);
        await gateway._app.StartAsync();
        return gateway;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> TakeAsync(HttpRequest request)
    {
        using StreamReader reader = new(request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync();
        using HMACSHA256 hmac = new(Encoding.UTF8.GetBytes(Secret));
        var expected = hmac.ComputeHash(Encoding.UTF8.GetBytes($"{request.Headers["X-ChatDesk-Timestamp"]}.{body}"));
        if (request.Headers["X-ChatDesk-Signature"] != "sha256=" + Convert.ToHexString(expected).ToLowerInvariant())
            return Results.Unauthorized();
        using var sms = JsonDocument.Parse(body);
        if (Answer == HttpStatusCode.OK)
            _sent.Enqueue((sms.RootElement.GetProperty("phone").GetString()!, sms.RootElement.GetProperty("text").GetString()!));
        return Results.StatusCode((int)Answer);
    }
}
