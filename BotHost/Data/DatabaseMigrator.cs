using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;

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
        if (!await IsCurrentAsync(db, ct))
            await db.Database.MigrateAsync(ct);
        if (db is SqliteDeskDb)
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", ct);
        IsDone = true;
    }

    /// <summary>
    /// Asked first, because migrating compares the whole model even where nothing is to be done. The history table is made before:
    /// without it Npgsql finds out by a statement that fails, which the log of a first start shows as an error.
    /// </summary>
    private static async Task<bool> IsCurrentAsync(DeskDb db, CancellationToken ct)
    {
        if (!await db.GetService<IRelationalDatabaseCreator>().ExistsAsync(ct))
            return false;
        await db.GetService<IHistoryRepository>().CreateIfNotExistsAsync(ct);
        return !(await db.Database.GetPendingMigrationsAsync(ct)).Any();
    }
}
