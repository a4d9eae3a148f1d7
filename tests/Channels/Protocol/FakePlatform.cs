using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ChatDesk.Tests.Channels.Protocol;

/// <summary>A platform's API on a real port: remembers what was asked and answers as a test says.</summary>
internal sealed class FakePlatform : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _tokens;

    private FakePlatform(WebApplication app)
    {
        _app = app;
        app.Run(AnswerAsync);
    }

    public string Url => _app.Urls.First();

    public ConcurrentQueue<Asked> Requests { get; } = new();

    /// <summary>Answers everything but the requests for a token; those get token-1, token-2 and so on unless it answers them too.</summary>
    public Func<Asked, HttpContext, Task> Answer { get; set; } = (_, http) => http.Response.WriteAsync("""{"errcode":0,"errmsg":"ok"}""");

    /// <summary>Answers the requests for a token; null for the usual ones.</summary>
    public Func<HttpContext, Task>? AnswerToken { get; set; }

    /// <summary>The calls that were not for a token.</summary>
    public IReadOnlyList<Asked> Calls => [.. Requests.Where(r => !IsToken(r))];

    public int TokenRequests => Requests.Count(IsToken);

    public static async Task<FakePlatform> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddRouting();
        FakePlatform platform = new(builder.Build());
        await platform._app.StartAsync();
        return platform;
    }

    /// <summary>The same JSON for every call.</summary>
    public void Says(string json) => Answer = (_, http) => http.Response.WriteAsync(json);

    /// <summary>A token error for one token, success for the others.</summary>
    public void Refuses(string token, int code) => Answer = (asked, http) =>
        http.Response.WriteAsync(asked.Token == token ? $$"""{"errcode":{{code}},"errmsg":"refused {{token}}"}""" : """{"errcode":0,"errmsg":"ok"}""");

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        using MemoryStream body = new();
        await http.Request.Body.CopyToAsync(body);
        Asked asked = new(http.Request.Method, http.Request.Path, http.Request.Query["access_token"].ToString(), http.Request.QueryString.Value ?? "",
            http.Request.ContentType ?? "", body.ToArray());
        Requests.Enqueue(asked);
        if (!IsToken(asked))
            await Answer(asked, http);
        else if (AnswerToken is not null)
            await AnswerToken(http);
        else
            await http.Response.WriteAsync($$"""{"access_token":"token-{{Interlocked.Increment(ref _tokens)}}","expires_in":7200}""");
    }

    private static bool IsToken(Asked asked) => asked.Path is "/cgi-bin/stable_token" or "/cgi-bin/gettoken";
}

/// <summary>One request as it arrived.</summary>
internal sealed record Asked(string Method, string Path, string Token, string Query, string ContentType, byte[] Bytes)
{
    public string Body => System.Text.Encoding.UTF8.GetString(Bytes);
}
