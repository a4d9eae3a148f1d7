using System.Net;
using ChatDesk.BotHost.Data;
using ChatDesk.Tests.Fixtures;

namespace ChatDesk.Tests.BotHost.External;

/// <summary>What both consoles do when the callback URL is entered: they ask for an echo.</summary>
[Collection(nameof(OutsideStories))]
public sealed class UrlVerificationTests(OutsideWorlds worlds)
{
    [Theory, OnEachDatabase]
    public async Task The_desk_echoes_to_whoever_knows_the_token_and_to_nobody_else(DatabaseProvider provider)
    {
        var world = await worlds.OnAsync(provider);

        Assert.Equal((HttpStatusCode.OK, "6013725410"), await world.Official.VerifyAsync("6013725410", isEncrypted: false));
        Assert.Equal((HttpStatusCode.OK, "5927782489442352469"), await world.Corp.VerifyAsync("5927782489442352469", isEncrypted: true));
        Assert.All(
            [await world.Official.VerifyAsync("1", isEncrypted: false, isForged: true), await world.Corp.VerifyAsync("1", isEncrypted: true, isForged: true)],
            refused => Assert.InRange((int)refused.Status, 400, 499));
    }
}
