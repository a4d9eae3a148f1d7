using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ChatDesk.Channels.Sandbox.Platform;

namespace ChatDesk.Channels.Sandbox.WeComApp;

/// <summary>What the platform demands of a card. Pure.</summary>
/// <remarks>Source: https://developer.work.weixin.qq.com/document/path/90236 (模板卡片消息).</remarks>
internal static partial class CardRules
{
    /// <param name="card">The template_card object.</param>
    /// <param name="needsTaskId">An update keeps its card's task_id and need not repeat it.</param>
    /// <returns>Why the card is refused, null where it is not.</returns>
    public static PlatformError? Check(JsonElement? card, bool needsTaskId = true)
    {
        if (card is not { ValueKind: JsonValueKind.Object } json)
            return PlatformErrors.MissingTitle;
        return json.Text("card_type") switch
        {
            "button_interaction" => CheckTitle(json, mayUseSubTitle: false) ?? CheckButtons(json) ?? CheckCommon(json, needsTaskId),
            "text_notice" => CheckTitle(json, mayUseSubTitle: true)
                ?? CheckAction(json)
                ?? CheckCommon(json, needsTaskId && json.Member("action_menu") is not null),
            "news_notice" => CheckTitle(json, mayUseSubTitle: false)
                ?? CheckAction(json)
                ?? CardParts.CheckPicture(json)
                ?? CheckCommon(json, needsTaskId && json.Member("action_menu") is not null),
            "vote_interaction" => CheckTitle(json, mayUseSubTitle: false) ?? CardParts.CheckVote(json) ?? CheckCommon(json, needsTaskId),
            "multiple_interaction" => CheckTitle(json, mayUseSubTitle: false) ?? CardParts.CheckSelections(json) ?? CheckCommon(json, needsTaskId),
            _ => PlatformErrors.InvalidField("card_type"),
        };
    }

    /// <summary>Whether the platform gives a response_code for the card.</summary>
    public static bool HasResponseCode(JsonElement card) =>
        card.Text("card_type") is "button_interaction" or "vote_interaction" or "multiple_interaction" || card.Member("action_menu") is not null;

    /// <summary>Texts over the lengths that the document advises: the phone cuts them.</summary>
    public static IReadOnlyList<string> SoftLimits(JsonElement card)
    {
        List<string> over = [];
        void Measure(string field, string? text, int most)
        {
            if (text is not null && new System.Globalization.StringInfo(text).LengthInTextElements > most)
                over.Add($"{field} > {most}");
        }

        Measure("source.desc", card.Member("source")?.Text("desc"), 13);
        Measure("main_title.title", card.Member("main_title")?.Text("title"), 36);
        Measure("main_title.desc", card.Member("main_title")?.Text("desc"), 44);
        Measure("sub_title_text", card.Text("sub_title_text"), 160);
        foreach (var row in card.Items("horizontal_content_list"))
        {
            Measure("keyname", row.Text("keyname"), 5);
            Measure("value", row.Text("value"), 30);
        }

        foreach (var button in card.Items("button_list"))
            Measure("button.text", button.Text("text"), 10);
        return over;
    }

    private static PlatformError? CheckTitle(JsonElement card, bool mayUseSubTitle)
    {
        var hasTitle = card.Member("main_title")?.Text("title") is not null;
        return hasTitle || (mayUseSubTitle && card.Text("sub_title_text") is not null) ? null : PlatformErrors.MissingTitle;
    }

    private static PlatformError? CheckAction(JsonElement card) =>
        IsAction(card.Member("card_action")) ? null : PlatformErrors.MissingCardAction;

    private static PlatformError? CheckButtons(JsonElement card)
    {
        var buttons = card.Items("button_list");
        if (buttons.Count is 0 or > SandboxLimits.WeCom.Buttons || !buttons.All(IsButton))
            return PlatformErrors.InvalidField("button_list");
        return card.Member("button_selection") is { } selection && !CardParts.IsSelection(selection) ? PlatformErrors.InvalidField("button_selection") : null;
    }

    private static bool IsButton(JsonElement button) =>
        button.Text("text") is not null
        && button.Number("style") is null or (>= 1 and <= 4)
        && (button.Number("type") is 1
            ? IsWebAddress(button.Text("url"))
            : button.Text("key") is { } key && Encoding.UTF8.GetByteCount(key) <= SandboxLimits.WeCom.ButtonKeyBytes);

    private static PlatformError? CheckCommon(JsonElement card, bool needsTaskId)
    {
        if (card.Text("task_id") is { } taskId ? !IsTaskId(taskId) : needsTaskId)
            return PlatformErrors.InvalidField("task_id");
        var rows = card.Items("horizontal_content_list");
        if (rows.Count > SandboxLimits.WeCom.Rows || !rows.All(IsRow))
            return PlatformErrors.InvalidField("horizontal_content_list");
        var jumps = card.Items("jump_list");
        if (jumps.Count > SandboxLimits.WeCom.Jumps || !jumps.All(j => j.Text("title") is not null && (j.Number("type") is not 1 || IsWebAddress(j.Text("url")))))
            return PlatformErrors.InvalidField("jump_list");
        if (card.Member("action_menu") is { } menu && menu.Items("action_list").Count is 0 or > SandboxLimits.WeCom.MenuItems)
            return PlatformErrors.InvalidField("action_menu");
        return card.Member("card_action") is null || IsAction(card.Member("card_action")) ? null : PlatformErrors.InvalidField("card_action");
    }

    private static bool IsRow(JsonElement row) => row.Text("keyname") is not null && row.Number("type") switch
    {
        1 => IsWebAddress(row.Text("url")),
        2 => row.Text("media_id") is not null,
        3 => row.Text("userid") is not null,
        _ => true,
    };

    private static bool IsAction(JsonElement? action) => action is { } json && json.Number("type") switch
    {
        0 => true,
        1 => IsWebAddress(json.Text("url")),
        2 => json.Text("appid") is not null,
        _ => false,
    };

    private static bool IsTaskId(string taskId) =>
        Encoding.UTF8.GetByteCount(taskId) <= SandboxLimits.WeCom.TaskIdBytes && TaskIdCharacters().IsMatch(taskId);

    public static bool IsWebAddress(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";

    [GeneratedRegex(@"^[0-9A-Za-z_\-@]+\z")]
    private static partial Regex TaskIdCharacters();
}
