using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Estates.Setup;

namespace ChatDesk.BotHost.Estates;

/// <summary>Registers the estates' register and its setup.</summary>
public static class EstateServices
{
    public static IServiceCollection AddEstates(this IServiceCollection services) => services
        .AddSingleton<EstateRegister>()
        .AddSingleton<IRefreshed>(provider => provider.GetRequiredService<EstateRegister>())
        .AddSingleton<RevisionWatcher>()
        .AddHostedService(provider => provider.GetRequiredService<RevisionWatcher>())
        .AddScoped<ApplySetup>();
}
