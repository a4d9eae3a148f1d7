using ChatDesk.BotHost.Scheduling;
using ChatDesk.BotHost.Tickets;

namespace ChatDesk.BotHost.Sla;

/// <summary>Registers the clocks on tickets.</summary>
public static class SlaServices
{
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(1);

    public static IServiceCollection AddSla(this IServiceCollection services) => services
        .AddSingleton<RunDueTimers>()
        .AddSingleton<SlaRecipients>()
        .AddScoped<TakeTimerStep>()
        .AddScoped<ITicketReaction, SlaReaction>()
        .AddDeskJob<DueTimersJob>(Glance);
}
