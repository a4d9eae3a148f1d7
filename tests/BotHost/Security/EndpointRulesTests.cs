using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Security;
using ChatDesk.Tests.Fixtures;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ChatDesk.Tests.BotHost.Security;

public sealed class EndpointRulesTests
{
    [Fact]
    public async Task Every_endpoint_says_whom_it_is_for()
    {
        await using var desk = await Desk.StartAsync(DatabaseProvider.Sqlite);
        var endpoints = desk.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToList();
        Assert.Contains(endpoints, endpoint => endpoint.RoutePattern.RawText == "console/tickets/{number}");
        Assert.Contains(endpoints, endpoint => endpoint.RoutePattern.RawText == "/api/v1/turns/{channel}/{externalId}");

        var silent = endpoints
            .Where(endpoint => endpoint.Metadata.GetMetadata<PublicAccessAttribute>() is null && endpoint.Metadata.GetMetadata<StaffAccessAttribute>() is null)
            .Select(endpoint => endpoint.RoutePattern.RawText);
        Assert.Empty(silent);
    }

    [Fact]
    public async Task The_console_is_for_staff_of_the_desk_and_nobody_else()
    {
        await using var desk = await Desk.StartAsync(DatabaseProvider.Sqlite);
        var console = desk.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText?.TrimStart('/').StartsWith("console", StringComparison.Ordinal) == true).ToList();
        var open = console.Where(endpoint => endpoint.Metadata.GetMetadata<PublicAccessAttribute>() is not null)
            .Select(endpoint => endpoint.RoutePattern.RawText).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(["console/password", "console/sign-in"], open);
    }
}
