using ChatDesk.Knowledge.Understanding;

namespace ChatDesk.Tests.Knowledge.Understanding;

public sealed class SurveyTests
{
    [Theory]
    [InlineData("非常满意", Satisfaction.VerySatisfied)]
    [InlineData("满意", Satisfaction.Satisfied)]
    [InlineData("一般般吧", Satisfaction.Neutral)]
    [InlineData("不满意,还是漏", Satisfaction.Dissatisfied)]
    [InlineData("差评", Satisfaction.Dissatisfied)]
    [InlineData("A", Satisfaction.VerySatisfied)]
    [InlineData("4", Satisfaction.Dissatisfied)]
    [InlineData("选第二个", Satisfaction.Satisfied)]
    public void A_level_is_read_from_words_letters_and_places_R_140(string text, Satisfaction level) =>
        Assert.Equal(level, Answer(text, SurveyKind.Csat4)?.Csat);

    [Theory]
    [InlineData("5", 5)]
    [InlineData("4分", 4)]
    [InlineData("五星好评", 5)]
    [InlineData("给三分吧,来晚了", 3)]
    public void Stars_are_read(string text, int stars) => Assert.Equal(stars, Answer(text, SurveyKind.Star5)?.Stars);

    [Theory]
    [InlineData("0分", 0)]
    [InlineData("10", 10)]
    [InlineData("打8分,10分怕你们骄傲", 8)]
    public void Points_are_read(string text, int points) => Assert.Equal(points, Answer(text, SurveyKind.Nps)?.Nps);

    [Fact]
    public void A_lone_number_is_no_rating_when_nothing_was_asked() =>
        Assert.NotEqual(Intent.SurveyReply, MessageReader.Read("4", ReadContext.Direct).Intent);

    [Fact]
    public void An_unhappy_answer_is_urgent_R_141()
    {
        var meaning = MessageReader.Read("不满意", new() { Pending = SurveyKind.Csat4 });

        Assert.Equal((Intent.SurveyReply, Urgency.High, true), (meaning.Intent, meaning.Urgency, meaning.Survey!.IsUnhappy));
    }

    [Fact]
    public void A_new_report_while_a_rating_is_open_is_a_report() =>
        Assert.Equal(Intent.ReportRepair, MessageReader.Read("3栋2单元201马桶堵了,派人来通一下", new() { Pending = SurveyKind.Csat4 }).Intent);

    private static SurveyAnswer? Answer(string text, SurveyKind pending) => MessageReader.Read(text, new() { Pending = pending }).Survey;
}
