using System.Net;
using System.Web;
using ChatDesk.Channels.WeChat;

namespace ChatDesk.Tests.Channels.Sandbox;

/// <summary>The product's clients and a browser through the played authorize pages.</summary>
public sealed class SignInTests : PlayedPlatformTest
{
    [Fact]
    public async Task An_owners_browser_is_asked_whose_it_is_and_comes_back_with_a_code_that_works_once()
    {
        await PostAsync("owners/oA/follow", new { });
        var page = await Browser.GetAsync(OfficialAccount.AuthorizeUrl("demo", Here + "/signin?to=my", "S1"));
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("as=oA", WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync()), StringComparison.Ordinal);

        var (code, state) = await AuthorizeAsync(OfficialAccount.AuthorizeUrl("demo", Here + "/signin?to=my", "S1", WeChatScope.Profile), "oA");
        var visitor = (await OfficialAccount.GetVisitorAsync("demo", code, default)).Value!;
        var again = await OfficialAccount.GetVisitorAsync("demo", code, default);

        Assert.Equal(("S1", "oA", false), (state, visitor.Openid, visitor.IsSnapshot));
        Assert.Equal(40163, again.ErrorCode);
        var profile = (await OfficialAccount.GetProfileAsync(visitor, default)).Value!;
        Assert.Equal(visitor.Unionid, profile.Unionid);
        Assert.Equal(visitor.Unionid, (await OfficialAccount.GetUserAsync("demo", "oA", default)).Value!.Unionid);
    }

    [Fact]
    public async Task A_link_opened_on_a_phone_asks_nobody()
    {
        await PostAsync("owners/oA/follow", new { });
        await Browser.GetAsync("/sandbox/phones/owners/oA/browse?url=" + Uri.EscapeDataString("/t/1"));

        var back = await Browser.GetAsync(OfficialAccount.AuthorizeUrl("demo", Here + "/signin", "S1"));

        Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);
        Assert.StartsWith(Here + "/signin?code=", back.Headers.Location!.AbsoluteUri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_snapshot_visitor_has_an_openid_that_belongs_to_nobody()
    {
        var (code, _) = await AuthorizeAsync(OfficialAccount.AuthorizeUrl("demo", Here + "/signin", "S1"), "snapshot");

        var visitor = (await OfficialAccount.GetVisitorAsync("demo", code, default)).Value!;

        Assert.True(visitor.IsSnapshot);
        Assert.Equal(40003, (await OfficialAccount.GetUserAsync("demo", visitor.Openid, default)).ErrorCode);
    }

    [Fact]
    public async Task A_code_expires_after_five_minutes()
    {
        await PostAsync("owners/oA/follow", new { });
        var (code, _) = await AuthorizeAsync(OfficialAccount.AuthorizeUrl("demo", Here + "/signin", "S1"), "oA");
        Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(42003, (await OfficialAccount.GetVisitorAsync("demo", code, default)).ErrorCode);
        Assert.Equal(40029, (await OfficialAccount.GetVisitorAsync("demo", "other", default)).ErrorCode);
    }

    [Theory]
    [InlineData("https://evil.example/signin", "scope=snsapi_base", "scope=snsapi_base")]
    [InlineData(null, "scope=snsapi_base", "scope=snsapi_everything")]
    [InlineData(null, "response_type=code", "response_type=token")]
    [InlineData(null, "appid=", "appid=x")]
    public async Task A_foreign_domain_or_a_wrong_parameter_gets_an_error_page(string? redirect, string right, string wrong)
    {
        var url = OfficialAccount.AuthorizeUrl("demo", redirect ?? Here + "/signin", "S1").Replace(right, wrong, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.BadRequest, (await Browser.GetAsync(url)).StatusCode);
    }

    [Fact]
    public async Task A_member_signs_in_by_phone_or_desktop_and_who_left_is_no_member()
    {
        await PostAsync("staff/zhangsan/text", new { content = "在" });
        var (code, _) = await AuthorizeAsync(Application.AuthorizeUrl("desk", Here + "/w", "S1"), "zhangsan");
        var (desktop, state) = await AuthorizeAsync(Application.DesktopSignInUrl("desk", Here + "/w", "S2"), "zhangsan");

        Assert.Equal("zhangsan", (await Application.GetVisitorAsync("desk", code, default)).Value!.Userid);
        Assert.Equal(40029, (await Application.GetVisitorAsync("desk", code, default)).ErrorCode);
        Assert.Equal(("zhangsan", "S2"), ((await Application.GetVisitorAsync("desk", desktop, default)).Value!.Userid, state));

        await Browser.PostAsync("/sandbox/phones/staff/zhangsan/leave", content: null);
        var (late, _) = await AuthorizeAsync(Application.AuthorizeUrl("desk", Here + "/w", "S3"), "zhangsan");
        Assert.Null((await Application.GetVisitorAsync("desk", late, default)).Value!.Userid);
    }

    [Fact]
    public async Task Pages_are_signed_on_both_platforms()
    {
        Assert.Matches("^[0-9a-f]{40}$", (await OfficialAccount.SignPageAsync("demo", Here + "/my", default)).Value!.Signature);
        Assert.Matches("^[0-9a-f]{40}$", (await Application.SignPageAsync("desk", Here + "/w", default)).Value!.Signature);
        Assert.Matches("^[0-9a-f]{40}$", (await Application.SignAgentPageAsync("desk", Here + "/w", default)).Value!.Signature);
    }

    [Fact]
    public async Task Followers_are_listed_and_asked_for_together()
    {
        await PostAsync("owners/oA/follow", new { });
        await PostAsync("owners/oB/follow", new { });
        await PostAsync("owners/oB/unfollow", new { });

        var followers = (await OfficialAccount.GetFollowersAsync("demo", null, default)).Value!;
        var users = (await OfficialAccount.GetUsersAsync("demo", ["oA", "oB"], default)).Value!;

        Assert.Equal(["oA"], followers.Data!.Openid);
        Assert.Null((await OfficialAccount.GetFollowersAsync("demo", followers.NextOpenid, default)).Value!.Data);
        Assert.Equal([true, false], users.UserInfoList.Select(u => u.IsFollowing));
    }

    private async Task<(string Code, string State)> AuthorizeAsync(string url, string phone)
    {
        var back = await Browser.GetAsync(url.Split('#')[0] + "&as=" + phone);
        var query = HttpUtility.ParseQueryString(back.Headers.Location!.Query);
        return (query["code"]!, query["state"]!);
    }
}
