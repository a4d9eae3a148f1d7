using ChatDesk.Channels.Activities;
using ChatDesk.Channels.Protocol;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ChatDesk.Channels.WeChat;

public static class WeChatServices
{
    /// <summary>Adds the official accounts that are configured now. The host provides <see cref="ITokenStore"/> and <see cref="IActivityReceiver"/>.</summary>
    public static IServiceCollection AddWeChat(this IServiceCollection services, IConfiguration configuration)
    {
        var accounts = configuration.GetSection("Channels:WeChat:Accounts").GetChildren().ToArray();
        foreach (var account in accounts)
            services.AddSection<WeChatAccount>(account, account.Key);
        services.AddSection<WeChatOptions>(configuration.GetSection("Channels:WeChat"));
        services.AddSection<CallbackOptions>(configuration.GetSection("Channels"));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<WeChatAccounts>(provider, accounts.Select(a => a.Key)));
        services.AddPlatformHttp(WeChatClient.HttpClientName, Settings);
        services.AddSingleton(Client);
        services.AddKeyedSingleton<IChannelClient>(ChannelNames.OfficialAccount, (provider, _) => provider.GetRequiredService<WeChatClient>());
        return services;
    }

    private static WeChatClient Client(IServiceProvider provider) => new(
        provider.GetRequiredService<WeChatAccounts>(),
        provider.GetRequiredService<IOptionsMonitor<WeChatOptions>>(),
        provider.GetRequiredService<IHttpClientFactory>(),
        provider.GetRequiredService<ITokenStore>(),
        provider.GetRequiredService<ILogger<WeChatClient>>());

    private static (string ApiUrl, TimeSpan Timeout) Settings(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptionsMonitor<WeChatOptions>>().CurrentValue;
        return (options.ApiUrl, options.SendTimeout);
    }
}
