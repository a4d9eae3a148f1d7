namespace ChatDesk.Channels.WeCom;

/// <summary>What each of the five types of card demands. Pure.</summary>
/// <remarks>Source: https://developer.work.weixin.qq.com/document/path/90236 (模板卡片消息).</remarks>
internal static class CardTypeRules
{
    public static (bool Broken, string Sentence)[] Of(TemplateCard card) => card.CardType switch
    {
        TemplateCard.TextNotice =>
        [
            (IsEmpty(card.MainTitle?.Title) && IsEmpty(card.SubTitleText), "text_notice needs main_title.title or sub_title_text."),
            .. Notice(card),
        ],
        TemplateCard.NewsNotice => [Title(card), .. Notice(card), .. Picture(card)],
        TemplateCard.ButtonInteraction => [Title(card), .. Buttons(card)],
        TemplateCard.VoteInteraction => [Title(card), .. Submit(card), .. Vote(card)],
        TemplateCard.MultipleInteraction =>
        [
            Title(card),
            .. Submit(card),
            (card.SelectList is not { Count: >= 1 and <= 3 }, "multiple_interaction has 1 to 3 drop-downs."),
        ],
        _ => [(true, $"'{card.CardType}' is not a card type that is sent.")],
    };

    private static (bool, string) Title(TemplateCard card) => (IsEmpty(card.MainTitle?.Title), $"{card.CardType} needs main_title.title.");

    private static (bool, string)[] Notice(TemplateCard card) =>
    [
        (IsEmpty(card.CardAction?.Url), $"{card.CardType} needs a card_action with a url."),
        (card.ButtonList is not null || card.ButtonSelection is not null, $"{card.CardType} has no buttons."),
    ];

    private static (bool, string)[] Picture(TemplateCard card) =>
    [
        (card.CardImage is null && card.ImageTextArea is null, "news_notice needs card_image or image_text_area."),
        (card.CardImage is { AspectRatio: < 1.3 or > 2.25 }, "A picture's aspect_ratio is 1.3 to 2.25."),
        (card.CardImage is { Url.Length: 0 } || card.ImageTextArea is { ImageUrl.Length: 0 }, "A picture has a url."),
        (card.ImageTextArea is { Type: 1 } area && IsEmpty(area.Url), "image_text_area of type 1 has a url."),
        (card.VerticalContentList is { Count: > 4 }, "vertical_content_list has at most 4 blocks."),
        (card.VerticalContentList?.Any(block => IsEmpty(block.Title)) is true, "A block of vertical_content_list has a title."),
    ];

    private static (bool, string)[] Buttons(TemplateCard card) =>
    [
        (card.ButtonList is not { Count: >= 1 and <= 6 }, "button_interaction has 1 to 6 buttons."),
        (card.ButtonList?.Any(b => b.Text.Length == 0) is true, "A button has a text."),
        (card.ButtonList?.Any(b => b.Style is < 1 or > 4) is true, "A button's style is 1 to 4."),
        (card.ButtonList?.Any(b => b.Type == 0 ? !TemplateCardRules.IsKey(b.Key) : IsEmpty(b.Url)) is true, "A button has a key of 1 to 1024 bytes, or a url."),
    ];

    private static (bool, string)[] Submit(TemplateCard card) =>
    [
        (card.SubmitButton is null || card.SubmitButton.Text.Length == 0 || !TemplateCardRules.IsKey(card.SubmitButton.Key),
            $"{card.CardType} has a submit_button with a text and a key of 1 to 1024 bytes."),
    ];

    private static (bool, string)[] Vote(TemplateCard card) =>
    [
        (card.Checkbox is not { OptionList.Count: >= 1 and <= 20 }, "vote_interaction has a checkbox with 1 to 20 options."),
        (card.Checkbox is { QuestionKey.Length: 0 }, "A checkbox has a question_key."),
        (card.Checkbox is { Mode: not (0 or 1) }, "A checkbox's mode is 0 or 1."),
    ];

    private static bool IsEmpty(string? text) => string.IsNullOrEmpty(text);
}
