using System.Collections.Concurrent;
using ChatDesk.BotHost.Data;

namespace ChatDesk.Tests.BotHost.External;

/// <summary>One world a database for all stories: each story has people of its own in it.</summary>
public sealed class OutsideWorlds : IAsyncLifetime
{
    private readonly ConcurrentDictionary<DatabaseProvider, Lazy<Task<OutsideWorld>>> _worlds = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var world in _worlds.Values)
            await (await world.Value).DisposeAsync();
    }

    internal Task<OutsideWorld> OnAsync(DatabaseProvider provider) =>
        _worlds.GetOrAdd(provider, _ => new(() => OutsideWorld.StartAsync(provider))).Value;
}

/// <summary>The stories run one after the other: one of them holds the desk's clock.</summary>
[CollectionDefinition(nameof(OutsideStories))]
public sealed class OutsideStories : ICollectionFixture<OutsideWorlds>;
