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
            .. CardTypeRules.Of(card),
            (card.TaskId is { } id && !TaskId().IsMatch(id), "task_id is 1 to 128 of 0-9 A-Z a-z _ - @."),
            (card.TaskId is null && CallsBack(card), "A card that calls back needs a task_id."),
            (card.HorizontalContentList is { Count: > 6 }, "horizontal_content_list has at most 6 rows."),
            (card.HorizontalContentList?.Any(LacksTarget) is true, "A row has the url, media_id or userid that its type names."),
            (card.JumpList is { Count: > 3 }, "jump_list has at most 3 links."),
            (card.JumpList?.Any(l => string.IsNullOrEmpty(l.Title)) is true, "A link in jump_list has a title."),
            (card.ActionMenu is { ActionList.Count: < 1 or > 3 }, "action_menu has 1 to 3 items."),
            (card.ActionMenu?.ActionList.Any(i => !IsKey(i.Key)) is true, "A menu item's key is 1 to 1024 bytes."),
            (Selections(card).Any(s => s.OptionList.Count is < 1 or > 10), "A drop-down has 1 to 10 options."),
            (Selections(card).Any(s => string.IsNullOrEmpty(s.QuestionKey)), "A drop-down has a question_key."),
            (OptionIds(card).Any(id => Bytes(id) is < 1 or > 128), "An option's id is 1 to 128 bytes."),
        ];
        return rules.Where(rule => rule.Broken).Select(rule => rule.Sentence);
    }

    private static IEnumerable<CardSelection> Selections(TemplateCard card) =>
        card.ButtonSelection is { } selection ? [selection, .. card.SelectList ?? []] : card.SelectList ?? [];

    private static IEnumerable<string> OptionIds(TemplateCard card) =>
        Selections(card).SelectMany(s => s.OptionList).Select(o => o.Id).Concat(card.Checkbox?.OptionList.Select(o => o.Id) ?? []);

    private static bool CallsBack(TemplateCard card) =>
        card.CardType is TemplateCard.ButtonInteraction or TemplateCard.VoteInteraction or TemplateCard.MultipleInteraction || card.ActionMenu is not null;

    private static bool LacksTarget(CardRow row) => string.IsNullOrEmpty(row.Type switch { 1 => row.Url, 2 => row.MediaId, 3 => row.Userid, _ => "none" });

    internal static bool IsKey(string? key) => Bytes(key) is >= 1 and <= 1024;

    private static int Bytes(string? text) => Encoding.UTF8.GetByteCount(text ?? "");

    [GeneratedRegex(@"\A[0-9A-Za-z_\-@]{1,128}\z")]
    private static partial Regex TaskId();
}
