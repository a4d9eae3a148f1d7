using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Estates.Setup;
using ChatDesk.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;

namespace ChatDesk.Tests.BotHost.Estates;

/// <summary>A desk with the evaluation corpus's estate: 翠湖花园, 28 buildings in phases 1 and 2 and blocks A and B.</summary>
internal static class CorpusEstate
{
    public static string SetupPath => Path.Combine(AppContext.BaseDirectory, "Corpus", "setup.json");

    public static string ArticlesPath => Path.Combine(AppContext.BaseDirectory, "Corpus", "faq.csv");

    public static DeskSettings WithoutDemo { get; } = new() { Configuration = new Dictionary<string, string?> { ["ChatDesk:Sandbox:Enabled"] = "false" } };

    public static async Task<Desk> StartAsync(DatabaseProvider provider = DatabaseProvider.Sqlite)
    {
        var desk = await Desk.StartAsync(provider, WithoutDemo);
        await desk.SetUpAsync(await File.ReadAllTextAsync(SetupPath));
        return desk;
    }

    /// <returns>How many rows changed.</returns>
    public static async Task<int> SetUpAsync(this Desk desk, string json)
    {
        using MemoryStream stream = new(System.Text.Encoding.UTF8.GetBytes(json));
        var file = await SetupReader.ReadAsync(stream, default);
        var changes = await desk.InScopeAsync(services => services.GetRequiredService<ApplySetup>().RunAsync(file, default));
        await desk.Services.GetRequiredService<RevisionWatcher>().RefreshAsync(default);
        return changes;
    }
}
