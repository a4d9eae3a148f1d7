using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Data;

/// <summary>Counts changes of what instances hold in memory. Both calls belong inside a transaction of the context.</summary>
public static class Revisions
{
    /// <summary>Lets nobody else change it before this transaction ends.</summary>
    public static async Task LockAsync(DeskDb db, string name, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (await Of(db, name).ExecuteUpdateAsync(set => set.SetProperty(revision => revision.Number, revision => revision.Number), ct) > 0)
            return;
        db.Add(new Revision { Name = name });
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Tells all instances, once this transaction is committed, to read again.</summary>
    public static Task BumpAsync(DeskDb db, string name, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        return Of(db, name).ExecuteUpdateAsync(set => set.SetProperty(revision => revision.Number, revision => revision.Number + 1), ct);
    }

    private static IQueryable<Revision> Of(DeskDb db, string name) => db.Set<Revision>().Where(revision => revision.Name == name);
}
