namespace ChatDesk.Channels.Sandbox;

/// <summary>The platforms' limits as the sandbox plays them: never more generous than the documents.</summary>
/// <remarks>Tencent changes these numbers without notice. A test compares each with the number in the document that it names.</remarks>
public static partial class SandboxLimits
{
    /// <summary>How long a callback may take, from connecting to the last byte of the answer: 接收普通消息, WeCom path/90238.</summary>
    public static readonly TimeSpan CallbackTimeout = TimeSpan.FromSeconds(5);

    /// <summary>How often one callback is tried in all: 接收普通消息.</summary>
    public const int CallbackAttempts = 3;

    /// <summary>How long an uploaded or received file can be fetched and sent: 新增临时素材, WeCom path/90253.</summary>
    public static readonly TimeSpan MediaLifetime = TimeSpan.FromDays(3);

    /// <summary>How long an access token works: api_getaccesstoken, WeCom path/91039.</summary>
    public static readonly TimeSpan TokenLifetime = TimeSpan.FromSeconds(7200);

    /// <summary>How long a sign-in code works, once: 网页授权, WeCom path/91023.</summary>
    public static readonly TimeSpan SignInCodeLifetime = TimeSpan.FromMinutes(5);

    /// <summary>How long a JS-SDK ticket works: JS-SDK appendix 1, WeCom path/90506.</summary>
    public static readonly TimeSpan TicketLifetime = TimeSpan.FromSeconds(7200);
}
