using System.Net;
using ChatDesk.BotHost.Data;
using ChatDesk.Tests.Fixtures;

namespace ChatDesk.Tests.BotHost.Health;

public sealed class HealthTests
{
    [Theory, OnEachDatabase("/health/live"), OnEachDatabase("/health/ready")]
    public async Task A_started_desk_is_alive_and_ready(DatabaseProvider provider, string path)
    {
        await using var desk = await Desk.StartAsync(provider, DeskSettings.Empty);

        using var answer = await desk.Http.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
