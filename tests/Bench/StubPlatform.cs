using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ChatDesk.Tests.Bench;

/// <summary>Answers what the desk sends to the platforms, at once and always well.</summary>
internal sealed class StubPlatform(WebApplication app) : IAsyncDisposable
{
    private long _messages;

    public string Url => app.Urls.First();

    public static async Task<StubPlatform> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        StubPlatform platform = new(app);
        app.Map("/{**path}", (HttpContext http) => platform.Answer(http));
        await app.StartAsync();
        return platform;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private IResult Answer(HttpContext http)
    {
        var number = Interlocked.Increment(ref _messages);
        object answer = http.Request.Path.Value!.Contains("token", StringComparison.Ordinal)
            ? new { errcode = 0, access_token = "bench", expires_in = 7200 }
            : new { errcode = 0, errmsg = "ok", msgid = $"m{number}", response_code = $"c{number}" };
        return Results.Text(JsonSerializer.Serialize(answer), "application/json");
    }
}
