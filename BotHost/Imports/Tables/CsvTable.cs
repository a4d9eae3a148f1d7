using ChatDesk.BotHost.Texts;
using CsvHelper;

namespace ChatDesk.BotHost.Imports.Tables;

/// <summary>Reads CSV as Excel and other programs write it: comma, semicolon or tab, line breaks within quotes.</summary>
internal static class CsvTable
{
    /// <exception cref="FormatException">It is no table, or too large.</exception>
    public static Table Read(byte[] content)
    {
        var text = FileText.Read(content);
        using StringReader reader = new(text);
        using var csv = CsvReader.Create(reader, CsvReaderOptions.Default with
        {
            HasHeader = false,
            SkipEmptyLines = false,
            Separator = Separator(text),
            MalformedData = CsvMalformedDataHandling.Throw,
        });
        return new(Rows(csv), []);
    }

    private static List<TableRow> Rows(CsvReader csv)
    {
        List<TableRow> rows = [];
        var number = 0;
        try
        {
            while (csv.Read())
            {
                number++;
                if (Row(csv, number) is { } row)
                    rows.Add(row);
                if (rows.Count > TableReader.MaxRows)
                    throw new FormatException(ImportTexts.TooManyRows);
            }
        }
        catch (CsvFormatException malformed)
        {
            throw new FormatException(ImportTexts.BrokenQuotes(number + 1), malformed);
        }

        return rows;
    }

    /// <returns>Null for a blank row.</returns>
    private static TableRow? Row(CsvReader csv, int number)
    {
        var cells = new Cell[Math.Min(csv.FieldCount, TableReader.MaxColumns)];
        var isBlank = true;
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = new(CellText.Clean(csv.GetString(i)));
            if (cells[i].Text.Length > TableReader.MaxCellLength)
                throw new FormatException(ImportTexts.CellTooLong(number));
            isBlank &= cells[i].IsEmpty;
        }

        return isBlank ? null : new(number, cells);
    }

    /// <summary>The one that stands most often on any of the first lines; a title above the header has none or as many.</summary>
    private static char Separator(string text)
    {
        const int Lines = 10;
        char[] separators = [',', ';', '\t'];
        var best = (Separator: ',', Count: 0);
        foreach (var line in text.Split('\n', Lines + 1).Take(Lines))
        {
            foreach (var separator in separators)
            {
                var count = line.Count(letter => letter == separator);
                if (count > best.Count)
                    best = (separator, count);
            }
        }

        return best.Separator;
    }
}
