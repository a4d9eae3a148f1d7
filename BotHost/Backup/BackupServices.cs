using ChatDesk.BotHost.Data;
using Microsoft.Extensions.Options;

namespace ChatDesk.BotHost.Backup;

/// <summary>Registers backup and restore for the configured database.</summary>
public static class BackupServices
{
    public static IServiceCollection AddBackup(this IServiceCollection services) => services
        .AddSingleton<IDatabaseCopy>(provider => Copy(provider.GetRequiredService<IOptions<DatabaseOptions>>().Value.Provider, DataServices.ConnectionString(provider)))
        .AddSingleton<DeskBackup>();

    private static IDatabaseCopy Copy(DatabaseProvider provider, string connectionString) => provider switch
    {
        DatabaseProvider.Sqlite => new SqliteCopy(connectionString),
        DatabaseProvider.PostgreSql => new PostgresCopy(connectionString),
        _ => throw new InvalidOperationException($"{provider} is backed up by its own tools (BACKUP DATABASE); copy the folder files of the data directory with it."),
    };
}
