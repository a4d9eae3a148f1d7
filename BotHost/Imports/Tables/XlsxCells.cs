using System.Globalization;
using ChatDesk.BotHost.Texts;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ChatDesk.BotHost.Imports.Tables;

/// <summary>What the cells of one workbook say: shared texts, numbers, and which numbers are shown as dates.</summary>
internal sealed class XlsxCells(WorkbookPart workbook)
{
    /// <summary>Days between the two beginnings of time that Excel knows.</summary>
    private const int DaysFrom1904 = 1462;

    private readonly List<string> _shared = ReadShared(workbook);
    private readonly HashSet<uint> _dates = ReadDateStyles(workbook);
    private readonly bool _is1904 = workbook.Workbook.WorkbookProperties?.Date1904?.Value ?? false;

    public Cell Read(DocumentFormat.OpenXml.Spreadsheet.Cell cell)
    {
        var value = cell.CellValue?.Text ?? "";
        if (cell.CellFormula is not null && value.Length == 0)
            return new("=", CellKind.Error);
        return cell.DataType?.Value switch
        {
            CellValues.SharedString => new(Shared(value)),
            CellValues.InlineString => new(CellText.Clean(cell.InlineString is { } inline ? TextOf(inline) : "")),
            CellValues.Error => new(value, CellKind.Error),
            CellValues.String or CellValues.Boolean => new(CellText.Clean(value)),
            CellValues.Date => new(CellText.Clean(value)),
            _ => Number(value, cell.StyleIndex?.Value),
        };
    }

    private Cell Number(string value, uint? style)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return new(CellText.Clean(value));
        if (style is { } index && _dates.Contains(index))
            return new((number + (_is1904 ? DaysFrom1904 : 0)).ToString(CultureInfo.InvariantCulture), CellKind.Date);
        return new(Math.Abs(number) < 1e16 ? ((decimal)number).ToString("0.##########", CultureInfo.InvariantCulture) : value, CellKind.Number);
    }

    private string Shared(string index) =>
        int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var i) && i < _shared.Count
            ? _shared[i]
            : throw new FormatException(ImportTexts.NotATable);

    private static List<string> ReadShared(WorkbookPart workbook)
    {
        List<string> texts = [];
        if (workbook.SharedStringTablePart is not { } part)
            return texts;
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.IsStartElement && reader.ElementType == typeof(SharedStringItem))
                texts.Add(CellText.Clean(TextOf((SharedStringItem)reader.LoadCurrentElement()!)));
        }

        return texts;
    }

    /// <summary>Plain or in runs of several looks; without the reading aids that stand beside them.</summary>
    private static string TextOf(OpenXmlElement item) =>
        string.Concat(item.Elements<Text>().Select(text => text.Text).Concat(item.Elements<Run>().Select(run => run.Text?.Text)));

    private static HashSet<uint> ReadDateStyles(WorkbookPart workbook)
    {
        if (workbook.WorkbookStylesPart?.Stylesheet is not { } styles)
            return [];
        var own = styles.NumberingFormats?.Elements<NumberingFormat>()
            .Where(format => format.NumberFormatId?.Value is not null && IsDate(format.FormatCode?.Value ?? ""))
            .Select(format => format.NumberFormatId!.Value).ToHashSet() ?? [];
        HashSet<uint> dates = [];
        var index = 0u;
        foreach (var format in styles.CellFormats?.Elements<CellFormat>() ?? [])
        {
            var id = format.NumberFormatId?.Value ?? 0;
            if (own.Contains(id) || id is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58))
                dates.Add(index);
            index++;
        }

        return dates;
    }

    /// <summary>Year, month or day outside of quotes and brackets.</summary>
    private static bool IsDate(string code)
    {
        var isQuoted = false;
        var isBracketed = false;
        foreach (var letter in code)
        {
            if (letter == '"')
                isQuoted = !isQuoted;
            else if (letter is '[' or ']')
                isBracketed = letter == '[';
            else if (!isQuoted && !isBracketed && letter is 'y' or 'Y' or 'd' or 'D')
                return true;
        }

        return false;
    }
}
