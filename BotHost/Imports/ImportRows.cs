using ChatDesk.BotHost.Imports.Tables;
using ChatDesk.BotHost.Texts;

namespace ChatDesk.BotHost.Imports;

/// <summary>The data rows of a file, below its header, without titles and the template's example.</summary>
internal static class ImportRows
{
    /// <returns>None after an error that concerns the whole file.</returns>
    public static IReadOnlyList<ImportRow> Of(Table table, IReadOnlyList<ImportColumn> columns, ImportPlan plan)
    {
        if (table.IgnoredSheets.Count > 0)
            plan.Notices.Add(ImportTexts.SheetsIgnored(table.IgnoredSheets));
        if (ImportHeader.Find(table, columns, plan) is not { } header)
            return [];
        List<ImportRow> rows = [];
        foreach (var row in table.Rows.Where(row => row.Number > header.Row && !row.IsBanner))
        {
            if (IsExample(row, header, columns))
                plan.Notices.Add(ImportTexts.ExampleSkipped(row.Number));
            else
                rows.Add(new(row, header, plan));
        }

        if (rows.Count == 0)
            plan.Fail(header.Row, null, ImportTexts.NoRows);
        return rows;
    }

    private static bool IsExample(TableRow row, ImportHeader header, IReadOnlyList<ImportColumn> columns) =>
        columns.All(column => (header[column] is { } place ? row[place].Text : "") == column.Example);
}
