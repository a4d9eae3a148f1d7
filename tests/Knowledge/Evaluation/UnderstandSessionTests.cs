using System.Text.Json;
using ChatDesk.Knowledge.Evaluation;
using ChatDesk.Knowledge.Retrieval;
using ChatDesk.Knowledge.Understanding;

namespace ChatDesk.Tests.Knowledge.Evaluation;

/// <summary>The contract of "understand" (section 4 of the design).</summary>
public sealed class UnderstandSessionTests
{
    private static readonly ArticleIndex Articles = ArticleIndex.Build([new("F1", 1, "收费", "物业费怎么交?", "线上交。") { Keywords = ["缴费"] }]);

    [Fact]
    public void A_line_has_every_field_of_the_contract_in_raw_utf8()
    {
        var line = new UnderstandSession(Articles, null).Answer("""{"text":"3栋2单元201厨房漏水,电话13800000001","channel":"oa"}""");

        Assert.Contains("\"masked\":\"3栋2单元201厨房漏水,电话***********\"", line, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', line);
        using var json = JsonDocument.Parse(line);
        Assert.Equal(
            ["intent", "category", "urgency", "location", "should_reply", "merge", "action", "faq", "masked", "items"],
            json.RootElement.EnumerateObject().Select(property => property.Name));
        Assert.Equal(["phase", "building", "unit", "floor", "room", "area"], json.RootElement.GetProperty("location").EnumerateObject().Select(property => property.Name));
        Assert.Equal("201", json.RootElement.GetProperty("location").GetProperty("room").GetString());
    }

    [Theory]
    [InlineData("""{"text":"物业费怎么交"}""", "answer")]
    [InlineData("""{"text":"我要报修,水龙头坏了"}""", "ticket")]
    [InlineData("""{"text":"转人工"}""", "handover")]
    [InlineData("""{"text":"电梯困人了"}""", "emergency")]
    public void The_action_says_what_the_desk_would_do(string line, string action) => Assert.Equal(action, Read(line).Action);

    [Fact]
    public void Lines_of_one_thread_are_one_conversation_and_others_stand_alone()
    {
        UnderstandSession session = new(Articles, null);
        session.Answer("""{"text":"3栋停水了,一滴都没有","channel":"group","thread":"g1","sender":"a"}""");

        Assert.True(session.Answer(new UnderstandRequest { Text = "我家也没水", Channel = "group", Thread = "g1", Sender = "b" }).Merge);
        Assert.False(session.Answer(new UnderstandRequest { Text = "我家也没水", Channel = "group", Thread = "g2", Sender = "b" }).Merge);
    }

    [Fact]
    public void A_rating_is_read_where_one_is_awaited()
    {
        var answer = Read("""{"text":"4","context":{"pending":"survey_star5"}}""");

        Assert.Equal(("survey_reply", 4), (answer.Intent, answer.Survey!.Score));
    }

    [Fact]
    public void With_a_register_a_place_says_whether_it_is_known()
    {
        PlaceRegister register = new([new("1", "3", [new("2", 11, ["201"])])], []);
        UnderstandSession session = new(Articles, register);

        Assert.Equal("room", session.Answer(new UnderstandRequest { Text = "3栋201漏水" }).Place);
        Assert.Equal("unknown", session.Answer(new UnderstandRequest { Text = "99栋201漏水" }).Place);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"text":"好","context":{"pending":"survey_9"}}""")]
    public void A_line_that_is_not_as_agreed_is_an_error_of_one_line(string line)
    {
        var thrown = Assert.Throws<FormatException>(() => new UnderstandSession(Articles, null).Answer(line));

        Assert.DoesNotContain('\n', thrown.Message);
    }

    private static UnderstandAnswer Read(string line) => JsonSerializer.Deserialize<UnderstandAnswer>(new UnderstandSession(Articles, null).Answer(line))!;
}
