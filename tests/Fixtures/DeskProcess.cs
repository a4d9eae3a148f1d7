using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using ChatDesk.Tests.Fixtures;

namespace ChatDesk.Tests.BotHost.Durability;

/// <summary>The real desk as a process of its own, in Production, configured by its environment, on a folder and a port that outlive it.</summary>
internal sealed class DeskProcess : IAsyncDisposable
{
    private const int SaidLines = 60;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("chatdesk-kill-");
    private readonly Dictionary<string, string?> _environment;
    private readonly ConcurrentQueue<string> _said = new();
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(5) };
    private Process? _serving;

    public DeskProcess(TestDatabase database, PlatformServer platforms)
    {
        Url = new Uri($"http://127.0.0.1:{FreePort()}/");
        _environment = new(WeChatSide.Configuration)
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["ASPNETCORE_URLS"] = Url.GetLeftPart(UriPartial.Authority),
            ["ChatDesk:PublicUrl"] = Url.GetLeftPart(UriPartial.Authority),
            ["ChatDesk:DataDirectory"] = _folder.FullName,
            ["ChatDesk:Database:Provider"] = $"{database.Provider}",
            ["ChatDesk:Database:ConnectionString"] = database.ConnectionString,
            ["Logging:LogLevel:Default"] = "Warning",
        };
        foreach (var (key, value) in platforms.Configuration)
            _environment[key] = value;
    }

    public Uri Url { get; }

    /// <summary>The end of what the process printed.</summary>
    public string Said => string.Join('\n', _said);

    /// <summary>Runs a verb to its end.</summary>
    /// <returns>What it printed.</returns>
    public async Task<string> RunAsync(params string[] verb)
    {
        using var process = Start(verb);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{string.Join(' ', verb)}: {await error}");
        return (await output).Trim();
    }

    /// <summary>Writes a file into the process's folder.</summary>
    /// <returns>Its path.</returns>
    public string Write(string name, string content)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, content);
        return path;
    }

    /// <summary>Starts it and returns once it answers.</summary>
    public async Task ServeAsync()
    {
        _serving = Start([]);
        _serving.OutputDataReceived += (_, line) => Keep(line.Data);
        _serving.ErrorDataReceived += (_, line) => Keep(line.Data);
        _serving.BeginOutputReadLine();
        _serving.BeginErrorReadLine();
        await WaitUntilUpAsync();
    }

    /// <summary>Waits for any HTTP answer, across kills.</summary>
    public async Task WaitUntilUpAsync()
    {
        var since = TimeProvider.System.GetTimestamp();
        while (!await AnswersAsync())
        {
            if (TimeProvider.System.GetElapsedTime(since) > Patience)
                throw new TimeoutException($"The desk does not answer:\n{Said}");
            await Task.Delay(50);
        }
    }

    /// <summary><c>kill -9</c>: nothing is flushed, nothing is said.</summary>
    public async Task KillAsync()
    {
        _serving!.Kill();
        await _serving.WaitForExitAsync();
        _serving.Dispose();
        _serving = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_serving is not null)
            await KillAsync();
        _http.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var answer = await _http.GetAsync(new Uri(Url, "health/live"));
            return true;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    private Process Start(string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", [typeof(Program).Assembly.Location, .. arguments])
        {
            WorkingDirectory = _folder.FullName, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var (key, value) in _environment)
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        return Process.Start(start)!;
    }

    private void Keep(string? line)
    {
        if (line is not null)
            _said.Enqueue(line);
        while (_said.Count > SaidLines)
            _said.TryDequeue(out _);
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
