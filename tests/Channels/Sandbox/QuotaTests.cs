using ChatDesk.Channels.Sandbox.Platform;

namespace ChatDesk.Tests.Channels.Sandbox;

public sealed class QuotaTests
{
    [Fact]
    public void A_days_quota_is_used_up_per_account_and_comes_back_at_midnight_in_China()
    {
        TestClock clock = new(); // 2026-05-01 09:00 in China
        Quotas quotas = new(clock);

        Assert.True(quotas.TryTakeToday("wechat:demo", "token", 2));
        Assert.True(quotas.TryTakeToday("wechat:demo", "token", 2));
        Assert.False(quotas.TryTakeToday("wechat:demo", "token", 2));
        Assert.True(quotas.TryTakeToday("wechat:other", "token", 2));
        clock.Advance(new TimeSpan(14, 59, 59));
        Assert.False(quotas.TryTakeToday("wechat:demo", "token", 2));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(quotas.TryTakeToday("wechat:demo", "token", 2));
    }

    [Fact]
    public async Task The_two_thousand_and_first_token_of_a_day_is_45009()
    {
        await using var host = await SandboxHost.StartAsync();
        var address = "/sandbox/wechat/cgi-bin/token?grant_type=client_credential"
            + $"&appid={host.Configuration["Channels:WeChat:Accounts:demo:AppId"]}&secret={host.Configuration["Channels:WeChat:Accounts:demo:AppSecret"]}";

        for (var i = 0; i < 2000; i++)
            Assert.DoesNotContain("errcode", await host.Http.GetStringAsync(address), StringComparison.Ordinal);

        Assert.Contains("45009", await host.Http.GetStringAsync(address), StringComparison.Ordinal);
    }
}
