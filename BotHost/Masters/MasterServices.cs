using ChatDesk.BotHost.Fees;

namespace ChatDesk.BotHost.Masters;

/// <summary>Registers the changes of the register.</summary>
public static class MasterServices
{
    public static IServiceCollection AddMasters(this IServiceCollection services) => services
        .AddSingleton<ChangeMasters>()
        .AddSingleton<EditOwners>()
        .AddSingleton<EditEstates>()
        .AddSingleton<EditBuildings>()
        .AddSingleton<EditDevices>()
        .AddSingleton<EditFees>()
        .AddScoped<FeeBook>();
}
