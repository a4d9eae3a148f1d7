using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Imports.Tables;
using ChatDesk.BotHost.Masters;
using ChatDesk.BotHost.Security;
using ChatDesk.BotHost.Staff;
using ChatDesk.BotHost.Texts;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Imports;

/// <summary>What came of a confirmation.</summary>
public enum ImportResult
{
    /// <summary>Everything was taken over, now or by an earlier press of the same button.</summary>
    Applied,

    /// <summary>The file has errors; nothing was changed.</summary>
    Refused,

    /// <summary>The register is not what the preview was made of; nothing was changed.</summary>
    Outdated,

    /// <summary>There is no such file for this person, or it is no longer kept.</summary>
    NotFound,
}

/// <summary>Takes files over: kept at upload, compared for the preview, applied as a whole once confirmed.</summary>
public sealed class RunImport(IEnumerable<IImporter> importers, ChangeMasters masters, DeskDb db, Policies policies, TimeProvider clock)
{
    private static readonly TimeSpan ContentLife = TimeSpan.FromDays(1);

    /// <summary>The lists that a member may import.</summary>
    public IEnumerable<IImporter> For(StaffMember by) => importers.Where(importer => policies.MayEdit(by, importer.Part));

    /// <returns>Null where there is no such list for the member.</returns>
    public IImporter? Find(ImportKind? kind, StaffMember by) => For(by).FirstOrDefault(importer => importer.Kind == kind);

    /// <summary>Keeps a file for its preview.</summary>
    /// <exception cref="FormatException">It is no table; the message is for the person who sent it.</exception>
    public async Task<Guid> KeepAsync(ImportFile file, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(file);
        TableReader.Read(file.Content!);
        var old = clock.GetUtcNow() - ContentLife;
        await db.WriteAsync(
            () => db.Set<ImportFile>().Where(kept => kept.UploadedAt < old && kept.Content != null)
                .ExecuteUpdateAsync(set => set.SetProperty(kept => kept.Content, (byte[]?)null), ct),
            ct);
        db.Add(file);
        await db.SaveChangesAsync(ct);
        return file.Id;
    }

    /// <returns>Null where the member uploaded no such file.</returns>
    public Task<ImportFile?> FindAsync(Guid id, StaffMember by, CancellationToken ct) =>
        db.Set<ImportFile>().AsNoTracking().SingleOrDefaultAsync(file => file.Id == id && file.UploadedBy == by.WeComUserId, ct);

    /// <summary>What confirming would do now.</summary>
    public Task<ImportPlan> PreviewAsync(ImportFile file, StaffMember by, CancellationToken ct) => PlanAsync(db, file, by, clock.GetUtcNow(), ct);

    /// <param name="id">The file.</param>
    /// <param name="by">Who uploaded it.</param>
    /// <param name="seen">The digest of the preview that is confirmed.</param>
    /// <param name="ct">Cancels the import; nothing is changed then.</param>
    public Task<ImportResult> ApplyAsync(Guid id, StaffMember by, string? seen, CancellationToken ct) =>
        masters.RunAsync(by, change => ApplyAsync(change, id, seen, ct), ct);

    private async Task<ImportResult> ApplyAsync(MasterChange change, Guid id, string? seen, CancellationToken ct)
    {
        var file = await change.Db.Set<ImportFile>().SingleOrDefaultAsync(kept => kept.Id == id && kept.UploadedBy == change.By.WeComUserId, ct);
        if (file is null)
            return ImportResult.NotFound;
        if (file.AppliedAt is not null)
            return ImportResult.Applied;
        if (file.Content is null || Find(file.Kind, change.By) is null)
            return ImportResult.NotFound;
        var plan = await PlanAsync(change.Db, file, change.By, change.Now, ct);
        if (plan.Errors.Count > 0)
            return ImportResult.Refused;
        if (plan.Digest() != seen)
            return ImportResult.Outdated;
        await WriteAsync(change, plan, ct);
        Finish(change, file, plan);
        return ImportResult.Applied;
    }

    private static async Task WriteAsync(MasterChange change, ImportPlan plan, CancellationToken ct)
    {
        if (plan.Places is not null)
            await plan.Places.SaveAsync(ct);
        plan.Effects.ForEach(effect => effect());
        await change.Db.SaveChangesAsync(ct);
        change.Db.AddRange(plan.Audits.Select(audit => audit()));
    }

    private static void Finish(MasterChange change, ImportFile file, ImportPlan plan)
    {
        (file.AppliedAt, file.Content) = (change.Now, null);
        (file.Added, file.Changed, file.Unchanged) = (plan.Added, plan.Changed, plan.Unchanged);
        var changesPlaces = plan.NewPlaces != default || file.Kind is ImportKind.Rooms or ImportKind.Devices;
        change.Keep(
            DeskAuditAction.Imported,
            MasterAudit.Import(file.Id),
            file.EstateId,
            ImportTexts.Imported(file.FileName, plan.Added, plan.Changed, plan.Unchanged),
            changesPlaces);
    }

    private async Task<ImportPlan> PlanAsync(DeskDb context, ImportFile file, StaffMember by, DateTimeOffset now, CancellationToken ct)
    {
        var importer = importers.Single(candidate => candidate.Kind == file.Kind);
        var adds = file.AddsPlaces && policies.MayEdit(by, RegisterPart.Places);
        return await importer.PlanAsync(TableReader.Read(file.Content!), new(context, by, file.EstateId, adds, now), ct);
    }
}
