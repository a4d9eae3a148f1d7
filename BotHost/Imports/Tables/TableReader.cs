using ChatDesk.BotHost.Texts;

namespace ChatDesk.BotHost.Imports.Tables;

/// <summary>Reads a file that somebody uploaded as a table, by what it is and not by what it is called.</summary>
public static class TableReader
{
    /// <summary>A list of a hundred thousand homes takes a tenth of it.</summary>
    public const int MaxBytes = 20_000_000;

    public const int MaxRows = 200_000;
    public const int MaxColumns = 100;
    public const int MaxCellLength = 2000;

    private static readonly byte[] OldExcel = [0xD0, 0xCF, 0x11, 0xE0];

    /// <exception cref="FormatException">It is no table, or too large; the message says so to the person who sent it.</exception>
    public static Table Read(byte[] content)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (content.Length == 0)
            throw new FormatException(ImportTexts.EmptyFile);
        if (content.Length > MaxBytes)
            throw new FormatException(ImportTexts.TooLarge);
        if (content.AsSpan().StartsWith(OldExcel))
            throw new FormatException(ImportTexts.OldExcel);
        var table = content.AsSpan().StartsWith("PK"u8) ? XlsxTable.Read(content) : CsvTable.Read(content);
        return table.Rows.Count == 0 ? throw new FormatException(ImportTexts.EmptyFile) : table;
    }
}
