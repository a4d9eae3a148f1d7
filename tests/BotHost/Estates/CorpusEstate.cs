using ChatDesk.BotHost.Data;
using ChatDesk.Tests.Fixtures;

namespace ChatDesk.Tests.BotHost.Estates;

/// <summary>A desk with the evaluation corpus's estate: 翠湖花园, 28 buildings in phases 1 and 2 and blocks A and B.</summary>
internal static class CorpusEstate
{
    public static string SetupPath => Path.Combine(AppContext.BaseDirectory, "Corpus", "setup.json");

    public static string ArticlesPath => Path.Combine(AppContext.BaseDirectory, "Corpus", "faq.csv");

    public static DeskSettings WithoutDemo { get; } = new() { Configuration = new Dictionary<string, string?> { ["ChatDesk:Sandbox:Enabled"] = "false" } };

    public static async Task<Desk> StartAsync(DatabaseProvider provider)
    {
        var desk = await Desk.StartAsync(provider, WithoutDemo);
        await desk.SetUpAsync(await File.ReadAllTextAsync(SetupPath));
        return desk;
    }
}
