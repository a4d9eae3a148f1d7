using ChatDesk.BotHost.Data;
using ChatDesk.Knowledge.Retrieval;

namespace ChatDesk.BotHost.Articles;

/// <summary>Registers the knowledge base with the database's articles.</summary>
public static class ArticleServices
{
    public static IServiceCollection AddArticles(this IServiceCollection services) => services
        .AddSingleton<IArticleSource, ArticleSource>()
        .AddSingleton<KnowledgeBase>()
        .AddSingleton<IRefreshed, KnowledgeRefresh>()
        .AddScoped<ImportArticles>()
        .AddScoped<ExportArticles>();
}
