using ChatDesk.BotHost.Data;
using ChatDesk.Knowledge.Retrieval;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Articles;

/// <summary>Gives the knowledge base the published articles of the database.</summary>
public sealed class ArticleSource(IServiceScopeFactory scopes) : IArticleSource
{
    public async ValueTask<IReadOnlyList<Article>> ReadAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var rows = scope.ServiceProvider.GetRequiredService<DeskDb>().Set<ArticleRow>().AsNoTracking().OrderBy(row => row.Id);
        return (await rows.ToListAsync(ct)).ConvertAll(row => row.ToArticle());
    }
}

/// <summary>Puts a new index into use within a second of a change of the articles, on any instance.</summary>
internal sealed class KnowledgeRefresh(KnowledgeBase knowledge) : IRefreshed
{
    public string Revision => Data.Revision.Articles;

    public Task RefreshAsync(DeskDb db, CancellationToken ct) => knowledge.RefreshAsync(ct);
}
