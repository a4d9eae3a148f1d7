using System.CommandLine;
using System.Text;
using ChatDesk.BotHost.Articles;

namespace ChatDesk.BotHost.Commands;

/// <summary><c>articles import|export FILE.csv</c></summary>
internal static class ArticlesCommand
{
    public static Command Create() => new("articles", "Takes the knowledge base's articles from a CSV file, or writes them to one.") { Import(), Export() };

    private static Command Import()
    {
        var file = new Argument<FileInfo>("FILE.csv") { Description = "Columns id, category, question, answer, keywords, and optionally similar and scope; UTF-8." }.AcceptExistingOnly();
        Command command = new("import", "Replaces articles by id and publishes them at once, approved by you.") { file };
        command.SetAction((parsed, ct) => CommandRun.RunAsync(services => ImportAsync(services, parsed.GetRequiredValue(file), ct), ct));
        return command;
    }

    private static Command Export()
    {
        Argument<FileInfo> file = new("FILE.csv") { Description = "Where to write; an existing file is replaced." };
        Option<bool> excel = new("--excel") { Description = "Starts the file with a byte order mark, which Excel needs to read Chinese." };
        Command command = new("export", "Writes all articles, in the shape that import reads.") { file, excel };
        command.SetAction((parsed, ct) =>
            CommandRun.RunAsync(services => ExportAsync(services, parsed.GetRequiredValue(file), parsed.GetValue(excel), ct), ct));
        return command;
    }

    private static async Task<string> ImportAsync(IServiceProvider services, FileInfo file, CancellationToken ct)
    {
        using StreamReader reader = new(file.FullName, new UTF8Encoding(false, throwOnInvalidBytes: true));
        var (added, changed) = await services.GetRequiredService<ImportArticles>().RunAsync(reader, $"operator:{Environment.UserName}", ct);
        return $"{added} articles added, {changed} changed";
    }

    private static async Task<string> ExportAsync(IServiceProvider services, FileInfo file, bool excel, CancellationToken ct)
    {
        await using StreamWriter writer = new(file.FullName, append: false, new UTF8Encoding(excel));
        return $"{await services.GetRequiredService<ExportArticles>().RunAsync(writer, ct)} articles written";
    }
}
