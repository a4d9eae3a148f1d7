using ChatDesk.Channels.Activities;
using ChatDesk.Channels.Protocol;
using ChatDesk.Channels.WeCom;
using ChatDesk.Tests.Channels.Protocol;
using Microsoft.AspNetCore.Http;

namespace ChatDesk.Tests.Channels.WeCom;

/// <summary>Addresses: developer.work.weixin.qq.com/document/path/91022, 91023, 90506.</summary>
public sealed class WeComSignInTests : PlatformTest
{
    [Fact]
    public void The_sign_in_addresses_are_the_documents()
    {
        Assert.Equal(
            "https://open.weixin.qq.com/connect/oauth2/authorize?appid=wx5823bf96d3bd56c7&redirect_uri=https%3A%2F%2Fdesk.example%2Fw" +
            "&response_type=code&scope=snsapi_base&state=S1&agentid=1000002#wechat_redirect",
            Clients.Application.AuthorizeUrl("dispatch", "https://desk.example/w", "S1"));
        Assert.Equal(
            "https://login.work.weixin.qq.com/wwlogin/sso/login?login_type=CorpApp&appid=wx5823bf96d3bd56c7&agentid=1000002&redirect_uri=https%3A%2F%2Fdesk.example%2Fw&state=S1",
            Clients.Application.DesktopSignInUrl("dispatch", "https://desk.example/w", "S1"));
    }

    [Theory]
    [InlineData("""{"errcode":0,"errmsg":"ok","userid":"zhangsan"}""", "zhangsan", null, null)]
    [InlineData("""{"errcode":0,"errmsg":"ok","openid":"oB","external_userid":"wm1"}""", null, "oB", "wm1")]
    public async Task A_code_names_a_member_or_somebody_else(string answer, string? userId, string? openId, string? external)
    {
        Platform.Says(answer);

        var visitor = await Clients.Application.GetVisitorAsync("dispatch", "CODE", CancellationToken.None);

        Assert.Equal("/cgi-bin/auth/getuserinfo?access_token=token-1&code=CODE", Platform.Calls[0].Path + Platform.Calls[0].Query);
        Assert.Equal(new WeComVisitor(userId, openId, external), visitor.Value);
    }

    [Theory, InlineData(40029, SendOutcome.Closed), InlineData(50001, SendOutcome.Alert)]
    public async Task A_refused_code_has_its_reaction(int code, SendOutcome outcome)
    {
        Platform.Says($$"""{"errcode":{{code}},"errmsg":"as documented"}""");

        Assert.Equal(new ApiResult<WeComVisitor>(null, outcome, code, "as documented"), await Clients.Application.GetVisitorAsync("dispatch", "CODE", CancellationToken.None));
    }

    [Fact]
    public async Task The_two_tickets_are_not_mixed()
    {
        Platform.Answer = (asked, http) => http.Response.WriteAsync(
            $$"""{"errcode":0,"errmsg":"ok","ticket":"{{(asked.Path == "/cgi-bin/ticket/get" ? "APP" : "CORP")}}","expires_in":7200}""");

        var page = (await Clients.Application.SignPageAsync("dispatch", "https://desk.example/w", CancellationToken.None)).Value!;
        var agent = (await Clients.Application.SignAgentPageAsync("dispatch", "https://desk.example/w", CancellationToken.None)).Value!;
        await Clients.Application.SignPageAsync("dispatch", "https://desk.example/w", CancellationToken.None);

        Assert.Equal(
            ["/cgi-bin/get_jsapi_ticket?access_token=token-1", "/cgi-bin/ticket/get?access_token=token-1&type=agent_config"],
            Platform.Calls.Select(c => c.Path + c.Query));
        Assert.Equal(JsSdkSignature.Compute("CORP", page.NonceStr, page.Timestamp, "https://desk.example/w"), page.Signature);
        Assert.Equal(JsSdkSignature.Compute("APP", agent.NonceStr, agent.Timestamp, "https://desk.example/w"), agent.Signature);
        Assert.Equal(("wx5823bf96d3bd56c7", null, 1000002), (page.AppId, page.AgentId, agent.AgentId));
    }
}
