using ChatDesk.BotHost.Scheduling;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ChatDesk.Tests.BotHost.Scheduling;

public sealed class SchedulerHealthTests
{
    [Theory]
    [InlineData(0, HealthStatus.Healthy)]
    [InlineData(59, HealthStatus.Healthy)]
    [InlineData(60, HealthStatus.Unhealthy)]
    public async Task A_scheduler_that_is_silent_for_60_seconds_is_not_ready(int seconds, HealthStatus expected)
    {
        Stopwatch machine = new();
        SchedulerHealth health = new(machine);
        machine.Seconds += seconds;

        Assert.Equal(expected, (await health.CheckHealthAsync(new HealthCheckContext())).Status);
    }

    [Fact]
    public async Task A_job_that_ended_well_makes_it_ready_again_and_a_failed_one_does_not()
    {
        Stopwatch machine = new();
        SchedulerHealth health = new(machine);
        machine.Seconds += 90;

        await health.JobWasExecuted(null!, new Quartz.JobExecutionException("no database"));
        Assert.Equal(HealthStatus.Unhealthy, (await health.CheckHealthAsync(new HealthCheckContext())).Status);
        await health.JobWasExecuted(null!, null);
        Assert.Equal(HealthStatus.Healthy, (await health.CheckHealthAsync(new HealthCheckContext())).Status);
    }

    private sealed class Stopwatch : TimeProvider
    {
        public long Seconds { get; set; }

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Seconds;
    }
}
