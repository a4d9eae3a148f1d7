using ChatDesk.Channels.WeChat;

namespace ChatDesk.Tests.Channels.WeChat;

/// <summary>参数值规则 of api_sendtemplatemessage and api_sendnewsubscribemsg; the refused values are those of the community threads about 47003.</summary>
public sealed class TemplateFieldTests
{
    [Theory]
    [InlineData("thing2", "厨房水管漏水，GD2611-0001！")]
    [InlineData("thing1", "12345678901234567890")]
    [InlineData("number3", "12345678901234567890123456789012")]
    [InlineData("number3", "3.5")]
    [InlineData("letter1", "ABCdef")]
    [InlineData("symbol1", "！！！")]
    [InlineData("character_string1", "GD2611-0001")]
    [InlineData("time4", "15:01")]
    [InlineData("time4", "2026年5月1日 15:01")]
    [InlineData("time4", "2026年5月1日 15:01~2026年5月1日 16:01")]
    [InlineData("date5", "2026年5月1日")]
    [InlineData("date5", "2026-05-01")]
    [InlineData("date5", "2026年5月1日 15:01")]
    [InlineData("amount6", "￥128.50")]
    [InlineData("amount6", "128.50元")]
    [InlineData("phone_number7", "+86-0766-66888866")]
    [InlineData("car_number8", "粤A8Z888挂")]
    [InlineData("name9", "张三")]
    [InlineData("name9", "JohnSmith")]
    [InlineData("phrase10", "已派单")]
    [InlineData("short_thing11", "处理中")]
    [InlineData("const12", "已受理")]
    public void A_value_that_the_document_allows_passes(string field, string value)
    {
        Assert.Equal(value, TemplateFields.Fit(field, value));
        Assert.Null(TemplateFields.Check(field, value));
    }

    [Theory]
    [InlineData("thing2", "123456789012345678901")]
    [InlineData("number3", "123456789012345678901234567890123")]
    [InlineData("number3", "三")]
    [InlineData("letter1", "A1")]
    [InlineData("letter1", "ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFG")]
    [InlineData("symbol1", "！！！！！！")]
    [InlineData("symbol1", "A")]
    [InlineData("character_string1", "工单1")]
    [InlineData("character_string1", "123456789012345678901234567890123")]
    [InlineData("time4", "明天下午")]
    [InlineData("time4", "25:01")]
    [InlineData("date5", "下周")]
    [InlineData("amount6", "￥12345678901")]
    [InlineData("amount6", "很多")]
    [InlineData("phone_number7", "123456789012345678")]
    [InlineData("phone_number7", "电话")]
    [InlineData("car_number8", "粤A8Z888挂车辆")]
    [InlineData("name9", "一二三四五六七八九十一")]
    [InlineData("name9", "ABCDEFGHIJKLMNOPQRSTU")]
    [InlineData("name9", "张John")]
    [InlineData("phrase10", "111")]
    [InlineData("phrase10", "已派给张师傅")]
    [InlineData("short_thing11", "正在处理之中")]
    [InlineData("const12", "")]
    [InlineData("enum1", "")]
    [InlineData("first", "您好")]
    public void A_value_that_the_document_forbids_is_named_with_its_rule(string field, string value)
    {
        var problem = TemplateFields.Check(field, value);

        Assert.Equal(field, problem?.Field);
        Assert.NotEmpty(problem!.Rule);
    }

    [Theory]
    [InlineData("thing2", "厨房水管漏水\r\n已经流到楼下，请尽快安排师傅上门", "厨房水管漏水 已经流到楼下，请尽快安排…")]
    [InlineData("thing2", "  \u0010 ", "无")]
    [InlineData("thing2", "👨‍👩‍👧‍👦👨‍👩‍👧‍👦", "👨‍👩‍👧‍👦👨‍👩‍👧‍👦")]
    [InlineData("character_string1", "GD2611 - 0001", "GD2611-0001")]
    [InlineData("character_string1", "", "-")]
    [InlineData("phrase10", "", "无")]
    [InlineData("time4", "", "")]
    public void A_value_is_made_to_fit_where_nothing_is_lost(string field, string value, string fitted) =>
        Assert.Equal(fitted, TemplateFields.Fit(field, value));
}
