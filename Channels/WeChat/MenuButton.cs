using System.Text.Json.Serialization;

namespace ChatDesk.Channels.WeChat;

/// <summary>A button of an account's menu; the section <c>Channels:WeChat:Accounts:{name}:Menu:{n}</c>. Limits: <see cref="MenuRules"/>.</summary>
/// <remarks>Source: https://developers.weixin.qq.com/doc/service/api/custommenu/api_createcustommenu.</remarks>
public sealed class MenuButton
{
    public string Name { get; set; } = "";

    /// <summary><c>click</c>, <c>view</c>, <c>miniprogram</c> or another of the platform's types; null for a button that only opens others.</summary>
    public string? Type { get; set; }

    /// <summary>What a tap sends (click, scancode_*, pic_*, location_select).</summary>
    public string? Key { get; set; }

    /// <summary>The page that a tap opens; for a mini program, the page for clients that have none.</summary>
    public string? Url { get; set; }

    [JsonPropertyName("appid")]
    public string? AppId { get; set; }

    [JsonPropertyName("pagepath")]
    public string? PagePath { get; set; }

    public string? MediaId { get; set; }

    public string? ArticleId { get; set; }

    /// <summary>The buttons under this one; null for a button that acts itself.</summary>
    [JsonPropertyName("sub_button")]
    public List<MenuButton>? Items { get; set; }
}

internal sealed record CustomMenu(IReadOnlyList<MenuButton> Button);

/// <summary>What the platform would refuse in a menu.</summary>
/// <param name="Code">Its errcode, 40015 to 40027.</param>
/// <param name="Sentence">The rule, for a person.</param>
public sealed record MenuProblem(int Code, string Sentence);
