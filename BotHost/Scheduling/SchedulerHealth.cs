using Microsoft.Extensions.Diagnostics.HealthChecks;
using Quartz;

namespace ChatDesk.BotHost.Scheduling;

/// <summary>Whether the scheduler still runs its jobs: some of them are due each second. Measured on the machine's clock.</summary>
public sealed class SchedulerHealth(TimeProvider clock) : IHealthCheck, IJobListener
{
    public static readonly TimeSpan MaxSilence = TimeSpan.FromSeconds(60);

    private long _lastRun = clock.GetTimestamp();

    public const string CheckName = "scheduler";

    public string Name => CheckName;

    /// <summary>Since the last job that ended well; before the first one, since the start.</summary>
    public TimeSpan Silence => clock.GetElapsedTime(Interlocked.Read(ref _lastRun));

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(Silence < MaxSilence ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy($"No job ended well for {Silence:c}."));

    public ValueTask JobWasExecuted(IJobExecutionContext context, JobExecutionException? jobException, CancellationToken cancellationToken = default)
    {
        if (jobException is null)
            Interlocked.Exchange(ref _lastRun, clock.GetTimestamp());
        return ValueTask.CompletedTask;
    }
}
