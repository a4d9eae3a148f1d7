using Microsoft.Extensions.DependencyInjection;

namespace ChatDesk.Channels.Protocol;

/// <summary>The HTTP client of one platform.</summary>
internal static class PlatformHttp
{
    private const int MaxAnswerBytes = 25 * 1024 * 1024;

    /// <summary>Nothing of it is logged, as its addresses carry tokens and secrets.</summary>
    /// <param name="services">Where it is registered.</param>
    /// <param name="name">The client's name.</param>
    /// <param name="settings">The API's address and the time that one call may take, read for each client.</param>
    public static void AddPlatformHttp(this IServiceCollection services, string name, Func<IServiceProvider, (string ApiUrl, TimeSpan Timeout)> settings) =>
        services.AddHttpClient(name)
            .ConfigureHttpClient((provider, client) =>
            {
                var (apiUrl, timeout) = settings(provider);
                client.BaseAddress = new Uri(apiUrl.TrimEnd('/') + "/");
                client.Timeout = timeout;
                client.MaxResponseContentBufferSize = MaxAnswerBytes;
            })
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            })
            .RemoveAllLoggers();
}
