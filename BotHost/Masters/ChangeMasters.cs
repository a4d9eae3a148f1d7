using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Security;
using ChatDesk.BotHost.Staff;

namespace ChatDesk.BotHost.Masters;

/// <summary>One change of the register at work: what it reads and changes, and what is written down about it.</summary>
public sealed class MasterChange(DeskDb db, StaffMember by, DateTimeOffset now)
{
    public DeskDb Db => db;

    public StaffMember By => by;

    public DateTimeOffset Now => now;

    /// <summary>Set by the work when all is right: only then anything is kept.</summary>
    public bool IsKept { get; private set; }

    /// <summary>Whether places changed, which every instance holds in memory.</summary>
    public bool ChangesPlaces { get; private set; }

    /// <summary>Keeps the change, with a row that says who did what.</summary>
    public void Keep(DeskAuditAction action, string subject, int? estateId, string summary, bool changesPlaces = false)
    {
        db.Add(MasterAudit.Of(by, now, action, subject, estateId, summary));
        IsKept = true;
        ChangesPlaces |= changesPlaces;
    }
}

/// <summary>
/// Runs changes of the register one after the other, each in a transaction of its own under the register's lock: two people
/// who change the same thing, or import the same list, see each other's result.
/// </summary>
public sealed class ChangeMasters(DeskWork work, RevisionWatcher watcher, TimeProvider clock)
{
    /// <param name="by">Who changes it.</param>
    /// <param name="change">Reads, checks and changes; what it does not <see cref="MasterChange.Keep"/> is rolled back. It may run again.</param>
    /// <param name="ct">Cancels the work; nothing is changed then.</param>
    public async Task<T> RunAsync<T>(StaffMember by, Func<MasterChange, Task<T>> change, CancellationToken ct)
    {
        var (result, changesPlaces) = await work.RunAsync(services => RunAsync(services.GetRequiredService<DeskDb>(), by, change, ct), ct);
        if (changesPlaces)
            await watcher.RefreshAsync(ct);
        return result;
    }

    private async Task<(T Result, bool ChangesPlaces)> RunAsync<T>(DeskDb db, StaffMember by, Func<MasterChange, Task<T>> change, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await Revisions.LockAsync(db, Revision.Register, ct);
        MasterChange running = new(db, by, clock.GetUtcNow());
        var result = await change(running);
        if (!running.IsKept)
            return (result, false);
        await db.SaveChangesAsync(ct);
        if (running.ChangesPlaces)
            await Revisions.BumpAsync(db, Revision.Register, ct);
        await transaction.CommitAsync(ct);
        return (result, running.ChangesPlaces);
    }
}
