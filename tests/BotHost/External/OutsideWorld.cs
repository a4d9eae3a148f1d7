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
    private const string AccountId = "gh_000000000001";

    private readonly TestDatabase _database;
    private readonly DeskProcess _program;
    private Desk _desk = null!;

    private OutsideWorld(TestDatabase database, PlatformServer platform)
    {
        _database = database;
        Platform = platform;
        _program = new(platform.Configuration, database);
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
        await world._program.RunAsync("setup", world._program.Write("setup.json", await SetupAsync()));
        await world._program.RunAsync("articles", "import", CorpusEstate.ArticlesPath);
        world._desk = await Desk.StartAsync(world._database, new DeskSettings
        {
            StartsAt = null,
            Environment = Environments.Production,
            Configuration = world.Platform.Configuration,
            Services = services => services.AddSingleton(new DeskClock(world.Time)),
        });
        world.Official = new(world.OpenClient(), $"/callback/wechat/{PlatformServer.Account}", PlatformServer.Official);
        world.Corp = new(world.OpenClient(), $"/callback/wecom/{PlatformServer.App}", PlatformServer.Corp);
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
        await _program.DisposeAsync();
        await Platform.DisposeAsync();
        await _database.DisposeAsync();
    }

    private HttpClient OpenClient() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Url };

    /// <summary>The corpus's estate, with eight more gardeners, so that ten people of one team can press at once.</summary>
    private static async Task<string> SetupAsync()
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

        return setup.ToJsonString();
    }
}
