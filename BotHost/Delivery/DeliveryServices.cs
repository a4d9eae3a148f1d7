using ChatDesk.Channels.Activities;
using Microsoft.Extensions.Options;

namespace ChatDesk.BotHost.Delivery;

/// <summary>Registers the outbox, its budgets and ladder, and what sends it.</summary>
public static class DeliveryServices
{
    public static IServiceCollection AddDelivery(this IServiceCollection services) => services
        .AddSingleton<ITokenStore, TokenStore>()
        .AddSingleton<StaffChannel>()
        .AddScoped<Outbox>()
        .AddScoped<WaitingNews>()
        .AddScoped<SettleSend>()
        .AddSingleton<SendDue>()
        .AddHostedService<OutboxPump>()
        .AddKeyedSingleton<IChannelClient, RobotClient>(RobotClient.Key)
        .AddLadder()
        .AddSms();

    private static IServiceCollection AddLadder(this IServiceCollection services)
    {
        services.AddOptions<BudgetLimits>().BindConfiguration(BudgetLimits.Section).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddScoped<BudgetLedger>()
            .AddScoped<NoticeConsents>()
            .AddScoped<ReadReminders>()
            .AddScoped<ClimbLadder>()
            .AddScoped<IRung, ChatRung>()
            .AddScoped<IRung, TemplateRung>()
            .AddScoped<IRung, SmsRung>();
    }

    private static IServiceCollection AddSms(this IServiceCollection services)
    {
        services.AddOptions<SmsOptions>().BindConfiguration(SmsOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddHttpClient(SmsClient.Key)
            .ConfigureHttpClient((provider, client) => client.Timeout = provider.GetRequiredService<IOptions<SmsOptions>>().Value.Timeout)
            .RemoveAllLoggers();
        return services.AddKeyedSingleton<IChannelClient, SmsClient>(SmsClient.Key);
    }
}
