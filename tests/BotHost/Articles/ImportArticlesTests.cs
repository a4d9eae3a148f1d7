using ChatDesk.BotHost.Articles;
using ChatDesk.BotHost.Data;
using ChatDesk.Knowledge.Retrieval;
using ChatDesk.Tests.BotHost.Estates;
using ChatDesk.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatDesk.Tests.BotHost.Articles;

public sealed class ImportArticlesTests
{
    private const string Header = "id,category,question,answer,keywords\n";

    [Theory, OnEachDatabase]
    public async Task An_import_publishes_at_once_and_a_second_one_changes_nothing(DatabaseProvider provider)
    {
        await using var desk = await StartAsync(provider);
        var csv = await File.ReadAllTextAsync(CorpusEstate.ArticlesPath);

        Assert.Equal(new(150, 0), await ImportAsync(desk, csv));
        Assert.Equal(new(0, 0), await ImportAsync(desk, csv));

        Assert.Equal(150, desk.Services.GetRequiredService<KnowledgeBase>().Index.Articles.Count);
        Assert.All(await RowsAsync(desk), row => Assert.Equal((1, "operator:test"), (row.Revision, row.ApprovedBy)));
    }

    [Theory, OnEachDatabase]
    public async Task A_changed_answer_counts_one_version_up_and_the_others_stay(DatabaseProvider provider)
    {
        await using var desk = await StartAsync(provider);
        await ImportAsync(desk, Header + "S1,a,问一?,答一,\nS2,a,问二?,答二,\n");

        Assert.Equal(new(0, 1), await ImportAsync(desk, Header + "S2,a,问二?,新的答二,\n"));

        Assert.Equal([("S1", 1, "答一"), ("S2", 2, "新的答二")], (await RowsAsync(desk)).Select(row => (row.Id, row.Revision, row.Answer)));
        var article = desk.Services.GetRequiredService<KnowledgeBase>().Index.Articles.Single(article => article.Id == "S2");
        Assert.Equal((2, "新的答二"), (article.Version, article.Answer));
    }

    [Theory]
    [OnEachDatabase("S2,a,,答,", "row 3, question: is empty")]
    [OnEachDatabase("S1,a,问?,答,", "row 3, id: S1 stands twice")]
    [OnEachDatabase("S2,六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十,问?,答,", "row 3, category: is longer than 50 characters")]
    public async Task A_broken_file_is_an_error_with_row_and_column_and_changes_nothing(DatabaseProvider provider, string row, string error)
    {
        await using var desk = await StartAsync(provider);

        var thrown = await Assert.ThrowsAsync<FormatException>(() => ImportAsync(desk, Header + "S1,a,问?,答,\n" + row + "\n"));

        Assert.Equal(error, thrown.Message);
        Assert.Empty(await RowsAsync(desk));
    }

    [Theory, OnEachDatabase]
    public async Task What_was_exported_is_imported_unchanged(DatabaseProvider provider)
    {
        await using var desk = await StartAsync(provider);
        await ImportAsync(desk, "\ufeffid,category,question,answer,keywords,similar,scope\nS1,a,\"问,\"\"一\"\"?\",\"答\n二行\",甲;乙,丙?;丁?,staff\n");

        using StringWriter written = new();
        await desk.InScopeAsync(services => services.GetRequiredService<ExportArticles>().RunAsync(written, default));

        Assert.Equal(new(0, 0), await ImportAsync(desk, written.ToString()));
        Assert.StartsWith("id,category,question,answer,keywords,similar,scope", written.ToString(), StringComparison.Ordinal);
    }

    private static Task<Desk> StartAsync(DatabaseProvider provider) => Desk.StartAsync(provider, CorpusEstate.WithoutDemo);

    private static async Task<ImportOutcome> ImportAsync(Desk desk, string csv)
    {
        using StringReader reader = new(csv);
        var outcome = await desk.InScopeAsync(services => services.GetRequiredService<ImportArticles>().RunAsync(reader, "operator:test", default));
        await desk.Services.GetRequiredService<RevisionWatcher>().RefreshAsync(default);
        return outcome;
    }

    private static Task<List<ArticleRow>> RowsAsync(Desk desk) =>
        desk.ReadAsync(db => db.Set<ArticleRow>().AsNoTracking().OrderBy(row => row.Id).ToListAsync());
}
