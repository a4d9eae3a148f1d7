using ChatDesk.Channels.Activities;

namespace ChatDesk.BotHost.Intake;

/// <summary>Registers the way of a message from its callback to its commit.</summary>
public static class IntakeServices
{
    public static IServiceCollection AddIntake(this IServiceCollection services) => services
        .AddSingleton<ConversationLocks>()
        .AddSingleton<HandOverJournal>()
        .AddSingleton<HandOvers>()
        .AddHostedService(provider => provider.GetRequiredService<HandOvers>())
        .AddSingleton<FetchMedia>()
        .AddSingleton<SlowTurns>()
        .AddSingleton<IActivityReceiver, Intake>()
        .AddScoped<TakeTurn>()
        .AddSingleton<RecoverMessages>()
        .AddHostedService<InboxPump>();
}
