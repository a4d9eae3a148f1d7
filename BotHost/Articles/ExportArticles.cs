using ChatDesk.BotHost.Data;
using CsvHelper;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Articles;

/// <summary>Writes the published articles as CSV, in the shape that the import reads.</summary>
public sealed class ExportArticles(DeskDb db)
{
    /// <returns>How many articles were written.</returns>
    public async Task<int> RunAsync(TextWriter writer, CancellationToken ct)
    {
        var rows = await db.Set<ArticleRow>().AsNoTracking().OrderBy(row => row.Id).ToListAsync(ct);
        await using var csv = CsvWriter.Create(writer, CsvWriterOptions.Default, leaveOpen: true);
        csv.WriteRecord("id", "category", "question", "answer", "keywords", "similar", "scope");
        foreach (var row in rows)
            csv.WriteRecord(row.Id, row.Category, row.Question, row.Answer, row.Keywords, row.Similar, row.Scope);
        return rows.Count;
    }
}
