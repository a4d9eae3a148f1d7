using ChatDesk.BotHost.Data;

namespace ChatDesk.BotHost.Staff;

/// <summary>Registers the roster.</summary>
public static class StaffServices
{
    public static IServiceCollection AddStaff(this IServiceCollection services) => services
        .AddSingleton<StaffRoster>()
        .AddSingleton<IRefreshed>(provider => provider.GetRequiredService<StaffRoster>());
}
