using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Imports.Tables;
using ChatDesk.BotHost.Security;
using ChatDesk.BotHost.Staff;

namespace ChatDesk.BotHost.Imports;

/// <summary>Whose file it is and what they chose for it.</summary>
/// <param name="Db">Read for the plan; the plan's effects change what it tracks.</param>
/// <param name="By">Sees and changes only the estates that they work for.</param>
/// <param name="EstateId">The estate of rows that name none.</param>
/// <param name="AddsPlaces">Whether homes that the register lacks are added.</param>
/// <param name="Now">The desk's clock.</param>
public sealed record ImportContext(DeskDb Db, StaffMember By, int? EstateId, bool AddsPlaces, DateTimeOffset Now);

/// <summary>One list that can be imported.</summary>
public interface IImporter
{
    ImportKind Kind { get; }

    /// <summary>Whose right to change it is needed.</summary>
    RegisterPart Part { get; }

    /// <summary>In the template's order.</summary>
    IReadOnlyList<ImportColumn> Columns { get; }

    /// <summary>Compares the file with the register; changes nothing.</summary>
    Task<ImportPlan> PlanAsync(Table table, ImportContext context, CancellationToken ct);

    /// <summary>The list as it is now, in the template's columns, for an export that can be imported again.</summary>
    /// <param name="db">The register.</param>
    /// <param name="estateIds">The estates to export.</param>
    /// <param name="ct">Cancels the reading.</param>
    Task<IReadOnlyList<string[]>> ExportAsync(DeskDb db, IReadOnlyCollection<int> estateIds, CancellationToken ct);
}
