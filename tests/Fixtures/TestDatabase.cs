using ChatDesk.BotHost.Data;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace ChatDesk.Tests.Fixtures;

/// <summary>A fresh database of its own, gone when it is disposed. Several desks may run on it, at once or one after the other.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly Func<ValueTask> _drop;

    private TestDatabase(DatabaseProvider provider, string connectionString, Func<ValueTask> drop)
    {
        Provider = provider;
        ConnectionString = connectionString;
        _drop = drop;
    }

    public DatabaseProvider Provider { get; }

    public string ConnectionString { get; }

    /// <summary>One without tables, as an operator's first start finds it.</summary>
    public static async Task<TestDatabase> CreateAsync(DatabaseProvider provider) => provider switch
    {
        DatabaseProvider.Sqlite => CreateSqlite(),
        DatabaseProvider.PostgreSql => await CreatePostgresAsync("template1"),
        _ => throw new ArgumentOutOfRangeException(nameof(provider), provider, "The tests have no such server."),
    };

    /// <summary>One with all tables and no rows: a copy of one that was migrated, which spares each test the migrations.</summary>
    public static async Task<TestDatabase> CreateMigratedAsync(DatabaseProvider provider)
    {
        if (provider == DatabaseProvider.PostgreSql)
            return await CreatePostgresAsync(await MigratedTemplates.PostgresAsync());
        var database = CreateSqlite();
        await File.WriteAllBytesAsync(new SqliteConnectionStringBuilder(database.ConnectionString).DataSource, await MigratedTemplates.SqliteAsync());
        return database;
    }

    public ValueTask DisposeAsync() => _drop();

    private static TestDatabase CreateSqlite()
    {
        var folder = Directory.CreateTempSubdirectory("chatdesk-db-");
        var connectionString = $"Data Source={Path.Combine(folder.FullName, "chatdesk.db")}";
        return new(DatabaseProvider.Sqlite, connectionString, () =>
        {
            using SqliteConnection connection = new(connectionString);
            SqliteConnection.ClearPool(connection);
            folder.Delete(recursive: true);
            return ValueTask.CompletedTask;
        });
    }

    private static async Task<TestDatabase> CreatePostgresAsync(string template)
    {
        var server = await PostgresServer.GetAsync();
        var name = $"chatdesk_{Guid.NewGuid():N}";
        await PostgresServer.ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {template}");
        NpgsqlConnectionStringBuilder own = new(server) { Database = name, MaxPoolSize = 20 };
        return new(DatabaseProvider.PostgreSql, own.ConnectionString, async () =>
        {
            await using NpgsqlConnection connection = new(own.ConnectionString);
            NpgsqlConnection.ClearPool(connection);
            await PostgresServer.ExecuteAsync($"DROP DATABASE {name} WITH (FORCE)");
        });
    }
}
