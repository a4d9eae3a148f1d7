using ChatDesk.Channels.Activities;
using ChatDesk.Channels.Protocol;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ChatDesk.Channels.WeCom;

public static class WeComServices
{
    /// <summary>Adds the applications that are configured now. The host provides <see cref="ITokenStore"/> and <see cref="IActivityReceiver"/>.</summary>
    public static IServiceCollection AddWeCom(this IServiceCollection services, IConfiguration configuration)
    {
        var corporation = configuration.GetSection("Channels:WeCom");
        var apps = corporation.GetSection("Apps").GetChildren().ToArray();
        foreach (var app in apps)
        {
            services.AddSection<WeComApp>(app, app.Key);
            services.PostConfigure<WeComApp>(app.Key, options => options.CorpId = corporation["CorpId"] ?? "");
        }
        foreach (var robot in corporation.GetSection("Robots").GetChildren())
            services.AddSection<WeComRobot>(robot, robot.Key);
        services.AddSection<WeComOptions>(corporation);
        services.AddSection<CallbackOptions>(configuration.GetSection("Channels"));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<WeComApps>(provider, apps.Select(a => a.Key)));
        services.AddPlatformHttp(WeComClient.HttpClientName, Settings);
        services.AddSingleton(Client);
        services.AddKeyedSingleton<IChannelClient>(ChannelNames.WeCom, (provider, _) => provider.GetRequiredService<WeComClient>());
        return services;
    }

    private static WeComClient Client(IServiceProvider provider) => new(
        provider.GetRequiredService<WeComApps>(),
        provider.GetRequiredService<IOptionsMonitor<WeComOptions>>(),
        provider.GetRequiredService<IOptionsMonitor<WeComRobot>>(),
        provider.GetRequiredService<IHttpClientFactory>(),
        provider.GetRequiredService<ITokenStore>(),
        provider.GetRequiredService<ILogger<WeComClient>>());

    private static (string ApiUrl, TimeSpan Timeout) Settings(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptionsMonitor<WeComOptions>>().CurrentValue;
        return (options.ApiUrl, options.SendTimeout);
    }
}
