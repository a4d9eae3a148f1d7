using ChatDesk.BotHost.Data;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Sla;

/// <summary>Takes every clock's due steps. Safe to run twice and on two machines: of two runs that take a step, one fails to save and finds it taken.</summary>
public sealed partial class RunDueTimers(DeskWork work, TimeProvider clock, ILogger<RunDueTimers> logger)
{
    private const int BatchSize = 100;

    public async Task RunAsync(CancellationToken ct)
    {
        HashSet<long> failed = [];
        while (await DueAsync(failed, ct) is { Count: > 0 } due)
        {
            foreach (var id in due)
            {
                if (!await TryTakeAsync(id, ct))
                    failed.Add(id);
            }
        }
    }

    private Task<List<long>> DueAsync(HashSet<long> except, CancellationToken ct) => work.RunAsync(
        services =>
        {
            var now = clock.GetUtcNow();
            return services.GetRequiredService<DeskDb>().Set<TicketTimer>()
                .Where(timer => timer.NextAt <= now && !except.Contains(timer.Id))
                .OrderBy(timer => timer.NextAt).Select(timer => timer.Id).Take(BatchSize).ToListAsync(ct);
        },
        ct);

    /// <summary>One clock that cannot go on must not hold up the others; it is tried again with the next run.</summary>
    private async Task<bool> TryTakeAsync(long id, CancellationToken ct)
    {
        try
        {
            await work.RunAsync(services => services.GetRequiredService<TakeTimerStep>().RunAsync(id, ct), ct);
            return true;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Log.StepFailed(logger, id, exception);
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(501, LogLevel.Error, "Timer {Timer} could not take its due step")]
        public static partial void StepFailed(ILogger logger, long timer, Exception exception);
    }
}
