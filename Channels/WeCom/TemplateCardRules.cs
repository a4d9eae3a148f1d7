using System.Text;
using System.Text.RegularExpressions;

namespace ChatDesk.Channels.WeCom;

/// <summary>The platform's limits on a card. Texts that are merely too long to be shown whole break none.</summary>
/// <remarks>Source: https://developer.work.weixin.qq.com/document/path/90236.</remarks>
public static partial class TemplateCardRules
{
    /// <exception cref="ArgumentException">The card breaks a limit; the message lists all of them.</exception>
    public static void EnsureValid(TemplateCard card)
    {
        var problems = string.Join(' ', Problems(card));
        if (problems.Length > 0)
            throw new ArgumentException(problems, nameof(card));
    }

    /// <returns>One sentence for each limit that the card breaks.</returns>
    public static IEnumerable<string> Problems(TemplateCard card)
    {
        (bool Broken, string Sentence)[] rules =
        [
            .. OfType(card),
            (card.TaskId is { } id && !TaskId().IsMatch(id), "task_id is 1 to 128 of 0-9 A-Z a-z _ - @."),
            (card.TaskId is null && CallsBack(card), "A card that calls back needs a task_id."),
            (card.HorizontalContentList is { Count: > 6 }, "horizontal_content_list has at most 6 rows."),
            (card.HorizontalContentList?.Any(LacksTarget) is true, "A row has the url, media_id or userid that its type names."),
            (card.JumpList is { Count: > 3 }, "jump_list has at most 3 links."),
            (card.JumpList?.Any(l => string.IsNullOrEmpty(l.Title)) is true, "A link in jump_list has a title."),
            (card.ActionMenu is { ActionList.Count: < 1 or > 3 }, "action_menu has 1 to 3 items."),
            (card.ActionMenu?.ActionList.Any(i => !IsKey(i.Key)) is true, "A menu item's key is 1 to 1024 bytes."),
            (card.ButtonSelection is { OptionList.Count: < 1 or > 10 }, "button_selection has 1 to 10 options."),
            (card.ButtonSelection?.OptionList.Any(o => Bytes(o.Id) is < 1 or > 128) is true, "An option's id is 1 to 128 bytes."),
        ];
        return rules.Where(rule => rule.Broken).Select(rule => rule.Sentence);
    }

    private static (bool, string)[] OfType(TemplateCard card) => card.CardType switch
    {
        TemplateCard.ButtonInteraction =>
        [
            (string.IsNullOrEmpty(card.MainTitle?.Title), "button_interaction needs main_title.title."),
            (card.ButtonList is not { Count: >= 1 and <= 6 }, "button_interaction has 1 to 6 buttons."),
            (card.ButtonList?.Any(b => b.Text.Length == 0) is true, "A button has a text."),
            (card.ButtonList?.Any(b => b.Style is < 1 or > 4) is true, "A button's style is 1 to 4."),
            (card.ButtonList?.Any(b => b.Type == 0 ? !IsKey(b.Key) : string.IsNullOrEmpty(b.Url)) is true, "A button has a key of 1 to 1024 bytes, or a url."),
        ],
        TemplateCard.TextNotice =>
        [
            (string.IsNullOrEmpty(card.MainTitle?.Title) && string.IsNullOrEmpty(card.SubTitleText), "text_notice needs main_title.title or sub_title_text."),
            (string.IsNullOrEmpty(card.CardAction?.Url), "text_notice needs a card_action with a url."),
            (card.ButtonList is not null || card.ButtonSelection is not null, "text_notice has no buttons."),
        ],
        _ => [(true, $"'{card.CardType}' is not a card type that is sent.")],
    };

    private static bool CallsBack(TemplateCard card) => card.CardType is TemplateCard.ButtonInteraction || card.ActionMenu is not null;

    private static bool LacksTarget(CardRow row) => string.IsNullOrEmpty(row.Type switch { 1 => row.Url, 2 => row.MediaId, 3 => row.Userid, _ => "none" });

    private static bool IsKey(string? key) => Bytes(key) is >= 1 and <= 1024;

    private static int Bytes(string? text) => Encoding.UTF8.GetByteCount(text ?? "");

    [GeneratedRegex(@"\A[0-9A-Za-z_\-@]{1,128}\z")]
    private static partial Regex TaskId();
}
