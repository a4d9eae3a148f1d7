using ChatDesk.Knowledge.Retrieval;

namespace ChatDesk.Tests.Knowledge.Retrieval;

public sealed class ArticleIndexTests
{
    private static readonly Article Fee = new("F001", 1, "收费", "物业费的收费标准是多少?", "每平方米每月2元。") { Keywords = ["物业费", "单价"] };
    private static readonly Article Card = new("F002", 3, "门禁", "门禁卡丢了怎么补办?", "到前台挂失后补办,工本费15元。") { Keywords = ["丢卡", "补卡"] };
    private static readonly Article Manual = new("S001", 1, "手册", "水泵怎么检修?", "先断电。") { Scope = ArticleScope.Staff };

    [Fact]
    public void The_article_whose_words_were_used_comes_first()
    {
        var found = ArticleIndex.Build([Fee, Card]).Search("门禁卡丢了,补一张要什么", 3);

        Assert.Equal("F002", found[0].Article.Id);
    }

    [Fact]
    public void Scores_lie_between_0_and_1_and_the_question_itself_scores_high()
    {
        var index = ArticleIndex.Build([Fee, Card]);

        Assert.InRange(index.Search(Fee.Question, 1)[0].Score, 0.8, 1);
        Assert.Empty(index.Search("zzzz", 3));
    }

    [Fact]
    public void An_article_for_staff_is_not_found_by_an_owner()
    {
        var index = ArticleIndex.Build([Fee, Manual]);

        Assert.DoesNotContain(index.Search("水泵怎么检修", 3), match => match.Article.Id == "S001");
        Assert.Equal("S001", index.Search("水泵怎么检修", 3, ArticleScope.Staff)[0].Article.Id);
    }

    [Fact]
    public async Task A_changed_article_is_found_after_one_refresh()
    {
        ListSource source = new([Fee]);
        using KnowledgeBase knowledge = new(source);
        await knowledge.RefreshAsync(CancellationToken.None);
        Assert.Empty(knowledge.Index.Search("丢卡", 3));

        source.Articles = [Fee, Card];
        await knowledge.RefreshAsync(CancellationToken.None);

        Assert.Equal(3, knowledge.Index.Search("丢卡", 3)[0].Article.Version);
    }

    private sealed class ListSource(IReadOnlyList<Article> articles) : IArticleSource
    {
        public IReadOnlyList<Article> Articles { get; set; } = articles;

        public ValueTask<IReadOnlyList<Article>> ReadAsync(CancellationToken ct) => new(Articles);
    }
}
