namespace ChatDesk.BotHost.Imports.Tables;

/// <summary>What a spreadsheet says a cell is. CSV cells are all text.</summary>
public enum CellKind
{
    Text,

    /// <summary>The text is a plain decimal number.</summary>
    Number,

    /// <summary>A number that is shown as a date; the text is Excel's day number, counted from 1900.</summary>
    Date,

    /// <summary>#N/A, #REF!, or a formula without a result.</summary>
    Error,
}

/// <summary>One cell as it stands in the file, without the blanks around it.</summary>
public readonly record struct Cell(string Text, CellKind Kind = CellKind.Text)
{
    public static Cell Empty { get; } = new("");

    public bool IsEmpty => string.IsNullOrEmpty(Text);
}

/// <summary>A row that has anything in it.</summary>
/// <param name="Number">As the spreadsheet shows it, from 1.</param>
/// <param name="Cells">By column, from 0; missing ones at the end are empty.</param>
/// <param name="IsBanner">Only one merged area across several columns: a title or a note, no data.</param>
public sealed record TableRow(int Number, IReadOnlyList<Cell> Cells, bool IsBanner = false)
{
    public Cell this[int column] => column < Cells.Count ? Cells[column] : Cell.Empty;
}

/// <summary>The first sheet of a file.</summary>
/// <param name="Rows">Without blank ones.</param>
/// <param name="IgnoredSheets">Names of further sheets that hold something.</param>
public sealed record Table(IReadOnlyList<TableRow> Rows, IReadOnlyList<string> IgnoredSheets);
