using ChatDesk.Channels.Protocol;
using ChatDesk.Channels.WeChat;
using ChatDesk.Channels.WeCom;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace ChatDesk.Tests.Channels.Protocol;

public sealed class OptionsTests
{
    private static readonly Dictionary<string, string?> Complete = new()
    {
        ["Channels:WeChat:Accounts:main:AppId"] = "wx1",
        ["Channels:WeChat:Accounts:main:AppSecret"] = "s",
        ["Channels:WeChat:Accounts:main:Token"] = "t",
        ["Channels:WeChat:Accounts:main:EncodingAesKey"] = CallbackHost.Key,
        ["Channels:WeCom:CorpId"] = "ww1",
        ["Channels:WeCom:Apps:dispatch:AgentId"] = "1",
        ["Channels:WeCom:Apps:dispatch:Secret"] = "s",
        ["Channels:WeCom:Apps:dispatch:Token"] = "t",
        ["Channels:WeCom:Apps:dispatch:EncodingAesKey"] = CallbackHost.Key,
    };

    [Fact]
    public async Task A_host_without_channels_starts()
    {
        using var host = await StartAsync([]);
    }

    [Fact]
    public async Task A_complete_configuration_starts()
    {
        using var host = await StartAsync(Complete);
    }

    [Theory]
    [InlineData("Channels:WeChat:Accounts:main:AppId", "")]
    [InlineData("Channels:WeChat:Accounts:main:AppSecret", "")]
    [InlineData("Channels:WeChat:Accounts:main:Token", null)]
    [InlineData("Channels:WeChat:Accounts:main:EncodingAesKey", "")]
    [InlineData("Channels:WeChat:Accounts:main:EncodingAesKey", "too-short")]
    [InlineData("Channels:WeChat:ApiUrl", "not a url")]
    [InlineData("Channels:WeChat:SendTimeout", "00:02:00")]
    [InlineData("Channels:WeCom:Apps:dispatch:AgentId", "0")]
    [InlineData("Channels:WeCom:Apps:dispatch:Secret", "")]
    [InlineData("Channels:WeCom:Apps:dispatch:Token", "")]
    [InlineData("Channels:WeCom:Apps:dispatch:EncodingAesKey", "")]
    [InlineData("Channels:WeCom:CorpId", "")]
    [InlineData("Channels:WeCom:ApiUrl", "")]
    [InlineData("Channels:CallbackTolerance", "00:00:00")]
    public async Task A_missing_or_wrong_value_stops_the_start_and_names_its_key(string key, string? value)
    {
        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(new(Complete) { [key] = value }));

        Assert.Contains(key, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plaintext_account_needs_no_key()
    {
        using var host = await StartAsync(new(Complete)
        {
            ["Channels:WeChat:Accounts:main:EncodingAesKey"] = null,
            ["Channels:WeChat:Accounts:main:Encrypted"] = "false",
        });
    }

    [Fact]
    public async Task The_tolerance_is_ten_minutes_unless_it_is_configured()
    {
        using var usual = await StartAsync(Complete);
        using var own = await StartAsync(new(Complete) { ["Channels:CallbackTolerance"] = "00:01:00" });

        Assert.Equal(TimeSpan.FromMinutes(10), Tolerance(usual));
        Assert.Equal(TimeSpan.FromMinutes(1), Tolerance(own));
    }

    [Fact]
    public async Task An_api_address_may_have_a_path()
    {
        await using var platform = await FakePlatform.StartAsync();
        await using Clients clients = new(platform.Url + "/sandbox/wechat");

        await clients.WeChat.SendAsync(Clients.ToOwner("你好"), CancellationToken.None);

        Assert.All(platform.Requests, r => Assert.StartsWith("/sandbox/wechat/cgi-bin/", r.Path, StringComparison.Ordinal));
    }

    private static TimeSpan Tolerance(IHost host) => host.Services.GetRequiredService<IOptions<CallbackOptions>>().Value.CallbackTolerance;

    private static async Task<IHost> StartAsync(Dictionary<string, string?> settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Services.AddWeChat(builder.Configuration).AddWeCom(builder.Configuration);
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }
}
