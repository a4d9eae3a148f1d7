using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace ChatDesk.Tests.Bench;

/// <summary>The desk on SQLite in a temporary folder, on the first core where the machine has two; the load runs on the others.</summary>
internal sealed class DeskProcess : IAsyncDisposable
{
    private static readonly bool HasCoreToSpare = OperatingSystem.IsLinux() && Environment.ProcessorCount > 1;

    private readonly Process _process;
    private readonly string _folder;

    private DeskProcess(Process process, string folder, string url, BenchAccount account, TimeSpan startedAfter)
    {
        (_process, _folder, Url, Account, StartedAfter) = (process, folder, url, account, startedAfter);
    }

    public string Url { get; }

    public BenchAccount Account { get; }

    /// <summary>From starting the process to its first answer.</summary>
    public TimeSpan StartedAfter { get; }

    public static async Task<DeskProcess> StartAsync(string dll, string platform)
    {
        var folder = Directory.CreateTempSubdirectory("chatdesk-bench-").FullName;
        var account = BenchAccount.New();
        var url = $"http://127.0.0.1:{FreePort()}";
        var settings = account.Settings(folder, platform);
        await RunAsync(dll, settings, "setup", await BenchEstate.WriteSetupAsync(folder));
        await RunAsync(dll, settings, "articles", "import", await BenchEstate.WriteArticlesAsync(folder));
        var watch = Stopwatch.StartNew();
        var process = Start(dll, settings, "--urls", url);
        KeepOffFirstCore();
        await FirstAnswerAsync(url);
        return new DeskProcess(process, folder, url, account, watch.Elapsed);
    }

    public long MemoryMegabytes()
    {
        _process.Refresh();
        return _process.WorkingSet64 / (1024 * 1024);
    }

    public TimeSpan CpuTime()
    {
        _process.Refresh();
        return _process.TotalProcessorTime;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static Process Start(string dll, IReadOnlyDictionary<string, string> settings, params string[] arguments)
    {
        ProcessStartInfo start = HasCoreToSpare
            ? new("taskset", ["-c", "0", "dotnet", dll, .. arguments])
            : new("dotnet", [dll, .. arguments]);
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        foreach (var (key, value) in settings)
            start.Environment[key] = value;
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => Report(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static void Report(string? line)
    {
        if (line is not null)
            Console.Error.WriteLine(line);
    }

    private static async Task RunAsync(string dll, IReadOnlyDictionary<string, string> settings, params string[] arguments)
    {
        using var process = Start(dll, settings, arguments);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{arguments[0]} ended with {process.ExitCode}.");
    }

    /// <summary>The desk gets the first core for itself from its start, so that its runtime sees one; the load takes the others.</summary>
    private static void KeepOffFirstCore()
    {
        if (HasCoreToSpare && OperatingSystem.IsLinux())
            Process.GetCurrentProcess().ProcessorAffinity = (nint)((1L << Environment.ProcessorCount) - 2);
    }

    private static async Task FirstAnswerAsync(string url)
    {
        using HttpClient http = new();
        while (true)
        {
            try
            {
                using var answer = await http.GetAsync(new Uri(url + "/health/live"));
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(10);
            }
        }
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>One official account and one WeCom application with secrets made for the run.</summary>
internal sealed record BenchAccount(string AppId, string Token, string EncodingAesKey)
{
    public static BenchAccount New() =>
        new("wxbench", RandomNumberGenerator.GetHexString(16, lowercase: true), Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))[..43]);

    public IReadOnlyDictionary<string, string> Settings(string folder, string platform) => new Dictionary<string, string>
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
        ["Logging__LogLevel__Default"] = "Warning",
        ["ChatDesk__DataDirectory"] = folder,
        ["Channels__WeChat__ApiUrl"] = platform,
        ["Channels__WeChat__Accounts__main__AppId"] = AppId,
        ["Channels__WeChat__Accounts__main__AppSecret"] = RandomNumberGenerator.GetHexString(32, lowercase: true),
        ["Channels__WeChat__Accounts__main__Token"] = Token,
        ["Channels__WeChat__Accounts__main__EncodingAesKey"] = EncodingAesKey,
        ["Channels__WeCom__ApiUrl"] = platform,
        ["Channels__WeCom__CorpId"] = "wwbench",
        ["Channels__WeCom__Apps__desk__AgentId"] = "1000002",
        ["Channels__WeCom__Apps__desk__Secret"] = RandomNumberGenerator.GetHexString(32, lowercase: true),
        ["Channels__WeCom__Apps__desk__Token"] = Token,
        ["Channels__WeCom__Apps__desk__EncodingAesKey"] = EncodingAesKey,
    };
}
