using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace ChatDesk.Tests.Channels.Sandbox;

public sealed class TokenTests
{
    [Fact]
    public async Task A_stable_token_stays_the_same_until_its_last_five_minutes_and_both_work_then()
    {
        await using var host = await SandboxHost.StartAsync();
        await host.OwnerAsync("text", new { content = "你好" });

        var first = await host.WeChatTokenAsync();
        host.Clock.Advance(TimeSpan.FromSeconds(7200 - 301));
        var same = await host.WeChatTokenAsync();
        host.Clock.Advance(TimeSpan.FromSeconds(2));
        var second = await host.WeChatTokenAsync();

        Assert.Equal(first, same);
        Assert.NotEqual(first, second);
        Assert.Equal(0, await SendAsync(host, first));
        Assert.Equal(0, await SendAsync(host, second));
    }

    [Fact]
    public async Task An_expired_token_is_42001_a_revoked_or_unknown_one_40001_a_missing_one_41001()
    {
        await using var host = await SandboxHost.StartAsync();
        await host.OwnerAsync("text", new { content = "你好" });

        var expired = await host.WeChatTokenAsync();
        host.Clock.Advance(TimeSpan.FromSeconds(7200));
        Assert.Equal(42001, await SendAsync(host, expired));
        var revoked = await host.WeChatTokenAsync();
        await host.Http.PostAsJsonAsync("/sandbox/tokens/revoke", new { owner = "wechat:demo" });

        Assert.Equal(40001, await SendAsync(host, revoked));
        Assert.Equal(40001, await SendAsync(host, "unknown"));
        Assert.Equal(41001, await SendAsync(host, ""));
        Assert.Equal(0, await SendAsync(host, await host.WeChatTokenAsync()));
    }

    [Fact]
    public async Task A_forced_refresh_kills_the_old_token_and_waits_thirty_seconds()
    {
        await using var host = await SandboxHost.StartAsync();
        await host.OwnerAsync("text", new { content = "你好" });
        var old = await host.WeChatTokenAsync();

        await host.StableTokenAsync(force: true);
        var tooSoon = await host.StableTokenAsync(force: true);

        Assert.Equal(40001, await SendAsync(host, old));
        Assert.Equal(45011, tooSoon.GetProperty("errcode").GetInt32());
    }

    [Fact]
    public async Task Wrong_credentials_get_the_documented_codes()
    {
        await using var host = await SandboxHost.StartAsync();
        var appId = host.Configuration["Channels:WeChat:Accounts:demo:AppId"];
        var corpId = host.Configuration["Channels:WeCom:CorpId"];

        Assert.Equal(40125, await GetAsync($"/sandbox/wechat/cgi-bin/token?grant_type=client_credential&appid={appId}&secret=x"));
        Assert.Equal(40013, await GetAsync("/sandbox/wechat/cgi-bin/token?grant_type=client_credential&appid=x&secret=x"));
        Assert.Equal(40002, await GetAsync($"/sandbox/wechat/cgi-bin/token?grant_type=x&appid={appId}&secret=x"));
        Assert.Equal(40001, await GetAsync($"/sandbox/wecom/cgi-bin/gettoken?corpid={corpId}&corpsecret=x"));
        Assert.Equal(40013, await GetAsync("/sandbox/wecom/cgi-bin/gettoken?corpid=x&corpsecret=x"));

        async Task<int> GetAsync(string path) => (await host.Http.GetFromJsonAsync<JsonElement>(path)).GetProperty("errcode").GetInt32();
    }

    [Fact]
    public async Task Faults_answer_late_or_wrong_or_never_after_acting()
    {
        await using var host = await SandboxHost.StartAsync();
        await host.OwnerAsync("text", new { content = "你好" });
        var token = await host.WeChatTokenAsync();

        await host.FaultAsync(new { kind = "Status", api = "custom/send", status = 502 });
        using var broken = await host.Http.PostAsJsonAsync($"/sandbox/wechat/cgi-bin/message/custom/send?access_token={token}", new { });
        await host.FaultAsync(new { kind = "Error", api = "custom/send", errorCode = 45009 });
        var quota = await SendAsync(host, token);
        await host.FaultAsync(new { kind = "ActThenHang", api = "custom/send" });
        using CancellationTokenSource patience = new();
        var hanging = host.Http.PostAsJsonAsync(
            $"/sandbox/wechat/cgi-bin/message/custom/send?access_token={token}",
            new { touser = SandboxHost.Owner, msgtype = "text", text = new { content = "ok" } }, patience.Token);
        while (!(await host.OwnerItemsAsync()).Any(i => i.From == "them"))
            await Task.Yield();
        var answeredBeforeGivingUp = hanging.IsCompleted;
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => hanging);

        Assert.False(answeredBeforeGivingUp);
        Assert.Equal(HttpStatusCode.BadGateway, broken.StatusCode);
        Assert.Equal(45009, quota);
        Assert.Equal("ok", Assert.Single(await host.OwnerItemsAsync(), i => i.From == "them").Text);
    }

    private static async Task<int> SendAsync(SandboxHost host, string token) => (await host.CallAsync(
        $"/sandbox/wechat/cgi-bin/message/custom/send?access_token={token}",
        """{"touser":"oOwner1","msgtype":"text","text":{"content":"好的"}}""")).GetProperty("errcode").GetInt32();
}
