using System.Globalization;
using System.Xml;
using ChatDesk.BotHost.Texts;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ChatDesk.BotHost.Imports.Tables;

/// <summary>Reads the first visible sheet of an Excel workbook.</summary>
internal static class XlsxTable
{
    /// <exception cref="FormatException">It is no workbook, or too large.</exception>
    public static Table Read(byte[] content)
    {
        ZipGuard.Check(content);
        try
        {
            using MemoryStream stream = new(content, writable: false);
            using var workbook = SpreadsheetDocument.Open(stream, isEditable: false);
            return Read(workbook.WorkbookPart ?? throw new FormatException(ImportTexts.NotATable));
        }
        catch (Exception exception) when (exception is OpenXmlPackageException or FileFormatException or XmlException or InvalidDataException
            or KeyNotFoundException or ArgumentException or InvalidOperationException or InvalidCastException)
        {
            throw new FormatException(ImportTexts.NotATable, exception);
        }
    }

    private static Table Read(WorkbookPart workbook)
    {
        var sheets = workbook.Workbook.Sheets?.Elements<Sheet>().Where(sheet => sheet.State?.Value is null or SheetStateValues.Visible).ToList() ?? [];
        if (sheets.Count == 0 || Part(workbook, sheets[0]) is not { } first)
            throw new FormatException(ImportTexts.NotATable);
        XlsxCells cells = new(workbook);
        var rows = Rows(first, cells);
        var others = sheets.Skip(1).Where(sheet => Part(workbook, sheet) is { } part && HasCells(part));
        return new(rows, [.. others.Select(sheet => sheet.Name?.Value ?? "")]);
    }

    private static WorksheetPart? Part(WorkbookPart workbook, Sheet sheet) =>
        sheet.Id?.Value is { } id && workbook.TryGetPartById(id, out var part) ? part as WorksheetPart : null;

    private static bool HasCells(WorksheetPart sheet)
    {
        using var reader = OpenXmlReader.Create(sheet);
        while (reader.Read())
        {
            if (reader.ElementType == typeof(CellValue) || reader.ElementType == typeof(InlineString))
                return true;
        }

        return false;
    }

    private static List<TableRow> Rows(WorksheetPart sheet, XlsxCells cells)
    {
        SortedDictionary<int, Cell[]> rows = [];
        MergedAreas merged = new();
        using var reader = OpenXmlReader.Create(sheet);
        var number = 0;
        while (reader.Read())
        {
            if (!reader.IsStartElement)
                continue;
            if (reader.ElementType == typeof(Row))
            {
                number = RowNumber(reader, number);
                if (ReadRow((Row)reader.LoadCurrentElement()!, number, cells) is { } row)
                    rows[number] = row;
                if (rows.Count > TableReader.MaxRows)
                    throw new FormatException(ImportTexts.TooManyRows);
            }
            else if (reader.ElementType == typeof(MergeCell))
            {
                merged.Add(((MergeCell)reader.LoadCurrentElement()!).Reference?.Value);
            }
        }

        return merged.Spread(rows);
    }

    private static int RowNumber(OpenXmlReader reader, int before)
    {
        var given = reader.Attributes.FirstOrDefault(attribute => attribute.LocalName == "r").Value;
        return int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : before + 1;
    }

    /// <returns>Null for a blank row.</returns>
    private static Cell[]? ReadRow(Row row, int number, XlsxCells cells)
    {
        List<Cell> read = [];
        foreach (var cell in row.Elements<DocumentFormat.OpenXml.Spreadsheet.Cell>())
        {
            var column = CellReference.Column(cell.CellReference?.Value) ?? read.Count;
            if (column >= TableReader.MaxColumns)
                continue;
            while (read.Count <= column)
                read.Add(Cell.Empty);
            read[column] = cells.Read(cell);
            if (read[column].Text.Length > TableReader.MaxCellLength)
                throw new FormatException(ImportTexts.CellTooLong(number));
        }

        return read.TrueForAll(cell => cell.IsEmpty) ? null : [.. read];
    }
}
