using System.ComponentModel.DataAnnotations;

namespace ChatDesk.Channels.WeCom;

/// <summary>How to reach WeCom; the section <c>Channels:WeCom</c>.</summary>
public sealed class WeComOptions
{
    /// <summary>The corporation; also the receive id inside callbacks. Needed as soon as an application is configured.</summary>
    public string CorpId { get; set; } = "";

    /// <summary>The platform's API, or another server that speaks it. Default https://qyapi.weixin.qq.com.</summary>
    [Required, Url]
    public string ApiUrl { get; set; } = "https://qyapi.weixin.qq.com";

    /// <summary>Where WeCom's own browser signs a member in. Default https://open.weixin.qq.com/connect/oauth2/authorize.</summary>
    [Required]
    public string AuthorizeUrl { get; set; } = "https://open.weixin.qq.com/connect/oauth2/authorize";

    /// <summary>Where a desktop browser signs a member in by a code that the phone scans. Default https://login.work.weixin.qq.com/wwlogin/sso/login.</summary>
    [Required]
    public string DesktopSignInUrl { get; set; } = "https://login.work.weixin.qq.com/wwlogin/sso/login";

    /// <summary>How long one send or download may take, its token included. Default 10 s, 1 s to 1 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan SendTimeout { get; set; } = TimeSpan.FromSeconds(10);
}

/// <summary>One application; the section <c>Channels:WeCom:Apps:{name}</c>. No secret has a default.</summary>
public sealed class WeComApp
{
    /// <summary>The corporation, taken from <c>Channels:WeCom:CorpId</c>.</summary>
    [Required(ErrorMessage = "An application needs Channels:WeCom:CorpId.")]
    public string CorpId { get; set; } = "";

    [Range(1, int.MaxValue)]
    public int AgentId { get; set; }

    [Required]
    public string Secret { get; set; } = "";

    /// <summary>The token set in the application's console; it signs every callback.</summary>
    [Required]
    public string Token { get; set; } = "";

    /// <summary>43 characters from the console.</summary>
    [Required, RegularExpression("[A-Za-z0-9+/]{43}", ErrorMessage = "An EncodingAESKey has 43 letters, digits, + or /.")]
    public string EncodingAesKey { get; set; } = "";
}

/// <summary>A group robot (消息推送); the section <c>Channels:WeCom:Robots:{name}</c>.</summary>
public sealed class WeComRobot
{
    /// <summary>The address from the group's settings; it holds the key and is a secret.</summary>
    [Required, RegularExpression(@"https?://.+/webhook/send\?key=[^&]+", ErrorMessage = "A robot's address ends in /webhook/send?key=…")]
    public string WebhookUrl { get; set; } = "";
}
