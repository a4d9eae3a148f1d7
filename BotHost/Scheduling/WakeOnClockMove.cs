using ChatDesk.BotHost.Data;
using Quartz;

namespace ChatDesk.BotHost.Scheduling;

/// <summary>Runs all jobs at once after the sandbox moved the desk's clock.</summary>
internal sealed class WakeOnClockMove([FromKeyedServices(SchedulingServices.SchedulerName)] ISchedulerFactory schedulers, DeskClock clock) : BackgroundService
{
    private readonly SemaphoreSlim _moved = new(0, 1);

    public override void Dispose()
    {
        clock.Moved -= Wake;
        _moved.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        clock.Moved += Wake;
        while (true)
        {
            await _moved.WaitAsync(stoppingToken);
            var scheduler = await schedulers.GetScheduler(stoppingToken);
            foreach (var job in await scheduler.GetJobKeys(GroupMatcher<JobKey>.AnyGroup(), stoppingToken))
                await scheduler.TriggerJob(job, stoppingToken);
        }
    }

    private void Wake()
    {
        if (_moved.CurrentCount == 0)
            _moved.Release();
    }
}
