using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;

namespace ChatDesk.BotHost.Data;

/// <summary>Registers the clock and the configured database.</summary>
public static class DataServices
{
    public static IServiceCollection AddData(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<DatabaseOptions>().BindConfiguration(DatabaseOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(_ => new DeskClock(TimeProvider.System)).AddSingleton<TimeProvider>(provider => provider.GetRequiredService<DeskClock>());
        services.AddSingleton<Channels.Sandbox.IMovableClock>(provider => provider.GetRequiredService<DeskClock>());
        services.AddSingleton(provider => new DeskCalendar(
            provider.GetRequiredService<TimeProvider>(),
            TimeZoneInfo.FindSystemTimeZoneById(provider.GetRequiredService<IOptions<DeskOptions>>().Value.TimeZone)));
        services.AddSingleton<DeskWork>().AddSingleton<CommitSignals>().AddSingleton<DatabaseMigrator>();
        return services.AddDatabase(configuration.GetSection(DatabaseOptions.Section).Get<DatabaseOptions>() ?? new());
    }

    private static IServiceCollection AddDatabase(this IServiceCollection services, DatabaseOptions database) => database.Provider switch
    {
        DatabaseProvider.Sqlite => services
            .AddDbContextPool<DeskDb, SqliteDeskDb>((provider, options) => options.UseSqlite(ConnectionString(provider)).AddInterceptors(KeepOpen))
            .AddSingleton(provider => Writer(() => new SqliteConnection(ConnectionString(provider)), "PRAGMA synchronous=NORMAL")),
        DatabaseProvider.PostgreSql => services
            .AddDbContextPool<DeskDb, PostgresDeskDb>((provider, options) => options.UseNpgsql(ConnectionString(provider)))
            .AddSingleton(provider => Writer(() => new NpgsqlConnection(ConnectionString(provider)))),
        DatabaseProvider.SqlServer => services
            .AddDbContextPool<DeskDb, SqlServerDeskDb>((provider, options) => options.UseSqlServer(ConnectionString(provider)))
            .AddSingleton(provider => Writer(() => new SqlConnection(ConnectionString(provider)))),
        _ => throw new InvalidOperationException($"{DatabaseOptions.Section}:Provider is unknown."),
    };

    private static readonly KeepOpen KeepOpen = new();

    private static GroupCommit Writer(Func<DbConnection> connect, string? onOpen = null) => new(connect, onOpen);

    /// <summary>The configured one, or the default file of SQLite.</summary>
    internal static string ConnectionString(IServiceProvider provider)
    {
        var database = provider.GetRequiredService<IOptions<DatabaseOptions>>().Value;
        if (!string.IsNullOrWhiteSpace(database.ConnectionString))
            return database.ConnectionString;
        if (database.Provider != DatabaseProvider.Sqlite)
            throw new InvalidOperationException($"{DatabaseOptions.Section}:ConnectionString is needed for {database.Provider}.");
        var folder = Directory.CreateDirectory(provider.GetRequiredService<IOptions<DeskOptions>>().Value.DataDirectory);
        return $"Data Source={Path.Combine(folder.FullName, "chatdesk.db")}";
    }
}
