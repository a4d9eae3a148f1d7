using ChatDesk.BotHost.Articles;
using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Texts;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Pages.Work;

/// <summary>Manuals: the published articles whose scope is staff, those of one ticket category first.</summary>
public sealed class ManualsModel(DeskDb db) : WorkPage
{
    private const string StaffScope = "staff";

    /// <summary>By the articles' own category.</summary>
    public IReadOnlyList<IGrouping<string, ArticleRow>> Groups { get; private set; } = [];

    /// <param name="category">A ticket category's label, such as plumbing; null for none in particular.</param>
    /// <param name="ct">Cancels reading.</param>
    public async Task OnGetAsync(string? category, CancellationToken ct)
    {
        var articles = await db.Set<ArticleRow>().AsNoTracking().Where(article => article.Scope == StaffScope).OrderBy(article => article.Id).ToListAsync(ct);
        var name = category is null ? null : TicketTexts.CategoryName(category);
        Groups = [.. articles.GroupBy(article => article.Category).OrderByDescending(group => name is not null && (group.Key == category || group.Key == name)).ThenBy(group => group.Key, StringComparer.Ordinal)];
    }
}
