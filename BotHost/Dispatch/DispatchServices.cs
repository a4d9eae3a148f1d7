using ChatDesk.BotHost.Delivery;
using ChatDesk.BotHost.Tickets;

namespace ChatDesk.BotHost.Dispatch;

/// <summary>Registers what sends tickets to staff.</summary>
public static class DispatchServices
{
    public static IServiceCollection AddDispatch(this IServiceCollection services) => services
        .AddSingleton<CardView>()
        .AddScoped<DispatchCards>()
        .AddScoped<PressCard>()
        .AddScoped<CardCodes>()
        .AddScoped<ISendPreparation>(provider => provider.GetRequiredService<CardCodes>())
        .AddScoped<ISendReaction>(provider => provider.GetRequiredService<CardCodes>())
        .AddScoped<ITicketReaction, DispatchReaction>();
}
