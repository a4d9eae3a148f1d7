using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ChatDesk.Tests.BotHost.Delivery;

/// <summary>The group of a robot as WeCom 91770 has it: 20 messages a minute, the 21st is refused with 45009.</summary>
internal sealed class RobotGroup : IAsyncDisposable
{
    public const string Name = "duty";

    private readonly WebApplication _app;
    private readonly Lock _gate = new();
    private readonly List<(DateTimeOffset At, string? Text)> _taken = [];

    private RobotGroup(WebApplication app) => _app = app;

    public TimeProvider Clock { get; set; } = TimeProvider.System;

    public int Refused { get; private set; }

    public IReadOnlyList<string> Texts
    {
        get
        {
            lock (_gate)
                return [.. _taken.Select(taken => taken.Text).OfType<string>()];
        }
    }

    public IReadOnlyDictionary<string, string?> Configuration => new Dictionary<string, string?>
    {
        [$"Channels:WeCom:Robots:{Name}:WebhookUrl"] = $"{_app.Urls.First()}/cgi-bin/webhook/send?key=0f1e2d3c",
    };

    public static async Task<RobotGroup> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        RobotGroup group = new(builder.Build());
        group._app.MapPost("/cgi-bin/webhook/send", (Delegate)group.TakeAsync);
        await group._app.StartAsync();
        return group;
    }

    /// <summary>Another program has used up this minute.</summary>
    public void Fill()
    {
        lock (_gate)
            _taken.AddRange(Enumerable.Repeat((Clock.GetUtcNow(), (string?)null), 20));
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> TakeAsync(HttpRequest request)
    {
        using var body = await JsonDocument.ParseAsync(request.Body);
        var text = body.RootElement.GetProperty("text").GetProperty("content").GetString();
        lock (_gate)
        {
            var now = Clock.GetUtcNow();
            var isFull = _taken.Count(taken => taken.At > now.AddMinutes(-1)) >= 20;
            if (isFull)
                Refused++;
            else
                _taken.Add((now, text));
            return Results.Text(isFull ? """{"errcode":45009,"errmsg":"api freq out of limit"}""" : """{"errcode":0,"errmsg":"ok"}""", "application/json");
        }
    }
}
