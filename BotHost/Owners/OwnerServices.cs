namespace ChatDesk.BotHost.Owners;

/// <summary>Registers who lives where, and how a chat is bound to a home.</summary>
public static class OwnerServices
{
    public static IServiceCollection AddOwners(this IServiceCollection services) => services
        .AddScoped<OwnerDirectory>()
        .AddScoped<BindHome>();
}
