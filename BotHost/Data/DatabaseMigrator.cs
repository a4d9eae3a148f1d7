using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Data;

/// <summary>Brings the database to the newest shape.</summary>
public sealed class DatabaseMigrator(IServiceScopeFactory scopes)
{
    /// <summary>Whether the last migration ran in this process.</summary>
    public bool IsDone { get; private set; }

    public async Task RunAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DeskDb>();
        await db.Database.MigrateAsync(ct);
        if (db is SqliteDeskDb)
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", ct);
        IsDone = true;
    }
}
