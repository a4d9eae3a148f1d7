using ChatDesk.BotHost.Masters;
using ChatDesk.BotHost.Security;
using ChatDesk.BotHost.Staff;
using ChatDesk.BotHost.Texts;
using CsvHelper;

namespace ChatDesk.BotHost.Imports;

/// <summary>Writes a list as CSV for Excel: with a byte order mark, and with nothing in it that Excel would compute.</summary>
public static class ExportList
{
    private static readonly CsvWriterOptions ForExcel = CsvWriterOptions.Default with
    {
        Injection = CsvInjection.Escape,
        WriteByteOrderMark = true,
        NewLine = "\r\n",
    };

    /// <returns>The file; that it left the desk was written down.</returns>
    public static Task<byte[]> RunAsync(IImporter list, ChangeMasters masters, StaffMember by, IReadOnlyCollection<int> estateIds, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(masters);
        return masters.RunAsync(
            by,
            async change =>
            {
                var rows = await list.ExportAsync(change.Db, estateIds, ct);
                change.Keep(DeskAuditAction.Exported, $"export:{list.Kind}", estateIds.Count == 1 ? estateIds.First() : null, ImportTexts.Exported(list.Kind, rows.Count));
                return Write(list.Columns, rows);
            },
            ct);
    }

    private static byte[] Write(IReadOnlyList<ImportColumn> columns, IReadOnlyList<string[]> rows)
    {
        using MemoryStream stream = new();
        using (var csv = CsvWriter.Create(stream, ForExcel, leaveOpen: true))
        {
            csv.WriteRecord([.. columns.Select(column => column.Name)]);
            foreach (var row in rows)
                csv.WriteRecord(row);
        }

        return stream.ToArray();
    }
}
