using ChatDesk.BotHost.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ChatDesk.Tests.Fixtures;

/// <summary>A migrated database of each kind, made once in a test process and copied for each desk.</summary>
internal static class MigratedTemplates
{
    private static readonly Lazy<Task<byte[]>> _sqlite = new(MakeSqliteAsync);
    private static readonly Lazy<Task<string>> _postgres = new(MakePostgresAsync);

    /// <returns>The file's bytes.</returns>
    public static Task<byte[]> SqliteAsync() => _sqlite.Value;

    /// <returns>The name of the database on the tests' server.</returns>
    public static Task<string> PostgresAsync() => _postgres.Value;

    private static async Task<byte[]> MakeSqliteAsync()
    {
        var path = Path.GetTempFileName();
        try
        {
            await using (SqliteDeskDb db = new(new DbContextOptionsBuilder<SqliteDeskDb>().UseSqlite($"Data Source={path};Pooling=False").Options))
                await db.Database.MigrateAsync();
            return await File.ReadAllBytesAsync(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>A server that is not the test process's own gets rid of it when the process ends.</summary>
    private static async Task<string> MakePostgresAsync()
    {
        var name = $"chatdesk_template_{Guid.NewGuid():N}";
        await PostgresServer.ExecuteAsync($"CREATE DATABASE {name}");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => PostgresServer.ExecuteAsync($"DROP DATABASE {name}").Wait(TimeSpan.FromSeconds(5));
        NpgsqlConnectionStringBuilder own = new(await PostgresServer.GetAsync()) { Database = name, Pooling = false };
        await using PostgresDeskDb db = new(new DbContextOptionsBuilder<PostgresDeskDb>().UseNpgsql(own.ConnectionString).Options);
        await db.Database.MigrateAsync();
        return name;
    }
}
