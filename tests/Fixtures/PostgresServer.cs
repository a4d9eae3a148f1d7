using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace ChatDesk.Tests.Fixtures;

/// <summary>The PostgreSQL server of this test run: the one that <c>tests/run</c> started, else an own one per test process.</summary>
internal static class PostgresServer
{
    /// <summary>A connection string to a server on which databases may be created.</summary>
    public const string Variable = "CHATDESK_TEST_POSTGRES";

    private static readonly Lazy<Task<string>> _server = new(FindOrStartAsync);

    public static Task<string> GetAsync() => _server.Value;

    private static async Task<string> FindOrStartAsync() =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given ? given : await Task.Run(StartAsync);

    private static async Task<string> StartAsync()
    {
        var binaries = Directory.GetDirectories("/usr/lib/postgresql").Max(StringComparer.Ordinal) + "/bin";
        var folder = Directory.CreateTempSubdirectory("chatdesk-pg-").FullName;
        if (Environment.IsPrivilegedProcess)
            await RunAsync("chown", "nobody", folder);
        await RunAsync([.. Unprivileged, $"{binaries}/initdb", "-D", $"{folder}/data", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync"]);
        var port = FreePort();
        var server = Start(
        [
            .. Unprivileged, $"{binaries}/postgres", "-D", $"{folder}/data", "-k", folder, "-h", "127.0.0.1", "-p", $"{port}",
            "-c", "fsync=off", "-c", "max_connections=300",
        ]);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Stop(server, folder);
        var connectionString = $"Host=127.0.0.1;Port={port};Username=postgres;Database=postgres";
        await WaitAsync(server, connectionString);
        return connectionString;
    }

    /// <summary>PostgreSQL refuses to run as root.</summary>
    private static string[] Unprivileged => Environment.IsPrivilegedProcess ? ["runuser", "-u", "nobody", "--"] : [];

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
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

    private static async Task RunAsync(params string[] command)
    {
        using var process = Start(command);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{string.Join(' ', command)} failed: {process.ExitCode}.");
    }

    private static Process Start(string[] command)
    {
        ProcessStartInfo start = new(command[0], command[1..]) { WorkingDirectory = "/tmp", RedirectStandardOutput = true, RedirectStandardError = true };
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static void Stop(Process server, string folder)
    {
        server.Kill(entireProcessTree: true);
        server.WaitForExit();
        Directory.Delete(folder, recursive: true);
    }
}
