using ChatDesk.Channels.Activities;
using ChatDesk.Channels.Protocol;
using ChatDesk.Channels.WeChat;
using ChatDesk.Tests.Channels.Protocol;

namespace ChatDesk.Tests.Channels.WeChat;

/// <summary>Addresses: developers.weixin.qq.com/doc/service/guide/h5/auth.html (网页授权) and jssdk.html.</summary>
public sealed class WeChatSignInTests : PlatformTest
{
    [Fact]
    public void The_authorize_address_has_the_documents_order_and_fragment()
    {
        Assert.Equal(
            "https://open.weixin.qq.com/connect/oauth2/authorize?appid=wxba5fad812f8e6fb9&redirect_uri=https%3A%2F%2Fdesk.example%2Fsignin%3Fto%3D%2Fmy" +
            "&response_type=code&scope=snsapi_base&state=S1#wechat_redirect",
            Clients.OfficialAccount.AuthorizeUrl("main", "https://desk.example/signin?to=/my", "S1"));
        Assert.Contains("&scope=snsapi_userinfo&state=S1", Clients.OfficialAccount.AuthorizeUrl("main", "https://desk.example/", "S1", WeChatScope.Profile), StringComparison.Ordinal);
    }

    [Theory, InlineData(""), InlineData("a b"), InlineData("a&b"), InlineData("业主")]
    public void A_state_that_the_platform_would_not_carry_is_the_callers_mistake(string state) =>
        Assert.Throws<ArgumentException>(() => Clients.OfficialAccount.AuthorizeUrl("main", "https://desk.example/", state));

    [Fact]
    public async Task A_code_becomes_a_visitor_without_an_access_token()
    {
        Platform.Says("""{"access_token":"USER-TOKEN","expires_in":7200,"refresh_token":"R","openid":"oA","scope":"snsapi_userinfo","unionid":"oU"}""");

        var visitor = (await Clients.OfficialAccount.GetVisitorAsync("main", "CODE", CancellationToken.None)).Value!;

        Assert.Equal("GET /sns/oauth2/access_token?appid=wxba5fad812f8e6fb9&secret=oa-secret&code=CODE&grant_type=authorization_code", Line(Platform.Requests.Single()));
        Assert.Equal(("oA", "oU", "snsapi_userinfo", false), (visitor.Openid, visitor.Unionid, visitor.Scope, visitor.IsSnapshot));
        Assert.DoesNotContain("USER-TOKEN", visitor.ToString(), StringComparison.Ordinal);

        Platform.Says("""{"openid":"oA","nickname":"李先生","headimgurl":"https://thirdwx.example/1","unionid":"oU"}""");
        var profile = (await Clients.OfficialAccount.GetProfileAsync(visitor, CancellationToken.None)).Value!;
        Assert.Equal("GET /sns/userinfo?access_token=USER-TOKEN&openid=oA&lang=zh_CN", Line(Platform.Requests.Last()));
        Assert.Equal("李先生", profile.Nickname);
    }

    [Fact]
    public async Task A_snapshot_visitor_is_nobody()
    {
        Platform.Says("""{"access_token":"T","openid":"oVirtual","scope":"snsapi_base","is_snapshotuser":1}""");

        Assert.True((await Clients.OfficialAccount.GetVisitorAsync("main", "CODE", CancellationToken.None)).Value!.IsSnapshot);
    }

    [Theory, InlineData(40029), InlineData(40163), InlineData(42003)]
    public async Task A_code_that_does_not_work_closes_this_sign_in(int code)
    {
        Platform.Says($$"""{"errcode":{{code}},"errmsg":"as documented"}""");

        Assert.Equal(new ApiResult<WeChatVisitor>(null, SendOutcome.Closed, code, "as documented"), await Clients.OfficialAccount.GetVisitorAsync("main", "CODE", CancellationToken.None));
    }

    [Fact]
    public async Task Pages_are_signed_with_one_ticket_that_everybody_shares()
    {
        Platform.Says("""{"errcode":0,"errmsg":"ok","ticket":"sM4AOVdWfPE4DxkXGEs8VMCPGGVi4C3VM0P37wVUCFvkVAy","expires_in":7200}""");

        var first = (await Clients.OfficialAccount.SignPageAsync("main", "https://desk.example/my?a=1&b=2#top", CancellationToken.None)).Value!;
        var second = (await Clients.OfficialAccount.SignPageAsync("main", "https://desk.example/my", CancellationToken.None)).Value!;

        Assert.Equal("GET /cgi-bin/ticket/getticket?access_token=token-1&type=jsapi", Line(Assert.Single(Platform.Calls)));
        Assert.Equal("wxba5fad812f8e6fb9", first.AppId);
        Assert.Equal(
            JsSdkSignature.Compute("sM4AOVdWfPE4DxkXGEs8VMCPGGVi4C3VM0P37wVUCFvkVAy", first.NonceStr, first.Timestamp, "https://desk.example/my?a=1&b=2"), first.Signature);
        Assert.InRange(first.Timestamp, 1_700_000_000, 9_999_999_999);
        Assert.NotEqual(first.NonceStr, second.NonceStr);
    }

    [Fact]
    public async Task A_refused_ticket_is_an_answer()
    {
        Platform.Says("""{"errcode":48001,"errmsg":"api unauthorized"}""");

        Assert.Equal(new ApiResult<JsSdkConfig>(null, SendOutcome.Alert, 48001, "api unauthorized"), await Clients.OfficialAccount.SignPageAsync("main", "https://desk.example/my", CancellationToken.None));
    }

    [Fact]
    public async Task A_person_is_a_follower_with_a_unionid_or_not_much()
    {
        Platform.Says("""{"subscribe":1,"openid":"oA","subscribe_time":1434093047,"unionid":"oU","remark":"","groupid":0,"tagid_list":[128,2],"subscribe_scene":"ADD_SCENE_QR_CODE","qr_scene":98765,"qr_scene_str":""}""");
        var follower = (await Clients.OfficialAccount.GetUserAsync("main", "oA", CancellationToken.None)).Value!;
        Platform.Says("""{"subscribe":0,"openid":"oB"}""");
        var stranger = (await Clients.OfficialAccount.GetUserAsync("main", "oB", CancellationToken.None)).Value!;

        Assert.Equal((true, "oU", 1434093047L, 98765L), (follower.IsFollowing, follower.Unionid, follower.SubscribeTime, follower.QrScene));
        Assert.Equal([128, 2], follower.TagidList);
        Assert.Equal((false, null), (stranger.IsFollowing, stranger.Unionid));
    }

    private static string Line(Asked asked) => $"{asked.Method} {asked.Path}{asked.Query}";
}
