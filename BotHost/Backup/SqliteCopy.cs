using Microsoft.Data.Sqlite;

namespace ChatDesk.BotHost.Backup;

/// <summary>A SQLite database copied by <c>VACUUM INTO</c>, which sees one moment and waits for nobody.</summary>
internal sealed class SqliteCopy(string connectionString) : IDatabaseCopy
{
    private readonly string _file = Path.GetFullPath(new SqliteConnectionStringBuilder(connectionString).DataSource);

    public string Kind => "sqlite";

    public Task<bool> IsEmptyAsync(CancellationToken ct) => Task.FromResult(!File.Exists(_file) || new FileInfo(_file).Length == 0);

    public async Task WriteAsync(string path, CancellationToken ct)
    {
        await using SqliteConnection connection = new(new SqliteConnectionStringBuilder(connectionString) { Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
        await connection.OpenAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = "VACUUM INTO $path";
        command.Parameters.AddWithValue("$path", path);
        await command.ExecuteNonQueryAsync(ct);
    }

    public Task ReadAsync(string path, CancellationToken ct)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_file)!);
        File.Copy(path, _file, overwrite: true);
        return Task.CompletedTask;
    }
}
