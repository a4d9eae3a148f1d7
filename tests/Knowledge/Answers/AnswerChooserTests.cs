using ChatDesk.Knowledge.Answers;
using ChatDesk.Knowledge.Retrieval;
using ChatDesk.Knowledge.Understanding;

namespace ChatDesk.Tests.Knowledge.Answers;

public sealed class AnswerChooserTests
{
    private static readonly ArticleIndex Index = ArticleIndex.Build(
    [
        new("A1", 2, "收费", "物业费怎么交?", "可在公众号交。") { Keywords = ["缴费方式"] },
        new("A2", 1, "停车", "月租车位多少钱一个月?", "每月200元。") { Keywords = ["月租", "包月"] },
        new("A3", 1, "停车", "月租车位怎么办理?", "带行驶证到前台。") { Keywords = ["月租", "办月卡"] },
        new("A4", 1, "门禁", "门禁卡丢了怎么补办?", "到前台补办。") { Keywords = ["丢卡", "补卡"] },
    ]);

    [Theory]
    [InlineData("物业费怎么交")]
    [InlineData("请问物业费怎么交呀")]
    public void A_clear_question_gets_the_approved_article_verbatim_with_its_version_N_04(string text)
    {
        var choice = AnswerChooser.Choose(text, Index);

        Assert.Equal((AnswerKind.Answer, "A1", 2, "可在公众号交。"), (choice.Kind, choice.Article!.Id, choice.Article.Version, choice.Article.Answer));
    }

    [Fact]
    public void A_question_between_two_articles_gets_both_to_tap()
    {
        var choice = AnswerChooser.Choose("月租车位", Index);

        Assert.Equal(AnswerKind.Candidates, choice.Kind);
        Assert.Equal(["A2", "A3"], choice.Matches.Take(2).Select(match => match.Article.Id).Order());
    }

    [Theory]
    [InlineData("今天股票涨了吗")]
    [InlineData("讲个笑话")]
    public void A_question_about_something_else_gets_none(string text) => Assert.Equal(AnswerKind.None, AnswerChooser.Choose(text, Index).Kind);

    [Theory]
    [InlineData("交物业费积分兑换体检套餐")]
    [InlineData("门禁卡补办以后原来那辆婴儿推车归谁")]
    public void A_question_of_which_the_article_covers_only_a_part_is_not_answered_by_it(string text) =>
        Assert.NotEqual(AnswerKind.Answer, AnswerChooser.Choose(text, Index).Kind);

    [Fact]
    public void A_report_gets_no_article_even_where_one_is_near() =>
        Assert.Equal(AnswerKind.None, AnswerChooser.Choose(MessageReader.Read("门禁坏了派人来修", new() { Articles = Index })).Kind);
}
