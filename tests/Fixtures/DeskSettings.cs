using ChatDesk.BotHost.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ChatDesk.Tests.Fixtures;

/// <summary>What a test wants different from a desk in Development with the sandbox.</summary>
public sealed record DeskSettings
{
    /// <summary>Monday, 10 o'clock in the morning on the estate's wall: within service hours.</summary>
    public static DateTimeOffset MondayMorning { get; } = new(2026, 11, 23, 10, 0, 0, TimeSpan.FromHours(8));

    /// <summary>Where the desk's clock stands at first; it moves only by <see cref="DeskClock.Advance"/>. Null: the machine's clock.</summary>
    public DateTimeOffset? StartsAt { get; init; } = MondayMorning;

    /// <summary>The host's environment. Default Development.</summary>
    public string Environment { get; init; } = Environments.Development;

    /// <summary>Configuration keys with ":".</summary>
    public IReadOnlyDictionary<string, string?> Configuration { get; init; } = new Dictionary<string, string?>();

    /// <summary>An empty desk: no sandbox platform, no demonstration estate, no account.</summary>
    public static DeskSettings Empty { get; } = new() { Configuration = new Dictionary<string, string?> { ["ChatDesk:Sandbox:Enabled"] = "false" } };

    /// <summary>Replaces services, after the desk's own registrations.</summary>
    public Action<IServiceCollection>? Services { get; init; }
}
