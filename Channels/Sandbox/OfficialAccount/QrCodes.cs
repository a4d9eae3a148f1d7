using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using ChatDesk.Channels.Sandbox.Platform;
using Microsoft.AspNetCore.Http;

namespace ChatDesk.Channels.Sandbox.OfficialAccount;

/// <summary>The played qrcode/create.</summary>
/// <remarks>Source: https://developers.weixin.qq.com/doc/service/api/qrcode/qrcodes/api_createqrcode.</remarks>
internal sealed class QrCodes
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private readonly ConcurrentDictionary<string, int> _permanent = [];

    public IResult Create(PlayedAccount account, PlatformBody body)
    {
        var scene = body.Root.Member("action_info")?.Member("scene");
        var isPermanent = body.Root.Text("action_name") is "QR_LIMIT_STR_SCENE" or "QR_LIMIT_SCENE";
        var seconds = isPermanent ? 0 : body.Root.Number("expire_seconds") ?? 0;
        if (scene is null || !IsScene(body.Root.Text("action_name"), scene.Value))
            return PlatformAnswer.Refuse(PlatformErrors.InvalidScene);
        if (!isPermanent && (seconds < 1 || seconds > (long)SandboxLimits.OfficialAccount.QrLifetime.TotalSeconds))
            return PlatformAnswer.Refuse(PlatformErrors.InvalidExpiry);
        if (isPermanent && _permanent.AddOrUpdate(account.Key, 1, (_, made) => made + 1) > SandboxLimits.OfficialAccount.PermanentQrCodes)
            return PlatformAnswer.Refuse(PlatformErrors.TooManyQrCodes);
        var ticket = RandomNumberGenerator.GetString(Letters, 96);
        return isPermanent
            ? PlatformAnswer.Bare(("ticket", ticket), ("url", Url()))
            : PlatformAnswer.Bare(("ticket", ticket), ("expire_seconds", seconds), ("url", Url()));
    }

    private static string Url() => "http://weixin.qq.com/q/" + RandomNumberGenerator.GetString(Letters, 22);

    private static bool IsScene(string? action, JsonElement scene) => action switch
    {
        "QR_STR_SCENE" or "QR_LIMIT_STR_SCENE" => scene.Text("scene_str") is { Length: <= SandboxLimits.OfficialAccount.SceneCharacters },
        "QR_SCENE" => scene.Number("scene_id") is >= 1 and <= uint.MaxValue,
        "QR_LIMIT_SCENE" => scene.Number("scene_id") is >= 1 and <= SandboxLimits.OfficialAccount.PermanentQrCodes,
        _ => false,
    };
}
