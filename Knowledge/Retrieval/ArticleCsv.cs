using CsvHelper;

namespace ChatDesk.Knowledge.Retrieval;

/// <summary>Reads articles from CSV: columns id, category, question, answer, keywords, and optionally similar and scope; lists within a column are separated by ";".</summary>
public static class ArticleCsv
{
    private static readonly string[] Needed = ["id", "category", "question", "answer", "keywords"];

    /// <exception cref="FormatException">A column or a value is missing or wrong; the message names row and column. Rows count from 1, the header's.</exception>
    public static IReadOnlyList<Article> Read(TextReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        try
        {
            return ReadRows(reader);
        }
        catch (CsvFormatException malformed)
        {
            throw new FormatException($"row {malformed.LineNumber}: is not CSV", malformed);
        }
    }

    private static List<Article> ReadRows(TextReader reader)
    {
        using var csv = CsvReader.Create(reader, CsvReaderOptions.Default with { HasHeader = false }, leaveOpen: true);
        if (!csv.Read())
            throw new FormatException("row 1: the file is empty");
        var columns = Columns(csv);
        List<Article> articles = [];
        HashSet<string> ids = new(StringComparer.Ordinal);
        for (var row = 2; csv.Read(); row++)
        {
            var article = ReadRow(new(csv, columns, row));
            if (!ids.Add(article.Id))
                throw new FormatException($"row {row}, id: {article.Id} stands twice");
            articles.Add(article);
        }

        return articles;
    }

    private static Dictionary<string, int> Columns(CsvReader csv)
    {
        Dictionary<string, int> columns = new(StringComparer.Ordinal);
        for (var i = 0; i < csv.FieldCount; i++)
            columns.TryAdd(csv.GetString(i).Trim('\ufeff', ' ').ToLowerInvariant(), i);
        return Needed.FirstOrDefault(name => !columns.ContainsKey(name)) is { } missing
            ? throw new FormatException($"row 1: the column {missing} is missing")
            : columns;
    }

    private static Article ReadRow(Row row) =>
        new(row.Required("id"), 1, row["category"], row.Required("question"), row.Required("answer"))
        {
            Keywords = List(row["keywords"]),
            Similar = List(row["similar"]),
            Scope = ScopeOf(row),
        };

    private static string[] List(string value) => value.Split([';', '；', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static ArticleScope ScopeOf(Row row)
    {
        var value = row["scope"];
        if (value.Length == 0)
            return ArticleScope.Public;
        return Enum.TryParse<ArticleScope>(value, ignoreCase: true, out var scope) && Enum.IsDefined(scope)
            ? scope
            : throw new FormatException($"row {row.Number}, scope: {value} is none of public, owners, staff");
    }

    private sealed record Row(CsvReader Csv, Dictionary<string, int> Columns, int Number)
    {
        public string this[string column] => Columns.TryGetValue(column, out var index) && index < Csv.FieldCount ? Csv.GetString(index).Trim() : "";

        public string Required(string column) =>
            this[column] is { Length: > 0 } value ? value : throw new FormatException($"row {Number}, {column}: is empty");
    }
}
