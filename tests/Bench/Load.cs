using System.Diagnostics;
using System.Globalization;
using ChatDesk.Tests.Fixtures;

namespace ChatDesk.Tests.Bench;

internal enum MessageKind
{
    /// <summary>Answered from the knowledge base.</summary>
    Question,

    /// <summary>Opens a ticket: each from an owner of its own.</summary>
    Repair,
}

/// <summary>Callers that each send an encrypted message, wait for the encrypted reply, and send the next.</summary>
internal static class Load
{
    private static long _messageId = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() * 1000;

    /// <returns>A row of the table: what, callers, messages/s, p50, p99, max, CPU microseconds a message, failed.</returns>
    public static async Task<string> RunAsync(DeskProcess desk, MessageKind kind, int callers, TimeSpan length)
    {
        using SocketsHttpHandler handler = new() { MaxConnectionsPerServer = callers };
        using HttpClient http = new(handler) { BaseAddress = desk.Url };
        using WeChatSide wechat = new(http);
        var before = desk.Usage().Cpu;
        var watch = Stopwatch.StartNew();
        var all = await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(() => CallAsync(http, wechat, kind, caller, watch, length))));
        var elapsed = watch.Elapsed.TotalSeconds;
        var times = all.SelectMany(one => one.Times).Order().ToArray();
        var cpu = (desk.Usage().Cpu - before).TotalMicroseconds / Math.Max(1, times.Length);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {Name(kind)} | {callers} | {times.Length / elapsed:0} | {At(times, 0.5):0.0} | {At(times, 0.99):0.0} | {At(times, 1):0.0} | {cpu:0} | {all.Sum(one => one.Failed)} |");
    }

    private static async Task<(List<double> Times, int Failed)> CallAsync(
        HttpClient http, WeChatSide wechat, MessageKind kind, int caller, Stopwatch watch, TimeSpan length)
    {
        List<double> times = [];
        var failed = 0;
        for (var i = 0; watch.Elapsed < length; i++)
        {
            using var request = wechat.Seal(Text(kind, caller, i));
            var start = Stopwatch.GetTimestamp();
            using var response = await http.SendAsync(request);
            var body = await response.Content.ReadAsStringAsync();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            failed += body.Contains("<Encrypt>", StringComparison.Ordinal) ? 0 : 1;
        }

        return (times, failed);
    }

    private static OwnerText Text(MessageKind kind, int caller, int i)
    {
        var id = Interlocked.Increment(ref _messageId);
        return kind == MessageKind.Question ? new($"oAsker{caller}", "物业费怎么办理", id) : new($"oOwner{id}", $"{1 + i % 10}栋1单元501厨房水管漏水", id);
    }

    private static double At(double[] sorted, double share) => sorted.Length == 0 ? 0 : sorted[(int)Math.Min(sorted.Length - 1, sorted.Length * share)];

    private static string Name(MessageKind kind) => kind == MessageKind.Question ? "FAQ answer" : "ticket opened";
}
