using System.Net;
using ChatDesk.BotHost.Data;
using ChatDesk.Tests.Fixtures;

namespace ChatDesk.Tests.BotHost.Pages;

public sealed class PlaygroundTests
{
    [Theory, OnEachDatabase]
    public async Task The_playground_is_there_with_the_sandbox_and_its_phones_reach_the_desk_N_28(DatabaseProvider provider)
    {
        await using var desk = await Desk.StartAsync(provider);
        SandboxPhones phones = new(desk.Http);

        using var page = await desk.Http.GetAsync("/playground");
        var result = await phones.Owner("owner-1").FollowAsync();

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.True(result.Accepted);
        Assert.NotNull(result.Reply);
    }

    [Fact]
    public async Task Without_the_sandbox_there_is_neither_a_playground_nor_a_phone()
    {
        await using var desk = await Desk.StartAsync(DatabaseProvider.Sqlite, new()
        {
            Configuration = new Dictionary<string, string?> { ["ChatDesk:Sandbox:Enabled"] = "false" },
        });

        using var page = await desk.Http.GetAsync("/playground");
        using var phones = await desk.Http.GetAsync("/sandbox/phones");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (page.StatusCode, phones.StatusCode));
    }
}
