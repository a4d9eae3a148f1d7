namespace ChatDesk.Tests.Channels.Protocol;

/// <summary>A test of a client against a platform of its own.</summary>
public abstract class PlatformTest : IAsyncLifetime
{
    private protected FakePlatform Platform { get; private set; } = null!;

    private protected Clients Clients { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Platform = await FakePlatform.StartAsync();
        Clients = new Clients(Platform.Url);
    }

    public async Task DisposeAsync()
    {
        await Clients.DisposeAsync();
        await Platform.DisposeAsync();
    }
}
