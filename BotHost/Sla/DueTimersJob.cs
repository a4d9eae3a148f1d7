using Quartz;

namespace ChatDesk.BotHost.Sla;

/// <summary>Looks for due clocks.</summary>
[DisallowConcurrentExecution]
internal sealed class DueTimersJob(RunDueTimers work) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken ct) => await work.RunAsync(ct);
}
