namespace ChatDesk.Tests.Channels.Protocol;

/// <summary>A test of the callbacks on a host of its own.</summary>
public abstract class CallbackTest : IAsyncLifetime
{
    private protected CallbackHost Host { get; private set; } = null!;

    public async Task InitializeAsync() => Host = await CallbackHost.StartAsync();

    public async Task DisposeAsync() => await Host.DisposeAsync();
}
