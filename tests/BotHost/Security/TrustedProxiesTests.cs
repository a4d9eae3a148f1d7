using System.Net;
using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Progress;
using ChatDesk.Tests.Fixtures;

namespace ChatDesk.Tests.BotHost.Security;

public sealed class TrustedProxiesTests
{
    private const string OneCaller = "203.0.113.1";
    private const string Another = "203.0.113.2";

    [Fact]
    public async Task Behind_a_trusted_proxy_each_caller_has_wrong_links_of_their_own()
    {
        await using var desk = await StartAsync("127.0.0.0/8");
        for (var i = 0; i < WrongLinks.PermittedPerMinute; i++)
            await TryWrongLinkAsync(desk, OneCaller);

        Assert.Equal(HttpStatusCode.TooManyRequests, await TryWrongLinkAsync(desk, OneCaller));
        Assert.Equal(HttpStatusCode.NotFound, await TryWrongLinkAsync(desk, Another));
    }

    [Fact]
    public async Task A_forwarded_address_from_anybody_else_is_not_believed()
    {
        await using var desk = await StartAsync("");
        for (var i = 0; i < WrongLinks.PermittedPerMinute; i++)
            await TryWrongLinkAsync(desk, OneCaller);

        Assert.Equal(HttpStatusCode.TooManyRequests, await TryWrongLinkAsync(desk, Another));
    }

    private static Task<Desk> StartAsync(string proxies) => Desk.StartAsync(
        DatabaseProvider.Sqlite,
        DeskSettings.Empty with { Configuration = new Dictionary<string, string?>(DeskSettings.Empty.Configuration) { ["ChatDesk:TrustedProxies"] = proxies } });

    private static async Task<HttpStatusCode> TryWrongLinkAsync(Desk desk, string caller)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, "/t/nothing");
        request.Headers.Add("X-Forwarded-For", caller);
        using var answer = await desk.Http.SendAsync(request);
        return answer.StatusCode;
    }
}
