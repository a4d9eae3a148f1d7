using System.ComponentModel.DataAnnotations;

namespace ChatDesk.BotHost;

/// <summary><c>ChatDesk</c>: what the desk as a whole needs to know.</summary>
public sealed class DeskOptions
{
    public const string Section = "ChatDesk";

    /// <summary>How owners' and staff's phones reach the desk: scheme and host, no path. Default: the address it listens on.</summary>
    [Url]
    public string? PublicUrl { get; set; }

    /// <summary>The estates' wall clock, an IANA name. Default Asia/Shanghai.</summary>
    [Required]
    public string TimeZone { get; set; } = "Asia/Shanghai";

    /// <summary>Where the database file and the pictures lie. Default <c>data</c> under the folder that the desk was started from.</summary>
    [Required]
    public string DataDirectory { get; set; } = "data";

    /// <summary>Addresses or networks of reverse proxies whose forwarded headers are believed, separated by commas. Default none.</summary>
    public string TrustedProxies { get; set; } = "";
}
