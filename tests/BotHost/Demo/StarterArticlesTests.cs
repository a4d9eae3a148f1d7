using System.Text;
using System.Text.RegularExpressions;
using ChatDesk.BotHost.Demo;
using ChatDesk.Knowledge.Retrieval;

namespace ChatDesk.Tests.BotHost.Demo;

/// <summary>The 150 answers that the demonstration starts with.</summary>
public sealed partial class StarterArticlesTests
{
    private static readonly IReadOnlyList<Article> Starter = Read(new(Embedded("articles.csv"), Encoding.UTF8));

    [Fact]
    public void Each_answer_is_short_and_can_be_asked_for_in_at_least_four_other_ways()
    {
        Assert.Equal(150, Starter.Count);
        Assert.All(Starter, article => Assert.InRange(article.Answer.Length, 35, 160));
        Assert.All(Starter, article => Assert.InRange(article.Similar.Count, 4, 10));
        Assert.All(Starter, article => Assert.NotEmpty(article.Keywords));
    }

    [Fact]
    public void No_wording_stands_in_two_articles()
    {
        var wordings = Starter.SelectMany(Wordings).ToList();

        Assert.True(wordings.Count > 900);
        Assert.Empty(wordings.GroupBy(Bare, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key));
    }

    [Fact]
    public void Each_wording_finds_its_own_article_first()
    {
        var index = ArticleIndex.Build(Starter);

        var astray = Starter.SelectMany(article => Wordings(article).Where(wording => index.Search(wording, 1) is not [var first] || first.Article.Id != article.Id)).ToList();

        Assert.True(astray.Count <= 10, string.Join('\n', astray));
    }

    [Fact]
    public void Answers_name_only_the_estates_own_fictional_numbers()
    {
        using StreamReader estate = new(Embedded("estate.json"), Encoding.UTF8);
        var known = Phones().Matches(estate.ReadToEnd()).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);
        var named = Starter.SelectMany(article => Phones().Matches(article.Answer)).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);

        Assert.Equal(["0000-8880100", "0000-8880119", "0000-8880177"], named.Order(StringComparer.Ordinal));
        Assert.Subset(known, named);
    }

    [Fact]
    public void No_question_or_answer_is_taken_from_the_evaluation_corpus()
    {
        var corpus = Read(File.OpenText(Path.Combine(AppContext.BaseDirectory, "Corpus", "faq.csv"))).SelectMany(Texts).Select(Bare).ToHashSet(StringComparer.Ordinal);

        Assert.True(corpus.Count >= 300);
        Assert.DoesNotContain(Starter.SelectMany(Texts), text => corpus.Contains(Bare(text)));
    }

    private static IEnumerable<string> Wordings(Article article) => article.Similar.Prepend(article.Question);

    private static IEnumerable<string> Texts(Article article) => Wordings(article).Append(article.Answer);

    private static string Bare(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    private static IReadOnlyList<Article> Read(StreamReader csv)
    {
        using (csv)
            return ArticleCsv.Read(csv);
    }

    private static Stream Embedded(string name) => typeof(DemoEstate).Assembly.GetManifestResourceStream(typeof(DemoEstate), name)!;

    [GeneratedRegex(@"0000-\d{7}")]
    private static partial Regex Phones();
}
