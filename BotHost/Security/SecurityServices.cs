namespace ChatDesk.BotHost.Security;

/// <summary>Registers who may do what, and the desk's own secrets.</summary>
public static class SecurityServices
{
    public static IServiceCollection AddSecurity(this IServiceCollection services) => services
        .AddSingleton<Policies>()
        .AddSingleton<ServerKeys>()
        .AddSingleton<Links>();
}
