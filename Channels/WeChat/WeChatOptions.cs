using System.ComponentModel.DataAnnotations;

namespace ChatDesk.Channels.WeChat;

/// <summary>How to reach WeChat; the section <c>Channels:WeChat</c>.</summary>
public sealed class WeChatOptions
{
    /// <summary>The platform's API, or another server that speaks it. Default https://api.weixin.qq.com.</summary>
    [Required, Url]
    public string ApiUrl { get; set; } = "https://api.weixin.qq.com";

    /// <summary>Where a browser asks a person for consent (网页授权). Default https://open.weixin.qq.com/connect/oauth2/authorize.</summary>
    [Required]
    public string AuthorizeUrl { get; set; } = "https://open.weixin.qq.com/connect/oauth2/authorize";

    /// <summary>How long one send or download may take, its token included. Default 10 s, 1 s to 1 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan SendTimeout { get; set; } = TimeSpan.FromSeconds(10);
}

/// <summary>One official account; the section <c>Channels:WeChat:Accounts:{name}</c>. No secret has a default.</summary>
public sealed class WeChatAccount : IValidatableObject
{
    /// <summary>The account's AppID; also the receive id inside encrypted callbacks.</summary>
    [Required]
    public string AppId { get; set; } = "";

    [Required]
    public string AppSecret { get; set; } = "";

    /// <summary>The token set in the account's console; it signs every callback.</summary>
    [Required]
    public string Token { get; set; } = "";

    /// <summary>43 characters from the console; needed unless <see cref="Encrypted"/> is false.</summary>
    [RegularExpression("[A-Za-z0-9+/]{43}", ErrorMessage = "An EncodingAESKey has 43 letters, digits, + or /.")]
    public string EncodingAesKey { get; set; } = "";

    /// <summary>Whether every callback has to be encrypted (安全模式). False also takes plain bodies, whose signature does not cover them. Default true.</summary>
    public bool Encrypted { get; set; } = true;

    /// <summary>Templates by what they are for, such as <c>progress</c>; the purposes are the desk's.</summary>
    public Dictionary<string, NoticeTemplate> Templates { get; set; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The custom menu; it is put in place by <see cref="WeChatClient.CreateMenuAsync"/>.</summary>
    public List<MenuButton> Menu { get; set; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Encrypted && EncodingAesKey.Length == 0)
            yield return new ValidationResult("An encrypted account needs its EncodingAESKey.", [nameof(EncodingAesKey)]);
        foreach (var problem in Menu.Count == 0 ? [] : MenuRules.Problems(Menu))
            yield return new ValidationResult(problem.Sentence, [nameof(Menu)]);
        foreach (var (purpose, template) in Templates)
        {
            if (string.IsNullOrWhiteSpace(template.Id))
                yield return new ValidationResult("A template needs the id that the platform gave it.", [$"{nameof(Templates)}:{purpose}:{nameof(template.Id)}"]);
            if (template.Fields.Count == 0)
                yield return new ValidationResult("A template has at least one field, such as thing2.", [$"{nameof(Templates)}:{purpose}:{nameof(template.Fields)}"]);
        }
    }
}
