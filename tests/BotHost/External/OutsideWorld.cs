using System.Diagnostics;
using System.Text.Json.Nodes;
using ChatDesk.BotHost.Data;
using ChatDesk.Tests.BotHost.Estates;
using ChatDesk.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ChatDesk.Tests.BotHost.External;

/// <summary>
/// A desk in Production as a stranger meets it: set up by its own commands, its platforms played by the stranger's server, and
/// reached by callback URL, token and AES key alone.
/// </summary>
internal sealed class OutsideWorld : IAsyncDisposable
{
    private const string OfficialToken = "officialToken1";
    private const string OfficialKey = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
    private const string CorpToken = "corpToken1";
    private const string CorpKey = "GFEDCBA9876543210zyxwvutsrqponmlkjihgfedcba";
    private const string AccountId = "gh_000000000001";

    private readonly TestDatabase _database;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("chatdesk-outside-");
    private Desk _desk = null!;

    private OutsideWorld(TestDatabase database, PlatformServer platform)
    {
        _database = database;
        Platform = platform;
    }

    public PlatformServer Platform { get; }

    /// <summary>Starts on Monday, 10 o'clock, when the day shift works.</summary>
    public PausableTime Time { get; } = new(DeskSettings.MondayMorning);

    public CallbackLine Official { get; private set; } = null!;

    public CallbackLine Corp { get; private set; } = null!;

    public Uri Url => _desk.Url;

    public static async Task<OutsideWorld> StartAsync(DatabaseProvider provider)
    {
        OutsideWorld world = new(await TestDatabase.CreateAsync(provider), await PlatformServer.StartAsync());
        await world.RunAsync("setup", await world.WriteSetupAsync());
        await world.RunAsync("articles", "import", CorpusEstate.ArticlesPath);
        world._desk = await Desk.StartAsync(world._database, new DeskSettings
        {
            StartsAt = null,
            Environment = Environments.Production,
            Configuration = world.Configuration,
            Services = services => services.AddSingleton(new DeskClock(world.Time)),
        });
        world.Official = new(world.OpenClient(), "/callback/wechat/main", OfficialToken, OfficialKey, PlatformServer.AppId);
        world.Corp = new(world.OpenClient(), "/callback/wecom/desk", CorpToken, CorpKey, PlatformServer.CorpId);
        return world;
    }

    public WeChatOwner Owner(string openId) => new(Official, Platform, AccountId, openId);

    public WeComMember Member(string userId) => new(Corp, Platform, userId);

    public async ValueTask DisposeAsync()
    {
        Official?.Dispose();
        Corp?.Dispose();
        if (_desk is not null)
            await _desk.DisposeAsync();
        await Platform.DisposeAsync();
        await _database.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private HttpClient OpenClient() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Url };

    private Dictionary<string, string?> Configuration => new()
    {
        ["ChatDesk:Sandbox:Enabled"] = "false",
        ["Channels:WeChat:ApiUrl"] = Platform.Url,
        ["Channels:WeChat:Accounts:main:AppId"] = PlatformServer.AppId,
        ["Channels:WeChat:Accounts:main:AppSecret"] = PlatformServer.AppSecret,
        ["Channels:WeChat:Accounts:main:Token"] = OfficialToken,
        ["Channels:WeChat:Accounts:main:EncodingAesKey"] = OfficialKey,
        ["Channels:WeCom:ApiUrl"] = Platform.Url,
        ["Channels:WeCom:CorpId"] = PlatformServer.CorpId,
        ["Channels:WeCom:Apps:desk:AgentId"] = $"{PlatformServer.AgentId}",
        ["Channels:WeCom:Apps:desk:Secret"] = PlatformServer.AgentSecret,
        ["Channels:WeCom:Apps:desk:Token"] = CorpToken,
        ["Channels:WeCom:Apps:desk:EncodingAesKey"] = CorpKey,
    };

    /// <summary>The corpus's estate, with eight more gardeners, so that ten people of one team can press at once.</summary>
    private async Task<string> WriteSetupAsync()
    {
        var setup = JsonNode.Parse(await File.ReadAllTextAsync(CorpusEstate.SetupPath))!;
        var staff = setup["staff"]!.AsArray();
        var gardener = staff.Single(member => (string?)member!["weComUserId"] == "lh02")!;
        for (var number = 3; number <= 10; number++)
        {
            var more = gardener.DeepClone();
            (more["weComUserId"], more["name"], more["phone"]) = ($"lh{number:00}", $"绿化{number}", $"139000002{number:00}");
            staff.Add(more);
        }

        var path = Path.Combine(_folder.FullName, "setup.json");
        await File.WriteAllTextAsync(path, setup.ToJsonString());
        return path;
    }

    /// <summary>Runs a verb of the desk's program in a process of its own.</summary>
    private async Task RunAsync(params string[] verb)
    {
        ProcessStartInfo start = new("dotnet", [typeof(Program).Assembly.Location, .. verb])
        {
            WorkingDirectory = _folder.FullName, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = Environments.Production;
        start.Environment["ChatDesk__Database__Provider"] = $"{_database.Provider}";
        start.Environment["ChatDesk__Database__ConnectionString"] = _database.ConnectionString;
        foreach (var (key, value) in Configuration)
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{string.Join(' ', verb)}: {await output}{await error}");
    }
}
