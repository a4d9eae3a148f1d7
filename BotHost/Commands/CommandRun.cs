using System.Data.Common;
using ChatDesk.BotHost.Data;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Commands;

/// <summary>Runs a verb on the desk's services: migrated first, outcome on standard output, what went wrong in one line on standard error.</summary>
internal static class CommandRun
{
    private const int Done = 0;
    private const int Failed = 1;

    /// <param name="work">Returns the line to print.</param>
    /// <param name="ct">Cancels the work.</param>
    public static Task<int> RunAsync(Func<IServiceProvider, Task<string>> work, CancellationToken ct) => GuardAsync(async () =>
    {
        await using var app = await BuildAsync(ct);
        await using var scope = app.Services.CreateAsyncScope();
        await Console.Out.WriteLineAsync(await work(scope.ServiceProvider));
    });

    /// <summary>The desk's services on a migrated database, not serving.</summary>
    public static async Task<WebApplication> BuildAsync(CancellationToken ct)
    {
        var app = DeskHost.Build([]);
        await app.Services.GetRequiredService<DatabaseMigrator>().RunAsync(ct);
        return app;
    }

    /// <summary>Runs a verb that needs no services.</summary>
    public static async Task<int> GuardAsync(Func<Task> work)
    {
        try
        {
            await work();
            return Done;
        }
        catch (Exception exception) when (exception is FormatException or IOException or UnauthorizedAccessException or DbException or DbUpdateException or InvalidOperationException or InvalidDataException)
        {
            await Console.Error.WriteLineAsync(exception.GetBaseException().Message.ReplaceLineEndings(" "));
            return Failed;
        }
    }
}
