using System.Text;
using ChatDesk.BotHost.Articles;
using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Estates;
using ChatDesk.BotHost.Estates.Setup;
using ChatDesk.Channels.Sandbox.Phones;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Demo;

/// <summary>The fictional estate 晴川里 with its people and starter answers, for trying the desk without any account.</summary>
public static class DemoEstate
{
    private const string ApprovedBy = "starter";

    /// <summary>Loads it where the sandbox is on and the database holds neither a company nor an article.</summary>
    /// <returns>Whether it was loaded.</returns>
    public static async Task<bool> LoadIfEmptyAsync(IServiceProvider services, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (services.GetService<SandboxPhones>() is null)
            return false;
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DeskDb>();
        if (await db.Set<Company>().AnyAsync(ct) || await db.Set<ArticleRow>().AnyAsync(ct))
            return false;
        await LoadAsync(scope.ServiceProvider, ct);
        return true;
    }

    private static async Task LoadAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var estate = Open("estate.json");
        await services.GetRequiredService<ApplySetup>().RunAsync(await SetupReader.ReadAsync(estate, ct), ct);
        using StreamReader articles = new(Open("articles.csv"), Encoding.UTF8);
        await services.GetRequiredService<ImportArticles>().RunAsync(articles, ApprovedBy, ct);
        await DemoMaterials.LoadAsync(services.GetRequiredService<DeskDb>(), ct);
    }

    private static Stream Open(string name) => typeof(DemoEstate).Assembly.GetManifestResourceStream(typeof(DemoEstate), name)!;
}
