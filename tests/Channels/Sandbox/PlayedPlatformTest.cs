using System.Collections.Concurrent;
using System.Net.Http.Json;
using ChatDesk.Channels.Activities;
using ChatDesk.Channels.Sandbox;
using ChatDesk.Channels.Sandbox.Phones;
using ChatDesk.Channels.WeChat;
using ChatDesk.Channels.WeCom;
using ChatDesk.Tests.Channels.Protocol;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ChatDesk.Tests.Channels.Sandbox;

/// <summary>The product's own callbacks and clients against the sandbox, over HTTP on a port that is known only after the start.</summary>
public abstract class PlayedPlatformTest : IAsyncLifetime
{
    private readonly WebApplication _app;

    protected PlayedPlatformTest(params (string Key, string Value)[] settings)
    {
        _app = Build(settings);
    }

    /// <summary>Where the host listens, without a slash at its end.</summary>
    protected string Here => _app.Urls.First().TrimEnd('/');

    /// <summary>A browser with cookies that shows each redirect instead of following it.</summary>
    protected HttpClient Browser { get; private set; } = null!;

    private protected RecordingDesk Receiver => (RecordingDesk)_app.Services.GetRequiredService<IActivityReceiver>();

    private protected TestClock Clock => _app.Services.GetRequiredService<TestClock>();

    private protected WeChatClient OfficialAccount => _app.Services.GetRequiredService<WeChatClient>();

    private protected WeComClient Application => _app.Services.GetRequiredService<WeComClient>();

    private protected IServiceProvider Services => _app.Services;

    public async Task InitializeAsync()
    {
        await _app.StartAsync();
        Browser = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new(Here) };
    }

    public async Task DisposeAsync()
    {
        Browser.Dispose();
        await _app.DisposeAsync();
    }

    protected async Task<PhoneResult> PostAsync(string path, object body)
    {
        using var response = await Browser.PostAsJsonAsync("/sandbox/phones/" + path, body);
        return (await response.Content.ReadFromJsonAsync<PhoneResult>())!;
    }

    protected async Task<IReadOnlyList<PhoneItem>> ItemsAsync(string phone) =>
        (await Browser.GetFromJsonAsync<PhoneScreen>("/sandbox/phones/" + phone))!.Items;

    /// <summary>An event that may be on its way still.</summary>
    private protected async Task<Activity> EventAsync(string name, int count = 1)
    {
        using CancellationTokenSource late = new(TimeSpan.FromSeconds(30));
        while (Receiver.Received.Count(a => a.Name == name) < count)
            await Task.Delay(10, late.Token);
        return Receiver.Received.First(a => a.Name == name);
    }

    private static WebApplication Build((string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)));
        TestClock clock = new();
        builder.Services.AddSingleton<TimeProvider>(clock).AddSingleton(clock).AddSingleton<IMovableClock>(clock);
        builder.AddSandbox();
        builder.Services.AddSingleton<ITokenStore, MemoryTokens>().AddSingleton<IActivityReceiver, RecordingDesk>();
        builder.Services.AddWeChat(builder.Configuration).AddWeCom(builder.Configuration);
        var app = builder.Build();
        app.MapSandbox();
        app.MapWeChat();
        app.MapWeCom();
        return app;
    }
}

/// <summary>A desk that records what it hears and answers what a test gives it.</summary>
internal sealed class RecordingDesk : IActivityReceiver
{
    public ConcurrentQueue<Activity> Received { get; } = [];

    public Func<Activity, Activity?> Reply { get; set; } = _ => null;

    public Task<Received> ReceiveAsync(Activity activity, DateTimeOffset arrivedAt, CancellationToken ct)
    {
        Received.Enqueue(activity);
        return Task.FromResult(new Received(Reply(activity)));
    }
}
