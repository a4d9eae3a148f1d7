using ChatDesk.Channels.Activities;
using ChatDesk.Channels.WeChat;
using ChatDesk.Channels.WeCom;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ChatDesk.Tests.Channels.Protocol;

/// <summary>Both clients as the host registers them, pointed at a fake platform.</summary>
internal sealed class Clients : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public Clients(string url, ILoggerProvider? logs = null, string timeout = "00:00:30")
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(Settings(url, timeout)).Build();
        _services = new ServiceCollection()
            .AddLogging(logging => _ = logs is null ? logging : logging.SetMinimumLevel(LogLevel.Trace).AddProvider(logs))
            .AddSingleton<ITokenStore, MemoryTokens>()
            .AddWeChat(configuration)
            .AddWeCom(configuration)
            .BuildServiceProvider();
    }

    public IChannelClient WeChat => _services.GetRequiredKeyedService<IChannelClient>("oa");

    public IChannelClient WeCom => _services.GetRequiredKeyedService<IChannelClient>("wecom");

    public WeChatClient OfficialAccount => _services.GetRequiredService<WeChatClient>();

    public WeComClient Application => _services.GetRequiredService<WeComClient>();

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    public static Activity ToOwner(string? text) => new()
    {
        Type = ActivityType.Message,
        ChannelId = ChannelNames.OfficialAccount,
        Account = "main",
        From = new("gh_x"),
        Recipient = new("oOPENID"),
        Text = text,
    };

    public static Activity ToStaff(string? text, string recipients = "zhangsan|lisi") => new()
    {
        Type = ActivityType.Message,
        ChannelId = ChannelNames.WeCom,
        Account = "dispatch",
        From = new("desk"),
        Recipient = new(recipients),
        Text = text,
    };

    private static Dictionary<string, string?> Settings(string url, string timeout) => new()
    {
        ["Channels:WeChat:ApiUrl"] = url,
        ["Channels:WeChat:SendTimeout"] = timeout,
        ["Channels:WeChat:Accounts:main:AppId"] = CallbackHost.AppId,
        ["Channels:WeChat:Accounts:main:AppSecret"] = "oa-secret",
        ["Channels:WeChat:Accounts:main:Token"] = CallbackHost.Token,
        ["Channels:WeChat:Accounts:main:EncodingAesKey"] = CallbackHost.Key,
        ["Channels:WeChat:Accounts:main:Templates:assigned:Id"] = "TPL-1",
        ["Channels:WeChat:Accounts:main:Templates:assigned:Fields:thing2"] = "{subject}",
        ["Channels:WeChat:Accounts:main:Templates:assigned:Fields:time4"] = "{at}",
        ["Channels:WeChat:Accounts:main:Templates:finished:Id"] = "TPL-2",
        ["Channels:WeChat:Accounts:main:Templates:finished:Kind"] = "Subscription",
        ["Channels:WeChat:Accounts:main:Templates:finished:Fields:thing1"] = "{subject} {status}",
        ["Channels:WeChat:Accounts:main:Templates:finished:Fields:phrase2"] = "{status}",
        ["Channels:WeChat:Accounts:main:Menu:0:Name"] = "我要报修",
        ["Channels:WeChat:Accounts:main:Menu:0:Type"] = "click",
        ["Channels:WeChat:Accounts:main:Menu:0:Key"] = "REPAIR_NEW",
        ["Channels:WeChat:Accounts:main:Menu:1:Name"] = "服务",
        ["Channels:WeChat:Accounts:main:Menu:1:Items:0:Name"] = "我的工单",
        ["Channels:WeChat:Accounts:main:Menu:1:Items:0:Type"] = "view",
        ["Channels:WeChat:Accounts:main:Menu:1:Items:0:Url"] = "https://desk.example/my?a=1&b=2",
        ["Channels:WeChat:Accounts:main:Menu:1:Items:1:Name"] = "缴费",
        ["Channels:WeChat:Accounts:main:Menu:1:Items:1:Type"] = "miniprogram",
        ["Channels:WeChat:Accounts:main:Menu:1:Items:1:Url"] = "https://desk.example/pay",
        ["Channels:WeChat:Accounts:main:Menu:1:Items:1:AppId"] = "wx1",
        ["Channels:WeChat:Accounts:main:Menu:1:Items:1:PagePath"] = "pages/pay",
        ["Channels:WeCom:Robots:gate:WebhookUrl"] = url + "/cgi-bin/webhook/send?key=KEY-1",
        ["Channels:WeCom:ApiUrl"] = url,
        ["Channels:WeCom:SendTimeout"] = timeout,
        ["Channels:WeCom:CorpId"] = CallbackHost.CorpId,
        ["Channels:WeCom:Apps:dispatch:AgentId"] = "1000002",
        ["Channels:WeCom:Apps:dispatch:Secret"] = "app-secret",
        ["Channels:WeCom:Apps:dispatch:Token"] = CallbackHost.Token,
        ["Channels:WeCom:Apps:dispatch:EncodingAesKey"] = CallbackHost.Key,
    };
}
