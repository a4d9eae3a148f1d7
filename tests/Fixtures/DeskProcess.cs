using System.Collections.Concurrent;
using System.Diagnostics;

namespace ChatDesk.Tests.Fixtures;

/// <summary>The real desk as a process of its own, in Production, configured by its environment, on a folder and a port that outlive it.</summary>
public sealed class DeskProcess : IAsyncDisposable
{
    private const int SaidLines = 60;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("chatdesk-process-");
    private readonly Dictionary<string, string?> _environment;
    private readonly ConcurrentQueue<string> _said = new();
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(5) };
    private Process? _serving;

    /// <param name="configuration">Keys with ":"; null takes a value back.</param>
    /// <param name="database">Null: SQLite in the process's own folder.</param>
    public DeskProcess(IReadOnlyDictionary<string, string?> configuration, TestDatabase? database = null)
    {
        Url = new Uri($"http://127.0.0.1:{LoopbackPort.Free()}/");
        _environment = new()
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["ASPNETCORE_URLS"] = Url.GetLeftPart(UriPartial.Authority),
            ["ChatDesk:PublicUrl"] = Url.GetLeftPart(UriPartial.Authority),
            ["ChatDesk:DataDirectory"] = _folder.FullName,
            ["ChatDesk:Database:Provider"] = $"{database?.Provider ?? default}",
            ["ChatDesk:Database:ConnectionString"] = database?.ConnectionString,
            ["Logging:LogLevel:Default"] = "Warning",
        };
        foreach (var (key, value) in configuration)
            _environment[key] = value;
    }

    /// <summary>The program; by default as it was built with the test.</summary>
    public string Dll { get; init; } = typeof(Program).Assembly.Location;

    /// <summary>The only core that it may use, by <c>taskset</c>; null for all.</summary>
    public int? Core { get; init; }

    public Uri Url { get; }

    /// <summary>The end of what the serving process printed.</summary>
    public string Said => string.Join('\n', _said);

    /// <summary>Runs a verb to its end.</summary>
    public async Task<(int Code, string Output, string Error)> TryAsync(params string[] verb)
    {
        using var process = Start(verb);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, (await output).Trim(), (await error).Trim());
    }

    /// <summary>Runs a verb that has to succeed.</summary>
    /// <returns>What it printed.</returns>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public async Task<string> RunAsync(params string[] verb)
    {
        var (code, output, error) = await TryAsync(verb);
        return code == 0 ? output : throw new InvalidOperationException($"{string.Join(' ', verb)} ended with {code}: {output}{error}");
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
            await Task.Delay(10);
        }
    }

    /// <summary>The processor time that the serving process has used, and its memory in bytes.</summary>
    public (TimeSpan Cpu, long Memory) Usage()
    {
        _serving!.Refresh();
        return (_serving.TotalProcessorTime, _serving.WorkingSet64);
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

    /// <summary>Under <c>taskset</c> the process is the desk all the same: it replaces itself.</summary>
    private Process Start(string[] arguments)
    {
        string[] command = [.. Core is { } core ? ["taskset", "-c", $"{core}"] : Array.Empty<string>(), "dotnet", Dll, .. arguments];
        ProcessStartInfo start = new(command[0], command[1..])
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
}
