using ChatDesk.BotHost.Imports.Tables;
using ChatDesk.BotHost.Texts;

namespace ChatDesk.BotHost.Imports;

/// <summary>Which column of the file holds what.</summary>
public sealed class ImportHeader
{
    private const int SearchedRows = 10;

    private readonly Dictionary<ImportColumn, int> _places = [];

    private ImportHeader(int row) => Row = row;

    /// <summary>The header's row number; data begins below.</summary>
    public int Row { get; }

    /// <summary>The file's column; null where it has none.</summary>
    public int? this[ImportColumn column] => _places.TryGetValue(column, out var place) ? place : null;

    /// <summary>Finds the header within the first rows: titles and notes may stand above it.</summary>
    /// <returns>Null where nothing looks like one; what is missing was added to the plan's errors.</returns>
    public static ImportHeader? Find(Table table, IReadOnlyList<ImportColumn> columns, ImportPlan plan)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(plan);
        var (row, known) = table.Rows.Take(SearchedRows)
            .Select(candidate => (candidate, Known: columns.Count(column => candidate.Cells.Any(cell => Fits(column, cell.Text)))))
            .MaxBy(candidate => candidate.Known);
        if (known == 0)
        {
            plan.Fail(table.Rows[0].Number, null, ImportTexts.NoHeader);
            return null;
        }

        ImportHeader header = new(row.Number);
        foreach (var column in columns)
            header.Place(column, row, plan);
        header.Complain(row, columns, plan);
        return plan.Errors.Count == 0 ? header : null;
    }

    private void Place(ImportColumn column, TableRow row, ImportPlan plan)
    {
        var fitting = Indexes(row).Where(i => Fits(column, row[i].Text)).ToList();
        var exact = fitting.Where(i => Key(row[i].Text) == Key(column.Name)).ToList();
        if (exact.Count == 1)
            _places[column] = exact[0];
        else if (fitting.Count == 1)
            _places[column] = fitting[0];
        else if (fitting.Count > 1)
            plan.Fail(row.Number, column.Name, ImportTexts.ColumnTwice(column.Name, fitting.Select(i => row[i].Text)));
    }

    /// <summary>Names what is missing and what is not used, each with what may have been meant.</summary>
    private void Complain(TableRow row, IReadOnlyList<ImportColumn> columns, ImportPlan plan)
    {
        var absent = columns.Where(column => !_places.ContainsKey(column)).ToList();
        var unused = Indexes(row).Where(i => !row[i].IsEmpty && !_places.ContainsValue(i)).Select(i => row[i].Text).ToList();
        foreach (var column in absent.Where(column => column.IsRequired))
        {
            var meant = unused.Find(title => Nearest.To(Key(title), Names(column)) is not null);
            plan.Fail(row.Number, column.Name, ImportTexts.ColumnMissing(column.Name, meant, row.Number));
        }

        if (unused.Count == 0)
            return;
        plan.Notices.Add(ImportTexts.ColumnsUnused(unused.Select(title =>
            ImportTexts.ColumnUnused(title, absent.Find(column => Nearest.To(Key(title), Names(column)) is not null)?.Name))));
    }

    private static IEnumerable<int> Indexes(TableRow row) => Enumerable.Range(0, row.Cells.Count);

    private static bool Fits(ImportColumn column, string title) => Names(column).Contains(Key(title));

    private static IEnumerable<string> Names(ImportColumn column) => column.Aliases.Prepend(column.Name).Select(Key);

    /// <summary>A title without blanks, stars and what stands in brackets: "手机号 *（必填）" is 手机号.</summary>
    private static string Key(string title)
    {
        var narrow = CellText.Narrow(title);
        var bracket = narrow.IndexOf('(', StringComparison.Ordinal);
        return string.Concat((bracket > 0 ? narrow[..bracket] : narrow).Where(letter => letter is not (' ' or '*' or ':'))).ToUpperInvariant();
    }
}
