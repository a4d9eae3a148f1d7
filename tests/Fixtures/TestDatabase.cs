using ChatDesk.BotHost.Data;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace ChatDesk.Tests.Fixtures;

/// <summary>A fresh, empty database of its own, gone when it is disposed. Several desks may run on it, at once or one after the other.</summary>
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

    public static async Task<TestDatabase> CreateAsync(DatabaseProvider provider) => provider switch
    {
        DatabaseProvider.Sqlite => CreateSqlite(),
        DatabaseProvider.PostgreSql => await CreatePostgresAsync(),
        _ => throw new ArgumentOutOfRangeException(nameof(provider), provider, "The tests have no such server."),
    };

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

    private static async Task<TestDatabase> CreatePostgresAsync()
    {
        var server = await PostgresServer.GetAsync();
        var name = $"chatdesk_{Guid.NewGuid():N}";
        await ExecuteAsync(server, $"CREATE DATABASE {name}");
        NpgsqlConnectionStringBuilder own = new(server) { Database = name, MaxPoolSize = 20 };
        return new(DatabaseProvider.PostgreSql, own.ConnectionString, async () =>
        {
            await using NpgsqlConnection connection = new(own.ConnectionString);
            NpgsqlConnection.ClearPool(connection);
            await ExecuteAsync(server, $"DROP DATABASE {name} WITH (FORCE)");
        });
    }

    private static async Task ExecuteAsync(string server, string statement)
    {
        await using var source = NpgsqlDataSource.Create(server);
#pragma warning disable CA2100 // The name is a GUID made here.
        await using var command = source.CreateCommand(statement);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
