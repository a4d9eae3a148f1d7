using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace ChatDesk.BotHost.Backup;

/// <summary>A PostgreSQL database copied by its own <c>pg_dump</c> and <c>pg_restore</c>, in one snapshot and in one transaction.</summary>
internal sealed class PostgresCopy(string connectionString) : IDatabaseCopy
{
    private readonly NpgsqlConnectionStringBuilder _server = new(connectionString);

    public string Kind => "postgresql";

    public async Task<bool> IsEmptyAsync(CancellationToken ct)
    {
        await using NpgsqlConnection connection = new(connectionString);
        await connection.OpenAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT NOT EXISTS (SELECT 1 FROM pg_tables WHERE schemaname = current_schema())";
        return await command.ExecuteScalarAsync(ct) is true;
    }

    public Task WriteAsync(string path, CancellationToken ct) => RunAsync("pg_dump", ["--format=custom", "--no-owner", "--no-privileges", $"--file={path}"], ct);

    public Task ReadAsync(string path, CancellationToken ct) =>
        RunAsync("pg_restore", ["--no-owner", "--no-privileges", "--single-transaction", "--exit-on-error", $"--dbname={_server.Database}", path], ct);

    private async Task RunAsync(string program, string[] arguments, CancellationToken ct)
    {
        ProcessStartInfo start = new(program, arguments) { RedirectStandardError = true };
        start.Environment["PGHOST"] = _server.Host;
        start.Environment["PGPORT"] = _server.Port.ToString(CultureInfo.InvariantCulture);
        start.Environment["PGDATABASE"] = _server.Database;
        start.Environment["PGUSER"] = _server.Username;
        start.Environment["PGPASSWORD"] = _server.Password;
        using var process = Start(start);
        var error = await process.StandardError.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        if (process.ExitCode != 0)
            throw new IOException($"{program}: {error.ReplaceLineEndings(" ").Trim()}");
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new IOException($"{start.FileName} is missing: install PostgreSQL's client programs.");
        }
    }
}
