using System.Diagnostics;
using ChatDesk.BotHost.Data;
using ChatDesk.Tests.BotHost.Estates;
using ChatDesk.Tests.Fixtures;

namespace ChatDesk.Tests.BotHost.Commands;

/// <summary>The verbs of the contract as an operator runs them: a process of its own, exit code, one line on each stream.</summary>
public sealed class CommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("chatdesk-verbs-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory, OnEachDatabase]
    public async Task Setup_import_export_and_audit_work_on_an_empty_database(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        Assert.Equal((0, "1 estates, 28 buildings, 3130 rooms, 41 staff, 30 owners: 3808 changes", ""), await RunAsync(database, "setup", CorpusEstate.SetupPath));
        Assert.Equal((0, "150 articles added, 0 changed", ""), await RunAsync(database, "articles", "import", CorpusEstate.ArticlesPath));
        Assert.Equal((0, "150 articles written", ""), await RunAsync(database, "articles", "export", "out.csv"));
        Assert.Equal((0, "0 articles added, 0 changed", ""), await RunAsync(database, "articles", "import", "out.csv"));
        Assert.Equal((0, "0 tickets: every history is intact", ""), await RunAsync(database, "audit", "verify"));
    }

    [Theory, OnEachDatabase]
    public async Task A_wrong_file_ends_with_1_and_one_line_that_names_the_place(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "bad.json"), SmallSetup.With("teams/0/lead", "\"nobody\""));
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "bad.csv"), "id,category,question,answer,keywords\nS1,a,,答,\n");

        Assert.Equal((1, "", "teams[0].lead: nobody on the staff is \"nobody\""), await RunAsync(database, "setup", "bad.json"));
        Assert.Equal((1, "", "row 2, question: is empty"), await RunAsync(database, "articles", "import", "bad.csv"));
    }

    [Theory]
    [InlineData("setup")]
    [InlineData("setup", "no-such-file.json")]
    [InlineData("articles", "import")]
    [InlineData("audit", "guess")]
    public async Task A_wrong_call_ends_with_2(params string[] arguments)
    {
        var (code, output, error) = await RunAsync(null, arguments);

        Assert.Equal((2, ""), (code, output));
        Assert.Single(error.Split('\n'));
        Assert.NotEmpty(error);
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(TestDatabase? database, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", [typeof(Program).Assembly.Location, .. arguments])
        {
            WorkingDirectory = _folder.FullName, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        if (database is not null)
        {
            start.Environment["ChatDesk__Database__Provider"] = database.Provider.ToString();
            start.Environment["ChatDesk__Database__ConnectionString"] = database.ConnectionString;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, (await output).Trim(), (await error).Trim());
    }
}
