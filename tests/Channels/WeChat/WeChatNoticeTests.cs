using ChatDesk.Channels.Activities;
using ChatDesk.Channels.WeChat;
using ChatDesk.Tests.Channels.Protocol;
using Microsoft.AspNetCore.Http;

namespace ChatDesk.Tests.Channels.WeChat;

/// <summary>Expected bodies: api_sendtemplatemessage and api_sendnewsubscribemsg under developers.weixin.qq.com/doc/service/api/notify/.</summary>
public sealed class WeChatNoticeTests : PlatformTest
{
    private static readonly Dictionary<string, string> Values = new() { ["subject"] = "厨房水管漏水", ["at"] = "2026年5月1日 14:30", ["status"] = "已派单" };

    [Fact]
    public async Task A_template_message_is_sent_by_its_purpose_through_the_channel()
    {
        Platform.Says("""{"errcode":0,"errmsg":"ok","msgid":200228332}""");

        var result = await SendAsync(new TemplateNotice("Assigned", Values, "https://desk.example/t/1?a=1&b=2", "ticket-123-assigned"));

        Assert.Equal(new SendResult(SendOutcome.Sent, MessageId: "200228332"), result);
        Assert.Equal("/cgi-bin/message/template/send", Platform.Calls[0].Path);
        JsonAssert.Same(
            """
            {"touser":"oOPENID","template_id":"TPL-1","url":"https://desk.example/t/1?a=1&b=2","client_msg_id":"ticket-123-assigned",
             "data":{"thing2":{"value":"厨房水管漏水"},"time4":{"value":"2026年5月1日 14:30"}}}
            """, Platform.Calls[0].Body);
        Assert.DoesNotContain("\\u", Platform.Calls[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_subscription_notice_names_its_page_and_mini_program()
    {
        await SendAsync(new TemplateNotice("finished", Values, "https://desk.example/t/1", MiniProgram: new("wx1", "pages/t?id=1")));

        Assert.Equal("/cgi-bin/message/subscribe/bizsend", Platform.Calls[0].Path);
        JsonAssert.Same(
            """
            {"touser":"oOPENID","template_id":"TPL-2","page":"https://desk.example/t/1","miniprogram":{"appid":"wx1","pagepath":"pages/t?id=1"},
             "data":{"thing1":{"value":"厨房水管漏水 已派单"},"phrase2":{"value":"已派单"}}}
            """, Platform.Calls[0].Body);
    }

    [Fact]
    public async Task A_value_that_breaks_a_rule_is_not_sent_and_its_field_is_named()
    {
        var result = await SendAsync(new TemplateNotice("finished", new Dictionary<string, string>(Values) { ["status"] = "已派3人" }));

        Assert.Equal(SendOutcome.Alert, result.Outcome);
        Assert.Equal(new FieldProblem("phrase2", "只能是不超过 5 个汉字"), Assert.Single(result.FieldProblems!));
        Assert.DoesNotContain("已派3人", result.Error, StringComparison.Ordinal);
        Assert.Empty(Platform.Requests);
    }

    [Fact]
    public async Task A_configured_name_that_the_notice_lacks_is_a_problem_of_its_field()
    {
        var result = await SendAsync(new TemplateNotice("assigned", new Dictionary<string, string> { ["at"] = "15:01" }));

        Assert.Equal("thing2", Assert.Single(result.FieldProblems!).Field);
        Assert.Contains("{subject}", result.FieldProblems![0].Rule, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_purpose_without_a_template_closes_this_way()
    {
        Assert.Equal(SendOutcome.Closed, (await SendAsync(new TemplateNotice("newsletter", Values))).Outcome);
        Assert.Empty(Platform.Requests);
    }

    [Fact]
    public async Task A_refused_value_goes_once_more_in_plain_letters()
    {
        Platform.Answer = (asked, http) => http.Response.WriteAsync(asked.Body.Contains("😀", StringComparison.Ordinal)
            ? """{"errcode":47003,"errmsg":"argument invalid! data.thing2.value invalid rid: 1"}"""
            : """{"errcode":0,"errmsg":"ok","msgid":1}""");

        var result = await SendAsync(new TemplateNotice("assigned", new Dictionary<string, string>(Values) { ["subject"] = "水管漏水😀" }));

        Assert.Equal(SendOutcome.Sent, result.Outcome);
        Assert.Equal(2, Platform.Calls.Count);
        Assert.Contains("\"thing2\":{\"value\":\"水管漏水\"}", Platform.Calls[1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_that_is_refused_although_it_is_plain_is_named_and_not_repeated()
    {
        Platform.Says("""{"errcode":47003,"errmsg":"argument invalid! data.thing2.value invalid rid: 1"}""");

        var result = await SendAsync(new TemplateNotice("assigned", Values));

        Assert.Equal((SendOutcome.Alert, 47003), (result.Outcome, result.ErrorCode));
        Assert.Equal("thing2", Assert.Single(result.FieldProblems!).Field);
        Assert.Single(Platform.Calls);
    }

    [Theory]
    [InlineData(43101, SendOutcome.Closed)]
    [InlineData(40037, SendOutcome.Alert)]
    [InlineData(40003, SendOutcome.Drop)]
    [InlineData(43004, SendOutcome.Drop)]
    [InlineData(45009, SendOutcome.Quota)]
    [InlineData(48004, SendOutcome.Alert)]
    public async Task A_refusal_has_its_reaction(int code, SendOutcome outcome)
    {
        Platform.Says($$"""{"errcode":{{code}},"errmsg":"as documented"}""");

        Assert.Equal(new SendResult(outcome, code, "as documented"), await SendAsync(new TemplateNotice("assigned", Values)));
    }

    private Task<SendResult> SendAsync(TemplateNotice notice) =>
        Clients.WeChat.SendAsync(Clients.ToOwner(null) with { Attachments = [notice.ToAttachment()] }, CancellationToken.None);
}
