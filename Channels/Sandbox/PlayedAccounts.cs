using ChatDesk.Channels.Protocol;
using ChatDesk.Channels.WeChat;
using Microsoft.Extensions.Configuration;

namespace ChatDesk.Channels.Sandbox;

/// <summary>An account or application whose platform the sandbox plays.</summary>
/// <param name="Name">The name in the configuration.</param>
/// <param name="Id">The AppId, or the application's agent id.</param>
/// <param name="ReceiveId">What ends an encrypted message: the AppId, or the CorpId.</param>
/// <param name="Secret">What buys an access token.</param>
/// <param name="Token">What signs callbacks.</param>
/// <param name="Cipher">What encrypts them; null for an official account in plaintext mode.</param>
internal sealed record PlayedAccount(string Name, string Id, string ReceiveId, string Secret, string Token, CallbackCipher? Cipher)
{
    /// <summary>The name under which messages are addressed: an official account's gh_ id, a corporation's CorpId.</summary>
    public required string Address { get; init; }

    /// <summary>An official account's templates.</summary>
    public IReadOnlyList<PlayedTemplate> Templates { get; init; } = [];

    /// <summary>The owner of its tokens and quotas, unlike any other account's.</summary>
    public required string Key { get; init; }

    /// <summary>Secrets stay out of logs.</summary>
    public override string ToString() => Key;
}

/// <summary>A template that the account has, as its configuration names it.</summary>
internal sealed record PlayedTemplate(string Id, string Title, NoticeKind Kind, IReadOnlyList<string> Fields);

/// <summary>The accounts and applications of the configuration whose API is the sandbox: nobody speaks here for a real account.</summary>
internal sealed class PlayedAccounts
{
    private const string RobotPath = "/sandbox/wecom/cgi-bin/webhook/send?key=";

    public PlayedAccounts(IConfiguration configuration)
    {
        CorpId = configuration["Channels:WeCom:CorpId"] ?? "";
        OfficialAccounts = [.. Sections(configuration, "Channels:WeChat", "Accounts", "/sandbox/wechat").Select(OfficialAccount)];
        Applications = [.. Sections(configuration, "Channels:WeCom", "Apps", "/sandbox/wecom").Select(Application)];
        Robots = configuration.GetSection("Channels:WeCom:Robots").GetChildren()
            .Where(robot => robot["WebhookUrl"]?.Contains(RobotPath, StringComparison.Ordinal) is true)
            .ToDictionary(robot => robot.Key, robot => robot["WebhookUrl"]!.Split(RobotPath)[1]);
    }

    public string CorpId { get; }

    /// <summary>The keys of the group robots whose address is here, by the robots' names.</summary>
    public IReadOnlyDictionary<string, string> Robots { get; }

    public IReadOnlyList<PlayedAccount> OfficialAccounts { get; }

    public IReadOnlyList<PlayedAccount> Applications { get; }

    private static IEnumerable<IConfigurationSection> Sections(IConfiguration configuration, string platform, string name, string path) =>
        configuration[$"{platform}:ApiUrl"]?.TrimEnd('/').EndsWith(path, StringComparison.Ordinal) == true
            ? configuration.GetSection($"{platform}:{name}").GetChildren()
            : [];

    private static PlayedAccount OfficialAccount(IConfigurationSection section)
    {
        var appId = section["AppId"] ?? "";
        var cipher = section.GetValue("Encrypted", defaultValue: true) ? new CallbackCipher(section["EncodingAesKey"] ?? "", appId) : null;
        return new(section.Key, appId, appId, section["AppSecret"] ?? "", section["Token"] ?? "", cipher)
        {
            Address = $"gh_{appId[..Math.Min(14, appId.Length)]}",
            Key = $"wechat:{section.Key}",
            Templates = [.. section.GetSection("Templates").GetChildren().Select(Template)],
        };
    }

    private static PlayedTemplate Template(IConfigurationSection section) => new(
        section["Id"] ?? "", section.Key, section.GetValue<NoticeKind>("Kind"), [.. section.GetSection("Fields").GetChildren().Select(field => field.Key)]);

    private PlayedAccount Application(IConfigurationSection section) => new(
        section.Key, section["AgentId"] ?? "", CorpId, section["Secret"] ?? "", section["Token"] ?? "",
        new CallbackCipher(section["EncodingAesKey"] ?? "", CorpId))
    {
        Address = CorpId,
        Key = $"wecom:{section.Key}",
    };
}
