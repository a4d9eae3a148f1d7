using Quartz;

namespace ChatDesk.BotHost.Scheduling;

/// <summary>Registers the scheduler. Every instance has its own, in memory: rows decide what is due, Quartz only says when to look.</summary>
public static class SchedulingServices
{
    /// <summary>A scheduler without a name would put its own clock in the place of the desk's.</summary>
    public const string SchedulerName = "desk";

    /// <summary>The scheduler with its health check <c>scheduler</c>. It keeps the machine's clock.</summary>
    public static IServiceCollection AddScheduling(this IServiceCollection services)
    {
        services.AddSingleton<SchedulerHealth>();
        services.AddHealthChecks().AddCheck<SchedulerHealth>(SchedulerHealth.CheckName);
        services.AddQuartz(SchedulerName, quartz =>
        {
            quartz.UseTimeProvider(TimeProvider.System);
            quartz.AddJobListener(provider => provider.GetRequiredService<SchedulerHealth>());
        });
        services.AddQuartzHostedService(SchedulerName, options => options.WaitForJobsToComplete = true);
        return services.AddHostedService<WakeOnClockMove>();
    }

    /// <summary>Runs a job again and again, and at once when the desk's clock was moved.</summary>
    public static IServiceCollection AddDeskJob<TJob>(this IServiceCollection services, TimeSpan every)
        where TJob : class, IJob =>
        services.ConfigureAllQuartzSchedulers(quartz => quartz.ScheduleJob<TJob>(
            trigger => trigger.StartNow().WithSimpleSchedule(schedule => schedule.WithInterval(every).RepeatForever()),
            job => job.WithIdentity(typeof(TJob).Name)));
}
