using System.ComponentModel.DataAnnotations;
using System.Reflection;
using ChatDesk.Knowledge.Retrieval;

namespace ChatDesk.BotHost.Articles;

/// <summary>How long an article's parts may be: what its row's columns hold.</summary>
internal static class ArticleLimits
{
    private static readonly (string Column, int Limit, Func<Article, string> Value)[] Columns =
    [
        ("id", LimitOf(nameof(ArticleRow.Id)), article => article.Id),
        ("category", LimitOf(nameof(ArticleRow.Category)), article => article.Category),
        ("question", LimitOf(nameof(ArticleRow.Question)), article => article.Question),
        ("answer", LimitOf(nameof(ArticleRow.Answer)), article => article.Answer),
        ("keywords", LimitOf(nameof(ArticleRow.Keywords)), article => ArticleRows.Join(article.Keywords)),
        ("similar", LimitOf(nameof(ArticleRow.Similar)), article => ArticleRows.Join(article.Similar)),
    ];

    /// <param name="articles">In the file's order; the header is row 1.</param>
    /// <exception cref="FormatException">One is too long; the message names row and column.</exception>
    public static void Check(IReadOnlyList<Article> articles)
    {
        for (var i = 0; i < articles.Count; i++)
        {
            foreach (var (column, limit, value) in Columns)
            {
                if (value(articles[i]).Length > limit)
                    throw new FormatException($"row {i + 2}, {column}: is longer than {limit} characters");
            }
        }
    }

    private static int LimitOf(string property) => typeof(ArticleRow).GetProperty(property)!.GetCustomAttribute<MaxLengthAttribute>()!.Length;
}
