using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ChatDesk.BotHost.Imports;

/// <summary>Writes the template of a list: its header and an example, every cell as text, so that Excel leaves phones and homes alone.</summary>
public static class ImportTemplate
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Excel's number format "@".</summary>
    private const uint AsText = 49;

    private const uint TextStyle = 1;
    private const uint HeaderStyle = 2;
    private const double ColumnWidth = 16;

    public static byte[] Write(string sheetName, IReadOnlyList<ImportColumn> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        using MemoryStream stream = new();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            var sheet = workbook.AddNewPart<WorksheetPart>();
            sheet.Worksheet = new(
                new Columns(new Column { Min = 1, Max = (uint)columns.Count, Width = ColumnWidth, CustomWidth = true, Style = TextStyle }),
                new SheetData(
                    Row(1, HeaderStyle, columns.Select(column => column.IsRequired ? column.Name + " *" : column.Name)),
                    Row(2, TextStyle, columns.Select(column => column.Example))));
            workbook.Workbook = new(new Sheets(new Sheet { Id = workbook.GetIdOfPart(sheet), SheetId = 1, Name = sheetName }));
        }

        return stream.ToArray();
    }

    private static Row Row(uint number, uint style, IEnumerable<string> texts) => new(texts.Select((text, column) => new Cell
    {
        CellReference = $"{(char)('A' + column)}{number}",
        StyleIndex = style,
        DataType = CellValues.InlineString,
        InlineString = new(new Text(text)),
    }))
    {
        RowIndex = number,
    };

    private static Stylesheet Styles() => new(
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(),
            new CellFormat { NumberFormatId = AsText, ApplyNumberFormat = true },
            new CellFormat { NumberFormatId = AsText, ApplyNumberFormat = true, FontId = 1, ApplyFont = true }));
}
