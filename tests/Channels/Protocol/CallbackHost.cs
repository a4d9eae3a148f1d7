using ChatDesk.Channels.Activities;
using ChatDesk.Channels.WeChat;
using ChatDesk.Channels.WeCom;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ChatDesk.Tests.Channels.Protocol;

/// <summary>The callbacks on a real port, with a desk that the test plays.</summary>
internal sealed class CallbackHost : IAsyncDisposable
{
    public const string Token = "QDG6eK";
    public const string Key = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";
    public const string AppId = "wxba5fad812f8e6fb9";
    public const string CorpId = "wx5823bf96d3bd56c7";

    private readonly WebApplication _app;
    private readonly TaskCompletionSource _callerLeft = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _requestEnded = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private CallbackHost(WebApplication app, FakeDesk desk)
    {
        _app = app;
        Desk = desk;
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public FakeDesk Desk { get; }

    public HttpClient Http { get; }

    /// <summary>Done once the host saw a caller hang up.</summary>
    public Task CallerLeft => _callerLeft.Task;

    /// <summary>Done once the first request has left the callback.</summary>
    public Task RequestEnded => _requestEnded.Task;

    public static async Task<CallbackHost> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(Settings());
        builder.Services.AddRouting();
        FakeDesk desk = new();
        builder.Services.AddSingleton<IActivityReceiver>(desk);
        builder.Services.AddSingleton<ITokenStore, MemoryTokens>();
        builder.Services.AddWeChat(builder.Configuration).AddWeCom(builder.Configuration);
        var app = builder.Build();
        app.UseDeveloperExceptionPage();
        TaskCompletionSource<CallbackHost> host = new();
        app.Use(async (http, next) => await (await host.Task).WatchAsync(http, next));
        app.MapWeChat();
        app.MapWeCom();
        await app.StartAsync();
        host.SetResult(new CallbackHost(app, desk));
        return await host.Task;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }

    private async Task WatchAsync(HttpContext http, RequestDelegate next)
    {
        http.RequestAborted.Register(() => _callerLeft.TrySetResult());
        await next(http);
        _requestEnded.TrySetResult();
    }

    private static Dictionary<string, string?> Settings() => new()
    {
        ["Channels:WeChat:Accounts:main:AppId"] = AppId,
        ["Channels:WeChat:Accounts:main:AppSecret"] = "secret",
        ["Channels:WeChat:Accounts:main:Token"] = Token,
        ["Channels:WeChat:Accounts:main:EncodingAesKey"] = Key,
        ["Channels:WeChat:Accounts:plain:AppId"] = AppId,
        ["Channels:WeChat:Accounts:plain:AppSecret"] = "secret",
        ["Channels:WeChat:Accounts:plain:Token"] = Token,
        ["Channels:WeChat:Accounts:plain:Encrypted"] = "false",
        ["Channels:WeCom:CorpId"] = CorpId,
        ["Channels:WeCom:Apps:dispatch:AgentId"] = "1000002",
        ["Channels:WeCom:Apps:dispatch:Secret"] = "secret",
        ["Channels:WeCom:Apps:dispatch:Token"] = Token,
        ["Channels:WeCom:Apps:dispatch:EncodingAesKey"] = Key,
    };
}
