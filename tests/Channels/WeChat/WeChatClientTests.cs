using ChatDesk.Channels.Activities;
using ChatDesk.Channels.Protocol;
using ChatDesk.Tests.Channels.Protocol;
using Microsoft.AspNetCore.Http;

namespace ChatDesk.Tests.Channels.WeChat;

/// <summary>Expected bodies: developers.weixin.qq.com/doc/service/api/customer/message/api_sendcustommessage and api_getstableaccesstoken.</summary>
public sealed class WeChatClientTests : PlatformTest
{
    [Fact]
    public async Task A_text_is_sent_as_raw_utf8_under_a_stable_token()
    {
        var result = await SendAsync(Clients.ToOwner("厨房漏水😀 <a href=\"https://desk.example/t/1?a=1&b=2\">进度</a>"));

        Assert.Equal(SendResult.Sent, result);
        var token = Platform.Requests.First();
        Assert.Equal("/cgi-bin/stable_token", token.Path);
        JsonAssert.Same(
            """{"grant_type":"client_credential","appid":"wxba5fad812f8e6fb9","secret":"oa-secret","force_refresh":false}""", token.Body);
        var call = Assert.Single(Platform.Calls);
        Assert.Equal("POST /cgi-bin/message/custom/send?access_token=token-1", $"{call.Method} {call.Path}{call.Query}");
        Assert.Equal("application/json; charset=utf-8", call.ContentType);
        Assert.Equal(
            """{"touser":"oOPENID","msgtype":"text","text":{"content":"厨房漏水😀 <a href=\"https://desk.example/t/1?a=1&b=2\">进度</a>"}}""", call.Body);
    }

    [Fact]
    public async Task Choices_are_sent_as_a_menu()
    {
        await SendAsync(Clients.ToOwner("本次服务满意吗？") with { SuggestedActions = [new("满意", "t123.5"), new("不满意", "t123.1")] });

        JsonAssert.Same(
            """
            {"touser":"oOPENID","msgtype":"msgmenu","msgmenu":{"head_content":"本次服务满意吗？",
             "list":[{"id":"t123.5","content":"满意"},{"id":"t123.1","content":"不满意"}],"tail_content":""}}
            """, Platform.Calls[0].Body);
    }

    [Fact]
    public async Task An_image_is_sent_by_its_media_id()
    {
        await SendAsync(Clients.ToOwner(null) with { Attachments = [new("image/png", MediaId: "M1")] });

        JsonAssert.Same("""{"touser":"oOPENID","msgtype":"image","image":{"media_id":"M1"}}""", Platform.Calls[0].Body);
    }

    [Fact]
    public async Task A_link_is_sent_as_news_with_exactly_one_article()
    {
        await SendAsync(Clients.ToOwner(null) with { Attachments = [new WebLink("周报", "本周", "https://desk.example/n/1", "https://desk.example/p.png").ToAttachment()] });

        JsonAssert.Same(
            """
            {"touser":"oOPENID","msgtype":"news","news":{"articles":[
             {"title":"周报","description":"本周","url":"https://desk.example/n/1","picurl":"https://desk.example/p.png"}]}}
            """, Platform.Calls[0].Body);
    }

    [Fact]
    public async Task What_does_not_fit_one_message_is_the_callers_mistake()
    {
        var both = Clients.ToOwner("看图") with { Attachments = [new("image/png", MediaId: "M1")] };
        await Assert.ThrowsAsync<NotSupportedException>(() => SendAsync(both));
        await Assert.ThrowsAsync<InvalidOperationException>(() => SendAsync(Clients.ToOwner("好") with { Account = "other" }));
        Assert.Empty(Platform.Calls);
    }

    [Fact]
    public async Task No_log_line_holds_a_token_a_secret_or_a_text()
    {
        using LogLines log = new();
        await using Clients clients = new(Platform.Url, log);
        Platform.Answer = (asked, http) => http.Response.WriteAsync($$"""{"errcode":45015,"errmsg":"out of time {{asked.Token}}"}""");

        await clients.WeChat.SendAsync(Clients.ToOwner("厨房漏水"), CancellationToken.None);
        await clients.WeCom.SendAsync(Clients.ToStaff("厨房漏水"), CancellationToken.None);

        Assert.NotEmpty(log.Lines);
        Assert.All(log.Lines, line => Assert.DoesNotMatch("token-1|token-2|secret|漏水", line));
    }

    private Task<SendResult> SendAsync(Activity activity) => Clients.WeChat.SendAsync(activity, CancellationToken.None);
}
