using ChatDesk.Knowledge.Retrieval;

namespace ChatDesk.Tests.Knowledge.Retrieval;

public sealed class ArticleCsvTests
{
    [Fact]
    public void A_file_becomes_articles()
    {
        var articles = ArticleCsv.Read(new StringReader("id,category,question,answer,keywords,similar,scope\nF1,停车,\"月租,多少钱?\",200元,月租;月卡,包月什么价,owners\n"));

        var article = Assert.Single(articles);
        Assert.Equal("月租,多少钱?", article.Question);
        Assert.Equal(["月租", "月卡"], article.Keywords);
        Assert.Equal(["包月什么价"], article.Similar);
        Assert.Equal(ArticleScope.Owners, article.Scope);
    }

    [Theory]
    [InlineData("id,category,question,answer\n", "row 1: the column keywords is missing")]
    [InlineData("id,category,question,answer,keywords\nF1,a,,b,c\n", "row 2, question: is empty")]
    [InlineData("id,category,question,answer,keywords\nF1,a,q,b,c\nF1,a,q,b,c\n", "row 3, id: F1 stands twice")]
    [InlineData("id,category,question,answer,keywords,scope\nF1,a,q,b,c,all\n", "row 2, scope: all is none of public, owners, staff")]
    public void A_broken_file_names_row_and_column(string file, string error)
    {
        var thrown = Assert.Throws<FormatException>(() => ArticleCsv.Read(new StringReader(file)));

        Assert.Equal(error, thrown.Message);
    }
}
