using System.CommandLine;
using System.Text;
using ChatDesk.BotHost.Estates.Setup;
using ChatDesk.Knowledge.Evaluation;
using ChatDesk.Knowledge.Retrieval;
using ChatDesk.Knowledge.Understanding;

namespace ChatDesk.BotHost.Commands;

/// <summary><c>understand [--faq FILE.csv] [--setup FILE.json] [--serve-lines]</c></summary>
internal static class UnderstandCommand
{
    public static Command Create()
    {
        var faq = new Option<FileInfo>("--faq") { Description = "A knowledge base to use instead of the database's: CSV as articles import takes it." }.AcceptExistingOnly();
        var setup = new Option<FileInfo>("--setup") { Description = "The estate register that places are looked up in; without it they are taken as said." }.AcceptExistingOnly();
        Option<bool> serveLines = new("--serve-lines") { Description = "Answers each line at once instead of when the input ends." };
        Command command = new("understand", "Reads JSON lines on standard input and writes what each means, one JSON line each, in order.") { faq, setup, serveLines };
        command.SetAction((parsed, ct) => CommandRun.GuardAsync(() => RunAsync(parsed.GetValue(faq), parsed.GetValue(setup), parsed.GetValue(serveLines), ct)));
        return command;
    }

    private static async Task RunAsync(FileInfo? faq, FileInfo? setup, bool serveLines, CancellationToken ct)
    {
        var articles = faq is null ? await FromDatabaseAsync(ct) : FromFile(faq);
        UnderstandSession session = new(articles, setup is null ? null : await RegisterAsync(setup, ct));
        using StreamReader input = new(Console.OpenStandardInput(), new UTF8Encoding(false));
        await using StreamWriter output = new(Console.OpenStandardOutput(), new UTF8Encoding(false)) { AutoFlush = serveLines, NewLine = "\n" };
        for (var number = 1; await input.ReadLineAsync(ct) is { } line; number++)
        {
            if (!string.IsNullOrWhiteSpace(line))
                await output.WriteLineAsync(Answer(session, line, number));
        }
    }

    private static string Answer(UnderstandSession session, string line, int number)
    {
        try
        {
            return session.Answer(line);
        }
        catch (FormatException broken)
        {
            throw new FormatException($"line {number}: {broken.Message}");
        }
    }

    private static ArticleIndex FromFile(FileInfo file)
    {
        using StreamReader reader = new(file.FullName, new UTF8Encoding(false, throwOnInvalidBytes: true));
        return ArticleIndex.Build(ArticleCsv.Read(reader));
    }

    private static async Task<ArticleIndex> FromDatabaseAsync(CancellationToken ct)
    {
        await using var app = await CommandRun.BuildAsync(ct);
        var knowledge = app.Services.GetRequiredService<KnowledgeBase>();
        await knowledge.RefreshAsync(ct);
        return knowledge.Index;
    }

    private static async Task<PlaceRegister> RegisterAsync(FileInfo file, CancellationToken ct)
    {
        await using var stream = file.OpenRead();
        var setup = await SetupReader.ReadAsync(stream, ct);
        return new(
            setup.Estates.SelectMany(estate => estate.Buildings).Select(building => new RegisteredBuilding(building.Phase, building.Name, [.. building.Units.Select(unit => new RegisteredUnit(unit.Name, unit.Floors, [.. unit.Rooms]))])),
            setup.Estates.SelectMany(estate => estate.Areas));
    }
}
