using System.Diagnostics;
using ChatDesk.Tests.Bench;
using ChatDesk.Tests.Fixtures;

// Measures the desk as a process: dotnet run -c Release --project tests/Bench -- [seconds per figure, default 10] [path of BotHost.dll]
var seconds = args.Length > 0 ? int.Parse(args[0], System.Globalization.CultureInfo.InvariantCulture) : 10;
var dll = args.Length > 1 ? args[1] : Path.Combine("BotHost", "bin", "Release", "net10.0", "BotHost.dll");
if (!File.Exists(dll))
{
    await Console.Error.WriteLineAsync($"{dll} is missing: dotnet build -c Release BotHost");
    return 2;
}

await using var platform = await PlatformServer.StartAsync();
await using DeskProcess desk = new(platform.Configuration) { Dll = Path.GetFullPath(dll), Core = Cores.OfDesk };
await desk.RunAsync("setup", desk.Write("setup.json", BenchEstate.Setup()));
await desk.RunAsync("articles", "import", desk.Write("articles.csv", BenchEstate.Articles()));
var watch = Stopwatch.StartNew();
await desk.ServeAsync();
Console.WriteLine($"start to first answer: {watch.Elapsed.TotalSeconds:0.00} s; memory then {Megabytes()} MB");
Cores.LeaveToDesk();
Console.WriteLine();
Console.WriteLine("| what | callers | messages/s | p50 ms | p99 ms | max ms | CPU µs a message | failed |");
Console.WriteLine("|---|---|---|---|---|---|---|---|");
foreach (var kind in new[] { MessageKind.Question, MessageKind.Repair })
{
    await Load.RunAsync(desk, kind, callers: 16, TimeSpan.FromSeconds(3));
    foreach (var callers in new[] { 1, 16, 64 })
        Console.WriteLine(await Load.RunAsync(desk, kind, callers, TimeSpan.FromSeconds(seconds)));
}

Console.WriteLine();
Console.WriteLine($"memory after the load: {Megabytes()} MB");
await Console.Error.WriteLineAsync(desk.Said);
return 0;

long Megabytes() => desk.Usage().Memory / (1024 * 1024);
