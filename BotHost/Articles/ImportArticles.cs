using ChatDesk.BotHost.Data;
using ChatDesk.Knowledge.Retrieval;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Articles;

/// <summary>What an import did.</summary>
/// <param name="Added">Articles that were not there before.</param>
/// <param name="Changed">Articles whose text differs now; each counts one revision up.</param>
public sealed record ImportOutcome(int Added, int Changed);

/// <summary>Takes articles over from a file: replaces by id and publishes at once. What the file does not list stays.</summary>
public sealed class ImportArticles(DeskDb db, TimeProvider clock)
{
    /// <param name="reader">The CSV text.</param>
    /// <param name="approvedBy">The operator who runs the import.</param>
    /// <param name="ct">Cancels the import; nothing is changed then.</param>
    /// <exception cref="FormatException">The file is wrong; the message names row and column, and nothing was changed.</exception>
    public async Task<ImportOutcome> RunAsync(TextReader reader, string approvedBy, CancellationToken ct)
    {
        var articles = ArticleCsv.Read(reader);
        ArticleLimits.Check(articles);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await Revisions.LockAsync(db, Revision.Articles, ct);
        var rows = await db.Set<ArticleRow>().ToDictionaryAsync(row => row.Id, ct);
        ImportOutcome outcome = new(0, 0);
        foreach (var article in articles)
        {
            if (!rows.TryGetValue(article.Id, out var row))
                outcome = outcome with { Added = outcome.Added + Add(article, approvedBy) };
            else if (row.Take(article))
                outcome = outcome with { Changed = outcome.Changed + Approve(row, approvedBy) };
        }

        await db.SaveChangesAsync(ct);
        if (outcome != new ImportOutcome(0, 0))
            await Revisions.BumpAsync(db, Revision.Articles, ct);
        await transaction.CommitAsync(ct);
        return outcome;
    }

    private int Add(Article article, string approvedBy)
    {
        ArticleRow row = new()
        {
            Id = article.Id,
            Category = article.Category,
            Question = article.Question,
            Answer = article.Answer,
            Keywords = ArticleRows.Join(article.Keywords),
            Similar = ArticleRows.Join(article.Similar),
            Scope = ArticleRows.NameOf(article.Scope),
            ApprovedBy = approvedBy,
            ApprovedAt = clock.GetUtcNow(),
        };
        db.Add(row);
        return 1;
    }

    private int Approve(ArticleRow row, string approvedBy)
    {
        row.Revision++;
        row.ApprovedBy = approvedBy;
        row.ApprovedAt = clock.GetUtcNow();
        return 1;
    }
}
