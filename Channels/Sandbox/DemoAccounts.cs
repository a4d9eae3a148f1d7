using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;

namespace ChatDesk.Channels.Sandbox;

/// <summary>Accounts for running without one: random for each start, so that no secret is known in advance.</summary>
internal static class DemoAccounts
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    // The last of 43 Base64 characters carries 4 bits: strict readers refuse others.
    private const string LastKeyLetters = "AEIMQUYcgkosw048";

    /// <summary>The settings to add where no account is configured; what is configured stays as it is.</summary>
    public static Dictionary<string, string?> For(IConfiguration configuration)
    {
        Dictionary<string, string?> settings = [];
        if (!configuration.GetSection("Channels:WeChat:Accounts").GetChildren().Any())
            AddOfficialAccount(settings, configuration);
        if (!configuration.GetSection("Channels:WeCom:Apps").GetChildren().Any())
            AddApplication(settings, configuration);
        AddPage(settings, configuration, "Channels:WeChat", "AuthorizeUrl", "/sandbox/wechat", "/connect/oauth2/authorize");
        AddPage(settings, configuration, "Channels:WeCom", "AuthorizeUrl", "/sandbox/wecom", "/connect/oauth2/authorize");
        AddPage(settings, configuration, "Channels:WeCom", "DesktopSignInUrl", "/sandbox/wecom", "/wwlogin/sso/login");
        return settings;
    }

    /// <summary>Browsers of a played platform find its pages on this host, under whatever name they reach it.</summary>
    private static void AddPage(
        Dictionary<string, string?> settings, IConfiguration configuration, string platform, string key, string root, string path)
    {
        var api = settings.GetValueOrDefault($"{platform}:ApiUrl") ?? configuration[$"{platform}:ApiUrl"];
        if (configuration[$"{platform}:{key}"] is null && api?.TrimEnd('/').EndsWith(root, StringComparison.Ordinal) is true)
            settings[$"{platform}:{key}"] = root + path;
    }

    private static void AddOfficialAccount(Dictionary<string, string?> settings, IConfiguration configuration)
    {
        const string account = "Channels:WeChat:Accounts:demo:";
        settings[account + "AppId"] = "wx" + RandomNumberGenerator.GetHexString(16, lowercase: true);
        settings[account + "AppSecret"] = RandomNumberGenerator.GetHexString(32, lowercase: true);
        AddCallback(settings, account);
        foreach (var purpose in (string[])["progress", "finished", "notice"])
            AddTemplate(settings, $"{account}Templates:{purpose}:");
        settings["Channels:WeChat:ApiUrl"] = configuration["Channels:WeChat:ApiUrl"] ?? SandboxAddress.WeChatApi;
    }

    private static void AddTemplate(Dictionary<string, string?> settings, string template)
    {
        settings[template + "Id"] = RandomNumberGenerator.GetString(Letters, 43);
        settings[template + "Fields:character_string1"] = "{number}";
        settings[template + "Fields:thing2"] = "{subject}";
        settings[template + "Fields:phrase3"] = "{status}";
        settings[template + "Fields:time4"] = "{time}";
    }

    private static void AddApplication(Dictionary<string, string?> settings, IConfiguration configuration)
    {
        const string app = "Channels:WeCom:Apps:desk:";
        settings["Channels:WeCom:CorpId"] = configuration["Channels:WeCom:CorpId"]
            ?? "ww" + RandomNumberGenerator.GetHexString(16, lowercase: true);
        settings[app + "AgentId"] = "1000002";
        settings[app + "Secret"] = RandomNumberGenerator.GetString(Letters, 43);
        AddCallback(settings, app);
        if (!configuration.GetSection("Channels:WeCom:Robots").GetChildren().Any())
            settings["Channels:WeCom:Robots:desk:WebhookUrl"] = $"{SandboxAddress.WeComApi}/cgi-bin/webhook/send?key={Guid.NewGuid()}";
        settings["Channels:WeCom:ApiUrl"] = configuration["Channels:WeCom:ApiUrl"] ?? SandboxAddress.WeComApi;
    }

    private static void AddCallback(Dictionary<string, string?> settings, string prefix)
    {
        settings[prefix + "Token"] = RandomNumberGenerator.GetString(Letters, 32);
        settings[prefix + "EncodingAesKey"] =
            RandomNumberGenerator.GetString(Letters, 42) + RandomNumberGenerator.GetString(LastKeyLetters, 1);
    }
}
