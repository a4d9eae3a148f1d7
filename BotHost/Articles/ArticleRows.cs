using ChatDesk.Knowledge.Retrieval;

namespace ChatDesk.BotHost.Articles;

/// <summary>Between an article's row and the knowledge base's article.</summary>
internal static class ArticleRows
{
    private const char Separator = ';';

    public static Article ToArticle(this ArticleRow row) => new(row.Id, row.Revision, row.Category, row.Question, row.Answer)
    {
        Keywords = row.Keywords.Split(Separator, StringSplitOptions.RemoveEmptyEntries),
        Similar = row.Similar.Split(Separator, StringSplitOptions.RemoveEmptyEntries),
        Scope = Enum.Parse<ArticleScope>(row.Scope, ignoreCase: true),
    };

    /// <summary>Takes over what the article says.</summary>
    /// <returns>Whether anything differs.</returns>
    public static bool Take(this ArticleRow row, Article article)
    {
        var before = Content(row);
        (row.Category, row.Question, row.Answer) = (article.Category, article.Question, article.Answer);
        row.Keywords = Join(article.Keywords);
        row.Similar = Join(article.Similar);
        row.Scope = NameOf(article.Scope);
        return Content(row) != before;
    }

    public static string Join(IEnumerable<string> texts) => string.Join(Separator, texts);

    public static string NameOf(ArticleScope scope) => scope switch
    {
        ArticleScope.Public => "public",
        ArticleScope.Owners => "owners",
        _ => "staff",
    };

    private static (string, string, string, string, string, string) Content(ArticleRow row) =>
        (row.Category, row.Question, row.Answer, row.Keywords, row.Similar, row.Scope);
}
