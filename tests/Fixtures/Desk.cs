using System.Text;
using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Estates.Setup;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ChatDesk.Tests.Fixtures;

/// <summary>
/// The real desk as its entry point starts it: own database, own data directory, a real port on loopback, and a clock that
/// only the test moves.
/// </summary>
public sealed class Desk : IAsyncDisposable
{
    private readonly Factory _factory;
    private readonly DirectoryInfo _data;
    private TestDatabase? _ownDatabase;

    private Desk(TestDatabase database, DeskSettings settings)
    {
        _data = Directory.CreateTempSubdirectory("chatdesk-data-");
        _factory = new(database, settings, _data);
        Database = database;
    }

    public TestDatabase Database { get; }

    /// <summary>Where the desk listens, with a slash at the end.</summary>
    public Uri Url => _factory.ClientOptions.BaseAddress;

    /// <summary>A client without cookies that follows no redirect.</summary>
    public HttpClient Http { get; private set; } = null!;

    public IServiceProvider Services => _factory.Services;

    public DeskClock Clock => Services.GetRequiredService<DeskClock>();

    /// <summary>Starts a desk on a fresh database that goes with it.</summary>
    public static async Task<Desk> StartAsync(DatabaseProvider provider, DeskSettings? settings = null)
    {
        var database = await TestDatabase.CreateMigratedAsync(provider);
        var desk = await StartAsync(database, settings);
        desk._ownDatabase = database;
        return desk;
    }

    /// <summary>Starts a desk on a database that outlives it: for a restart, or for two instances.</summary>
    public static async Task<Desk> StartAsync(TestDatabase database, DeskSettings? settings = null)
    {
        Desk desk = new(database, settings ?? new());
        try
        {
            await Task.Run(desk._factory.StartServer);
        }
        catch
        {
            await desk.DisposeAsync();
            throw;
        }

        desk.Http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = desk.Url };
        return desk;
    }

    /// <summary>Runs in a scope of its own, as one change of the desk.</summary>
    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    /// <summary>Reads from the desk's database.</summary>
    public Task<T> ReadAsync<T>(Func<DeskDb, Task<T>> read) => InScopeAsync(services => read(services.GetRequiredService<DeskDb>()));

    /// <summary>Adds rows to the desk's database.</summary>
    public Task AddAsync(params object[] rows) => ReadAsync(db =>
    {
        db.AddRange(rows);
        return db.SaveChangesAsync();
    });

    /// <summary>Applies a file of the <c>setup</c> command, and has it in use when it returns.</summary>
    /// <returns>How many rows changed.</returns>
    public async Task<int> SetUpAsync(string json)
    {
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(json));
        var file = await SetupReader.ReadAsync(stream, CancellationToken.None);
        var changes = await InScopeAsync(services => services.GetRequiredService<ApplySetup>().RunAsync(file, CancellationToken.None));
        await Services.GetRequiredService<RevisionWatcher>().RefreshAsync(CancellationToken.None);
        return changes;
    }

    public async ValueTask DisposeAsync()
    {
        Http?.Dispose();
        await _factory.DisposeAsync();
        _data.Delete(recursive: true);
        if (_ownDatabase is not null)
            await _ownDatabase.DisposeAsync();
    }

    private sealed class Factory : WebApplicationFactory<Program>
    {
        private readonly DeskSettings _settings;
        private readonly Dictionary<string, string?> _configuration;

        public Factory(TestDatabase database, DeskSettings settings, DirectoryInfo data)
        {
            _settings = settings;
            _configuration = new()
            {
                ["ChatDesk:Database:Provider"] = database.Provider.ToString(),
                ["ChatDesk:Database:ConnectionString"] = database.ConnectionString,
                ["ChatDesk:DataDirectory"] = data.FullName,
                ["Logging:LogLevel:Default"] = "Warning",
            };
            foreach (var (key, value) in settings.Configuration)
                _configuration[key] = value;
            UseKestrel(0);
        }

        /// <summary>Host configuration becomes the entry point's arguments: the desk reads it before it is built.</summary>
        protected override IHost CreateHost(IHostBuilder builder)
        {
            builder.ConfigureHostConfiguration(configuration => configuration.AddInMemoryCollection(_configuration));
            return base.CreateHost(builder);
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
            .UseEnvironment(_settings.Environment)
            .ConfigureTestServices(services =>
            {
                if (_settings.StartsAt is { } start)
                    services.AddSingleton(new DeskClock(new FrozenTime(start)));
                _settings.Services?.Invoke(services);
            });
    }
}
