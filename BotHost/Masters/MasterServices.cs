namespace ChatDesk.BotHost.Masters;

/// <summary>Registers the changes of the register.</summary>
public static class MasterServices
{
    public static IServiceCollection AddMasters(this IServiceCollection services) => services
        .AddSingleton<ChangeMasters>();
}
