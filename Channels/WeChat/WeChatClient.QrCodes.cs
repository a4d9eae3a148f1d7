using ChatDesk.Channels.Activities;

namespace ChatDesk.Channels.WeChat;

/// <content>QR codes with a scene.</content>
/// <remarks>Source: https://developers.weixin.qq.com/doc/service/api/qrcode/qrcodes/api_createqrcode.</remarks>
public sealed partial class WeChatClient
{
    private const int SceneMaxLength = 64;
    private static readonly TimeSpan LongestQrCode = TimeSpan.FromDays(30);

    /// <summary>Makes a code that leads to the account; who scans it brings the scene along.</summary>
    /// <param name="account">The configured account.</param>
    /// <param name="scene">1 to 64 characters that anybody who sees the code can read: no personal data.</param>
    /// <param name="lifetime">1 s to 30 days; null for a code that lasts for ever, of which an account has 100,000.</param>
    /// <param name="ct">Cancels the call.</param>
    /// <exception cref="ArgumentException">The scene or the lifetime is out of range.</exception>
    public async Task<ApiResult<WeChatQrCode>> CreateQrCodeAsync(string account, string scene, TimeSpan? lifetime, CancellationToken ct)
    {
        if (scene is not { Length: >= 1 and <= SceneMaxLength })
            throw new ArgumentException("A scene has 1 to 64 characters.", nameof(scene));
        if (lifetime is { } asked && (asked < TimeSpan.FromSeconds(1) || asked > LongestQrCode))
            throw new ArgumentException("A temporary code lives 1 s to 30 days.", nameof(lifetime));
        QrRequest request = new((int?)lifetime?.TotalSeconds, lifetime is null ? "QR_LIMIT_STR_SCENE" : "QR_STR_SCENE", new(new(scene)));
        return (await PostAsync(account, "cgi-bin/qrcode/create", request, WeChatJson.Raw.QrRequest, ct)).Read(WeChatJson.Raw.WeChatQrCode);
    }
}

internal sealed record QrRequest(int? ExpireSeconds, string ActionName, QrRequest.Info ActionInfo)
{
    internal sealed record Info(Scene Scene);

    internal sealed record Scene(string SceneStr);
}

/// <param name="Ticket">Fetches the picture.</param>
/// <param name="ExpireSeconds">How long it works; 0 for ever.</param>
/// <param name="Url">What the code says, to draw it oneself.</param>
public sealed record WeChatQrCode(string Ticket, int ExpireSeconds, string Url)
{
    /// <summary>The platform's picture of it.</summary>
    public string PictureUrl => $"https://mp.weixin.qq.com/cgi-bin/showqrcode?ticket={Uri.EscapeDataString(Ticket)}";
}
