using ChatDesk.BotHost.Data;
using ChatDesk.Tests.BotHost.Estates;
using ChatDesk.Tests.Fixtures;

namespace ChatDesk.Tests.BotHost.Commands;

/// <summary>The verbs of the contract as an operator runs them: a process of its own, exit code, one line on each stream.</summary>
public sealed class CommandTests
{
    private static readonly Dictionary<string, string?> _asOneTriesIt = new() { ["ASPNETCORE_ENVIRONMENT"] = "Development", ["Logging:LogLevel:Default"] = null };

    [Theory, OnEachDatabase]
    public async Task Setup_import_export_and_audit_work_on_an_empty_database(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using DeskProcess desk = new(_asOneTriesIt, database);
        Assert.Equal((0, "1 estates, 28 buildings, 3130 rooms, 41 staff, 30 owners: 3808 changes", ""), await desk.TryAsync("setup", CorpusEstate.SetupPath));
        Assert.Equal((0, "150 articles added, 0 changed", ""), await desk.TryAsync("articles", "import", CorpusEstate.ArticlesPath));
        Assert.Equal((0, "150 articles written", ""), await desk.TryAsync("articles", "export", "out.csv"));
        Assert.Equal((0, "0 articles added, 0 changed", ""), await desk.TryAsync("articles", "import", "out.csv"));
        Assert.Equal((0, "0 tickets: every history is intact", ""), await desk.TryAsync("audit", "verify"));
    }

    [Theory, OnEachDatabase]
    public async Task A_wrong_file_ends_with_1_and_one_line_that_names_the_place(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using DeskProcess desk = new(_asOneTriesIt, database);
        desk.Write("bad.json", SmallSetup.With("teams/0/lead", "\"nobody\""));
        desk.Write("bad.csv", "id,category,question,answer,keywords\nS1,a,,答,\n");

        Assert.Equal((1, "", "teams[0].lead: nobody on the staff is \"nobody\""), await desk.TryAsync("setup", "bad.json"));
        Assert.Equal((1, "", "row 2, question: is empty"), await desk.TryAsync("articles", "import", "bad.csv"));
    }

    [Theory]
    [InlineData("setup")]
    [InlineData("setup", "no-such-file.json")]
    [InlineData("articles", "import")]
    [InlineData("audit", "guess")]
    public async Task A_wrong_call_ends_with_2(params string[] arguments)
    {
        await using DeskProcess desk = new(_asOneTriesIt);

        var (code, output, error) = await desk.TryAsync(arguments);

        Assert.Equal((2, ""), (code, output));
        Assert.Single(error.Split('\n'));
        Assert.NotEmpty(error);
    }
}
