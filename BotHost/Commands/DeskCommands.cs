using System.CommandLine;
using ChatDesk.BotHost.Data;

namespace ChatDesk.BotHost.Commands;

/// <summary>The program's verbs; without one it serves.</summary>
public static class DeskCommands
{
    /// <returns>0 done, 1 failed, 2 called wrongly.</returns>
    public static async Task<int> RunAsync(string[] args, Func<string[], Task<int>> serve)
    {
        ArgumentNullException.ThrowIfNull(args);
        RootCommand root = new("ChatDesk: the service desk of a property company. Without a verb it serves.")
        {
            MigrateCommand(),
            SetupCommand.Create(),
            ArticlesCommand.Create(),
            AuditCommand.Create(),
            BackupCommands.Backup(),
            BackupCommands.Restore(),
            UnderstandCommand.Create(),
            EvaluateCommand.Create(),
        };
        root.Add(ServeCommand(serve));
        var isVerb = args.Length > 0 && (root.Subcommands.Any(command => command.Name == args[0]) || args[0] is "--help" or "-h" or "-?" or "--version");
        if (!isVerb)
            return await serve(args);
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            await Console.Error.WriteLineAsync(parsed.Errors[0].Message);
            return 2;
        }

        return await parsed.InvokeAsync();
    }

    private static Command ServeCommand(Func<string[], Task<int>> serve)
    {
        Option<string?> urls = new("--urls") { Description = "Addresses to listen on, separated by semicolons." };
        Command command = new("serve", "Runs the desk.") { urls };
        command.SetAction((parsed, _) => serve(parsed.GetValue(urls) is { } value ? ["--urls", value] : []));
        return command;
    }

    private static Command MigrateCommand()
    {
        Command command = new("migrate", "Brings the database to the newest shape.");
        command.SetAction(async (_, ct) =>
        {
            await using var app = DeskHost.Build([]);
            await app.Services.GetRequiredService<DatabaseMigrator>().RunAsync(ct);
            return 0;
        });
        return command;
    }
}
