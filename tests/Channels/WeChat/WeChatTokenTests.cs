using ChatDesk.Channels.Activities;
using ChatDesk.Tests.Channels.Protocol;
using Microsoft.AspNetCore.Http;

namespace ChatDesk.Tests.Channels.WeChat;

/// <summary>Rules: developers.weixin.qq.com/doc/service/api/base/api_getstableaccesstoken.</summary>
public sealed class WeChatTokenTests : PlatformTest
{
    [Fact]
    public async Task A_token_is_asked_for_once_and_used_for_all()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => SendAsync(Clients.ToOwner($"第{i}条"))));

        Assert.Equal(1, Platform.TokenRequests);
        Assert.Equal(20, Platform.Calls.Count);
    }

    [Theory, InlineData(40001), InlineData(40014), InlineData(42001)]
    public async Task A_refused_token_is_renewed_once_for_all_who_found_out(int code)
    {
        await SendAsync(Clients.ToOwner("先来一个"));
        Platform.Refuses("token-1", code);

        var results = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => SendAsync(Clients.ToOwner($"第{i}条"))));

        Assert.All(results, r => Assert.Equal(SendOutcome.Sent, r.Outcome));
        Assert.Equal(2, Platform.TokenRequests);
    }

    [Fact]
    public async Task A_token_that_stays_refused_is_tried_twice_and_never_shown()
    {
        Platform.Answer = (asked, http) => http.Response.WriteAsync($$"""{"errcode":40001,"errmsg":"invalid credential {{asked.Token}} rid: 1"}""");

        var result = await SendAsync(Clients.ToOwner("你好"));

        Assert.Equal(new SendResult(SendOutcome.Alert, 40001, "invalid credential *** rid: 1"), result);
        Assert.Equal(["token-1", "token-2"], Platform.Calls.Select(c => c.Token));
    }

    [Fact]
    public async Task A_token_at_the_end_of_its_life_is_renewed_before_it_is_used()
    {
        Platform.AnswerToken = http => http.Response.WriteAsync("""{"access_token":"old","expires_in":0}""");
        await SendAsync(Clients.ToOwner("一"));
        Platform.AnswerToken = null;

        await SendAsync(Clients.ToOwner("二"));

        Assert.Equal(["old", "token-1"], Platform.Calls.Select(c => c.Token));
    }

    [Fact]
    public async Task APlatform_that_refuses_the_secret_is_not_asked_again_at_once()
    {
        Platform.AnswerToken = http => http.Response.WriteAsync("""{"errcode":40125,"errmsg":"invalid appsecret"}""");

        var results = new[] { await SendAsync(Clients.ToOwner("一")), await SendAsync(Clients.ToOwner("二")) };

        Assert.All(results, r => Assert.Equal(new SendResult(SendOutcome.Alert, 40125, "invalid appsecret"), r));
        Assert.Equal(1, Platform.TokenRequests);
        Assert.Empty(Platform.Calls);
    }

    [Fact]
    public async Task A_busyPlatform_that_gives_no_token_is_worth_a_retry()
    {
        Platform.AnswerToken = http => http.Response.WriteAsync("""{"errcode":-1,"errmsg":"system error"}""");
        Assert.Equal(SendOutcome.Retry, (await SendAsync(Clients.ToOwner("一"))).Outcome);
        Platform.AnswerToken = null;
        Assert.Equal(SendOutcome.Sent, (await SendAsync(Clients.ToOwner("一"))).Outcome);
    }

    private Task<SendResult> SendAsync(Activity activity) => Clients.WeChat.SendAsync(activity, CancellationToken.None);
}
