using Microsoft.Extensions.Configuration;

namespace ChatDesk.Channels.Sandbox;

/// <summary>An account or application whose platform the sandbox plays.</summary>
/// <param name="Name">The name in the configuration.</param>
/// <param name="Id">The AppId, or the application's agent id.</param>
/// <param name="ReceiveId">What ends an encrypted message: the AppId, or the CorpId.</param>
/// <param name="Secret">What buys an access token.</param>
/// <param name="Token">What signs callbacks.</param>
/// <param name="EncodingAesKey">What encrypts them.</param>
/// <param name="Encrypted">Whether callbacks travel in safe mode; WeCom's always do.</param>
internal sealed record PlayedAccount(
    string Name, string Id, string ReceiveId, string Secret, string Token, string EncodingAesKey, bool Encrypted)
{
    /// <summary>The name under which messages are addressed: an official account's gh_ id, a corporation's CorpId.</summary>
    public required string Address { get; init; }

    /// <summary>The owner of its tokens and quotas, unlike any other account's.</summary>
    public required string Key { get; init; }

    /// <summary>Secrets stay out of logs.</summary>
    public override string ToString() => Key;
}

/// <summary>The accounts and applications of the configuration.</summary>
internal sealed class PlayedAccounts(IConfiguration configuration)
{
    public string CorpId => configuration["Channels:WeCom:CorpId"] ?? "";

    public IReadOnlyList<PlayedAccount> OfficialAccounts =>
        [.. configuration.GetSection("Channels:WeChat:Accounts").GetChildren().Select(OfficialAccount)];

    public IReadOnlyList<PlayedAccount> Applications =>
        [.. configuration.GetSection("Channels:WeCom:Apps").GetChildren().Select(Application)];

    private static PlayedAccount OfficialAccount(IConfigurationSection section)
    {
        var appId = section["AppId"] ?? "";
        return new(
            section.Key, appId, appId, section["AppSecret"] ?? "", section["Token"] ?? "", section["EncodingAesKey"] ?? "",
            section.GetValue("Encrypted", defaultValue: true))
        {
            Address = $"gh_{appId[..Math.Min(14, appId.Length)]}",
            Key = $"wechat:{section.Key}",
        };
    }

    private PlayedAccount Application(IConfigurationSection section) => new(
        section.Key, section["AgentId"] ?? "", CorpId, section["Secret"] ?? "", section["Token"] ?? "",
        section["EncodingAesKey"] ?? "", Encrypted: true)
    {
        Address = CorpId,
        Key = $"wecom:{section.Key}",
    };
}
