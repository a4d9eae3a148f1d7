using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using ChatDesk.Channels.Protocol;
using ChatDesk.Channels.Sandbox;
using ChatDesk.Channels.Sandbox.Phones;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ChatDesk.Tests.Channels.Sandbox;

/// <summary>The sandbox on a real port, with a desk that only records what the callbacks bring and answers what a test gives it.</summary>
internal sealed class SandboxHost : IAsyncDisposable
{
    public const string Owner = "oOwner1";
    private readonly WebApplication _app;

    private SandboxHost(WebApplication app)
    {
        _app = app;
        Http = new() { BaseAddress = new(app.Urls.First()) };
    }

    public HttpClient Http { get; }

    public TestClock Clock => (TestClock)_app.Services.GetRequiredService<TimeProvider>();

    public IConfiguration Configuration => _app.Configuration;

    /// <summary>The decrypted messages in the order in which they came.</summary>
    public List<XElement> Callbacks { get; } = [];

    /// <summary>The raw requests' queries, in the same order.</summary>
    public List<IQueryCollection> Queries { get; } = [];

    /// <summary>What the desk answers: given the message, the reply's XML without its envelope; null acknowledges only.</summary>
    public Func<XElement, string?> Answer { get; set; } = _ => null;

    /// <summary>Runs instead of the answer where a test wants a wrong one.</summary>
    public Func<HttpContext, Task<bool>>? Misbehave { get; set; }

    public static async Task<SandboxHost> StartAsync(params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)));
        TestClock clock = new();
        builder.Services.AddSingleton<TimeProvider>(clock).AddSingleton<IMovableClock>(clock);
        builder.AddSandbox();
        var app = builder.Build();
        app.MapSandbox();
        SandboxHost? host = null;
        app.MapPost("/callback/{platform}/{account}", (HttpContext http, string platform) => host!.ReceiveAsync(http, platform));
        await app.StartAsync();
        return host = new(app);
    }

    public async Task<PhoneResult> OwnerAsync(string action, object? body = null, string openId = Owner) =>
        await PostAsync<PhoneResult>($"/sandbox/phones/owners/{openId}/{action}", body ?? new { });

    public async Task<PhoneResult> StaffAsync(string userId, string action, object? body = null) =>
        await PostAsync<PhoneResult>($"/sandbox/phones/staff/{userId}/{action}", body ?? new { });

    public async Task<IReadOnlyList<PhoneItem>> OwnerItemsAsync(string openId = Owner) =>
        (await Http.GetFromJsonAsync<PhoneScreen>($"/sandbox/phones/owners/{openId}"))!.Items;

    public async Task<IReadOnlyList<PhoneItem>> StaffItemsAsync(string userId) =>
        (await Http.GetFromJsonAsync<PhoneScreen>($"/sandbox/phones/staff/{userId}"))!.Items;

    public Task FaultAsync(object fault) => Http.PostAsJsonAsync("/sandbox/faults", fault);

    /// <summary>The first callback of an event, which may be on its way still.</summary>
    public async Task<XElement> CallbackAsync(string name)
    {
        using CancellationTokenSource late = new(TimeSpan.FromSeconds(30));
        while (true)
        {
            lock (Callbacks)
            {
                if (Callbacks.Find(c => c.Element("Event")?.Value == name) is { } found)
                    return found;
            }

            await Task.Delay(10, late.Token);
        }
    }

    /// <summary>A 客服消息 with a fresh token; the platform's answer.</summary>
    public async Task<JsonElement> SendToOwnerAsync(string json) =>
        await CallAsync($"/sandbox/wechat/cgi-bin/message/custom/send?access_token={await WeChatTokenAsync()}", json);

    public Task<JsonElement> SendTextToOwnerAsync(string text = "好的", string openId = Owner) =>
        SendToOwnerAsync($$$"""{"touser":"{{{openId}}}","msgtype":"text","text":{"content":"{{{text}}}"}}""");

    public async Task<JsonElement> SendToStaffAsync(string json) =>
        await CallAsync($"/sandbox/wecom/cgi-bin/message/send?access_token={await WeComTokenAsync()}", json);

    public async Task<JsonElement> UpdateCardAsync(string json) =>
        await CallAsync($"/sandbox/wecom/cgi-bin/message/update_template_card?access_token={await WeComTokenAsync()}", json);

    public async Task<string> WeChatTokenAsync() => (await StableTokenAsync()).GetProperty("access_token").GetString()!;

    public Task<JsonElement> StableTokenAsync(bool force = false) => CallAsync("/sandbox/wechat/cgi-bin/stable_token", JsonSerializer.Serialize(new
    {
        grant_type = "client_credential",
        appid = Configuration["Channels:WeChat:Accounts:demo:AppId"],
        secret = Configuration["Channels:WeChat:Accounts:demo:AppSecret"],
        force_refresh = force,
    }));

    public async Task<string> WeComTokenAsync() => (await Http.GetFromJsonAsync<JsonElement>(
        $"/sandbox/wecom/cgi-bin/gettoken?corpid={Configuration["Channels:WeCom:CorpId"]}&corpsecret={Configuration["Channels:WeCom:Apps:desk:Secret"]}"))
        .GetProperty("access_token").GetString()!;

    public async Task<JsonElement> CallAsync(string path, string json)
    {
        using StringContent content = new(json, Encoding.UTF8, "application/json");
        using var response = await Http.PostAsync(path, content);
        return (await response.Content.ReadFromJsonAsync<JsonElement>())!;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }

    private async Task<T> PostAsync<T>(string path, object body)
    {
        using var response = await Http.PostAsJsonAsync(path, body);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<T>())!;
    }

    private async Task<IResult> ReceiveAsync(HttpContext http, string platform)
    {
        if (Misbehave is not null && await Misbehave(http))
            return Results.Empty;
        using StreamReader reader = new(http.Request.Body);
        var body = XElement.Parse(await reader.ReadToEndAsync());
        var (token, cipher) = Secrets(platform);
        var query = http.Request.Query;
        if (!IsSigned(body, query, token))
            return Results.StatusCode(403);
        var xml = body;
        if (body.Element("Encrypt") is { } encrypted)
        {
            if (cipher.Decrypt(encrypted.Value, out var message) != CallbackFailure.None)
                return Results.StatusCode(403);
            xml = CallbackXml.Parse(message)!;
        }

        lock (Callbacks)
        {
            Callbacks.Add(xml);
            Queries.Add(query);
        }

        return Answer(xml) is { } reply ? Results.Text(xml == body ? reply : Seal(reply, token, cipher), "text/xml") : Results.Text(platform == "wechat" ? "success" : "");
    }

    private static bool IsSigned(XElement body, IQueryCollection query, string token) => body.Element("Encrypt") is { } encrypted
        ? CallbackSignature.Verify(query["msg_signature"], token, query["timestamp"]!, query["nonce"]!, encrypted.Value)
        : CallbackSignature.Verify(query["signature"], token, query["timestamp"]!, query["nonce"]!);

    private (string Token, CallbackCipher Cipher) Secrets(string platform)
    {
        var prefix = platform == "wechat" ? "Channels:WeChat:Accounts:demo:" : "Channels:WeCom:Apps:desk:";
        var receiveId = Configuration[platform == "wechat" ? prefix + "AppId" : "Channels:WeCom:CorpId"]!;
        return (Configuration[prefix + "Token"]!, new(Configuration[prefix + "EncodingAesKey"]!, receiveId));
    }

    private static string Seal(string reply, string token, CallbackCipher cipher)
    {
        var encrypted = cipher.Encrypt(reply);
        var signature = CallbackSignature.Compute(token, "1713424427", "415670741", encrypted);
        return $"<xml><Encrypt>{encrypted}</Encrypt><MsgSignature>{signature}</MsgSignature><TimeStamp>1713424427</TimeStamp><Nonce>415670741</Nonce></xml>";
    }
}

/// <summary>A clock that stands still until a test moves it.</summary>
internal sealed class TestClock : TimeProvider, IMovableClock
{
    private DateTimeOffset _now = new(2026, 5, 1, 1, 0, 0, TimeSpan.Zero);

    public DateTimeOffset Now => _now;

    public override DateTimeOffset GetUtcNow() => _now;

    public void Advance(TimeSpan by) => _now += by;
}
