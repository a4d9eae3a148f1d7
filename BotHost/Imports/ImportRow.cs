using System.Globalization;
using ChatDesk.BotHost.Imports.Tables;
using ChatDesk.BotHost.Imports.Values;
using ChatDesk.BotHost.Texts;

namespace ChatDesk.BotHost.Imports;

/// <summary>Reads one row's values by column; whatever is wrong becomes an error of the plan and a null.</summary>
public sealed class ImportRow(TableRow row, ImportHeader header, ImportPlan plan)
{
    public int RowNumber => row.Number;

    /// <summary>Whether nothing was wrong so far.</summary>
    public bool IsGood { get; private set; } = true;

    public void Fail(ImportColumn? column, string reason)
    {
        IsGood = false;
        plan.Fail(RowNumber, column?.Name, reason);
    }

    /// <returns>Null where it is empty, which is an error for a required column.</returns>
    public string? Text(ImportColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        if (CellOf(column) is not { } cell)
            return null;
        if (cell.Kind == CellKind.Date || DateText.LooksLikeExcelsDoing(cell.Text))
            return Failed<string>(column, ImportTexts.BecameDate);
        return cell.Text.Length <= column.MaxLength ? cell.Text : Failed<string>(column, ImportTexts.TooLong(column.MaxLength));
    }

    /// <returns>The day number of a cell that is shown as a date; null for any other.</returns>
    public string? Day(ImportColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return header[column] is { } place && row[place] is { Kind: CellKind.Date } cell ? cell.Text : null;
    }

    /// <summary>A name of the register: in narrow letters, as short as it is.</summary>
    public string? Name(ImportColumn column) => Text(column) is { } text ? CellText.Narrow(text) : null;

    public string? Phone(ImportColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        if (CellOf(column) is not { } cell)
            return null;
        var (phone, problem) = PhoneText.Read(cell.Text);
        return phone ?? Failed<string>(column, problem!);
    }

    public DateOnly? Date(ImportColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        if (CellOf(column) is not { } cell)
            return null;
        var (date, problem) = DateText.Read(cell.Text);
        if (date is null)
            Fail(column, problem!);
        return date;
    }

    /// <summary>Hundredths of what the cell says: fen of yuan.</summary>
    public long? Hundredths(ImportColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        if (CellOf(column) is not { } cell)
            return null;
        var (hundredths, problem) = AmountText.Read(cell.Text);
        if (hundredths is null)
            Fail(column, problem!);
        return hundredths;
    }

    /// <summary>A whole number.</summary>
    public int? Number(ImportColumn column, int from, int to)
    {
        ArgumentNullException.ThrowIfNull(column);
        if (CellOf(column) is not { } cell)
            return null;
        if (int.TryParse(CellText.Narrow(cell.Text), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= from && number <= to)
            return number;
        Fail(column, ImportTexts.NotWhole(from, to));
        return null;
    }

    /// <summary>A year, also out of a whole date.</summary>
    public int? Year(ImportColumn column, int from, int to)
    {
        ArgumentNullException.ThrowIfNull(column);
        if (CellOf(column) is not { } cell)
            return null;
        var digits = CellText.Narrow(cell.Text).TrimEnd('年');
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year > to)
            year = DateText.Read(cell.Text).Date?.Year ?? 0;
        if (year >= from && year <= to)
            return year;
        Fail(column, ImportTexts.NotWhole(from, to));
        return null;
    }

    /// <summary>Null for an empty cell and for a wrong one.</summary>
    private Cell? CellOf(ImportColumn column)
    {
        var cell = header[column] is { } place ? row[place] : Cell.Empty;
        if (cell.Kind == CellKind.Error)
            Fail(column, ImportTexts.CellError);
        else if (!cell.IsEmpty)
            return cell;
        else if (column.IsRequired)
            Fail(column, ImportTexts.Empty);
        return null;
    }

    private T? Failed<T>(ImportColumn column, string reason)
        where T : class
    {
        Fail(column, reason);
        return null;
    }
}
