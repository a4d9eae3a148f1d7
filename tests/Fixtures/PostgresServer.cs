using System.Diagnostics;
using Npgsql;

namespace ChatDesk.Tests.Fixtures;

/// <summary>The PostgreSQL server of this test run: the one that <c>tests/run</c> started, else an own one per test process.</summary>
internal static class PostgresServer
{
    /// <summary>A connection string to a server on which databases may be created.</summary>
    public const string Variable = "CHATDESK_TEST_POSTGRES";

    /// <summary>Serves until its standard input ends, as it does when the test process is gone, however it went; then nothing stays behind.</summary>
    private const string ServeScript =
        """
        "$0/initdb" -D "$1/data" -U postgres -A trust -E UTF8 --no-sync &&
        { "$0/postgres" -D "$1/data" -k "$1" -h 127.0.0.1 -p "$2" -c fsync=off -c max_connections=300 & read -r _
          "$0/pg_ctl" stop -D "$1/data" -m immediate; }
        rm -rf "$1"
        """;

    private static readonly Lazy<Task<string>> _connectionString = new(FindOrStartAsync);

    /// <summary>Kept for the process's life: its standard input must stay open.</summary>
    private static Process? _server;

    public static Task<string> GetAsync() => _connectionString.Value;

    /// <param name="statement">Names in it are made by the tests.</param>
    public static async Task ExecuteAsync(string statement)
    {
        await using var source = NpgsqlDataSource.Create(await GetAsync());
#pragma warning disable CA2100 // No statement comes from outside.
        await using var command = source.CreateCommand(statement);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<string> FindOrStartAsync() =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given ? given : await StartAsync();

    private static async Task<string> StartAsync()
    {
        var binaries = Directory.GetDirectories("/usr/lib/postgresql").Max(StringComparer.Ordinal) + "/bin";
        var folder = Directory.CreateTempSubdirectory("chatdesk-pg-").FullName;
        var port = LoopbackPort.Free();
        _server = await ServeAsync(binaries, folder, port);
        var connectionString = $"Host=127.0.0.1;Port={port};Username=postgres;Database=postgres";
        await WaitAsync(_server, connectionString);
        return connectionString;
    }

    /// <summary>PostgreSQL refuses to run as root.</summary>
    private static async Task<Process> ServeAsync(string binaries, string folder, int port)
    {
        string[] serve = ["/bin/sh", "-c", ServeScript, binaries, folder, $"{port}"];
        if (!Environment.IsPrivilegedProcess)
            return Start(serve);
        using var own = Start(["chown", "nobody", folder]);
        await own.WaitForExitAsync();
        return Start(["runuser", "-u", "nobody", "--", .. serve]);
    }

    private static Process Start(string[] command)
    {
        ProcessStartInfo start = new(command[0], command[1..])
        {
            WorkingDirectory = "/",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static async Task WaitAsync(Process server, string connectionString)
    {
        while (true)
        {
            try
            {
                await using NpgsqlConnection connection = new(connectionString);
                await connection.OpenAsync();
                return;
            }
            catch (NpgsqlException) when (!server.HasExited)
            {
                await Task.Delay(50);
            }
        }
    }
}
