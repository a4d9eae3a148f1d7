using ChatDesk.BotHost.Data;

namespace ChatDesk.BotHost.Estates.Setup;

/// <summary>
/// Brings the register to what a setup file says, in one transaction: adds what is new and changes what differs. What the
/// file does not list stays, because tickets refer to it.
/// </summary>
public sealed class ApplySetup(DeskDb db)
{
    /// <returns>How many rows were added, changed or removed; 0 when the register said the same before.</returns>
    /// <exception cref="FormatException">The file refers to something that is not there; nothing was changed.</exception>
    public async Task<int> RunAsync(SetupFile file, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(file);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await Revisions.LockAsync(db, Revision.Register, ct);
        var people = await StaffKeys.ReadAsync(db, file, ct);
        PlacesWriter places = new(db, people);
        var keys = await places.WriteAsync(file, ct);
        StaffWriter staff = new(db, people);
        await staff.WriteAsync(file, keys, ct);
        OwnersWriter owners = new(db);
        await owners.WriteAsync(file.Owners, keys, ct);
        var changes = places.Changes + staff.Changes + owners.Changes;
        if (changes > 0)
            await Revisions.BumpAsync(db, Revision.Register, ct);
        await transaction.CommitAsync(ct);
        return changes;
    }
}
