using ChatDesk.Channels.Activities;

namespace ChatDesk.BotHost.Delivery;

/// <summary>Registers the outbox and what sends it.</summary>
public static class DeliveryServices
{
    public static IServiceCollection AddDelivery(this IServiceCollection services) => services
        .AddSingleton<ITokenStore, TokenStore>()
        .AddSingleton<StaffChannel>()
        .AddScoped<Outbox>()
        .AddScoped<SettleSend>()
        .AddSingleton<SendDue>()
        .AddHostedService<OutboxPump>();
}
