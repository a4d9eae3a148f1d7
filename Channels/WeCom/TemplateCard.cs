using System.Text.Json;
using ChatDesk.Channels.Activities;

namespace ChatDesk.Channels.WeCom;

/// <summary>A card with text, rows and buttons. Its JSON names are the platform's, in snake case; members that are null are left out.</summary>
/// <remarks>Source: https://developer.work.weixin.qq.com/document/path/90236 (模板卡片消息). Limits: <see cref="TemplateCardRules"/>.</remarks>
public sealed record TemplateCard
{
    /// <summary>A card that only tells and links.</summary>
    public const string TextNotice = "text_notice";

    /// <summary>A card with up to 6 buttons that call back.</summary>
    public const string ButtonInteraction = "button_interaction";

    /// <summary>A notice with a picture.</summary>
    public const string NewsNotice = "news_notice";

    /// <summary>A question with options to tick and one button.</summary>
    public const string VoteInteraction = "vote_interaction";

    /// <summary>Up to 3 drop-downs and one button.</summary>
    public const string MultipleInteraction = "multiple_interaction";

    public required string CardType { get; init; }

    /// <summary>Where it comes from: the small line on top.</summary>
    public CardSource? Source { get; init; }

    /// <summary>1 to 3 further actions behind the dots in the corner.</summary>
    public CardMenu? ActionMenu { get; init; }

    /// <summary>Unique within the application for each send; at most 128 of 0-9 A-Z a-z _ - @.</summary>
    public string? TaskId { get; init; }

    public CardTitle? MainTitle { get; init; }

    /// <summary>One large word or number, on a notice.</summary>
    public CardTitle? EmphasisContent { get; init; }

    public CardQuote? QuoteArea { get; init; }

    public string? SubTitleText { get; init; }

    /// <summary>At most 6 rows.</summary>
    public IReadOnlyList<CardRow>? HorizontalContentList { get; init; }

    /// <summary>At most 3 links.</summary>
    public IReadOnlyList<CardLink>? JumpList { get; init; }

    /// <summary>Where a tap on the whole card leads; a notice needs one.</summary>
    public CardLink? CardAction { get; init; }

    /// <summary>1 to 6 buttons.</summary>
    public IReadOnlyList<CardButton>? ButtonList { get; init; }

    /// <summary>A drop-down above the buttons.</summary>
    public CardSelection? ButtonSelection { get; init; }

    /// <summary>The picture of a news notice.</summary>
    public CardImage? CardImage { get; init; }

    /// <summary>A picture beside words, in place of <see cref="CardImage"/> or with it.</summary>
    public CardImageText? ImageTextArea { get; init; }

    /// <summary>At most 4 blocks under the picture of a news notice.</summary>
    public IReadOnlyList<CardTitle>? VerticalContentList { get; init; }

    /// <summary>What is ticked in a vote.</summary>
    public CardCheckbox? Checkbox { get; init; }

    /// <summary>1 to 3 drop-downs.</summary>
    public IReadOnlyList<CardSelection>? SelectList { get; init; }

    /// <summary>Sends the ticks or choices.</summary>
    public CardSubmit? SubmitButton { get; init; }

    /// <summary>In an update: what stands in place of the buttons, which turn grey.</summary>
    public string? ReplaceText { get; init; }

    /// <summary>The card as an attachment of an outbound activity.</summary>
    /// <exception cref="ArgumentException">It breaks a limit of the platform.</exception>
    public Attachment ToAttachment()
    {
        TemplateCardRules.EnsureValid(this);
        return new Attachment(AttachmentType.WeComCard, Content: JsonSerializer.SerializeToElement(this, WeComJson.Raw.TemplateCard));
    }

    /// <exception cref="ArgumentException">The attachment holds no card, or one that breaks a limit of the platform.</exception>
    public static TemplateCard From(Attachment attachment)
    {
        var card = attachment.Content?.Deserialize(WeComJson.Raw.TemplateCard) ?? throw new ArgumentException("A card attachment has content.");
        TemplateCardRules.EnsureValid(card);
        return card;
    }
}

/// <param name="Desc">The line's text.</param>
/// <param name="DescColor">0 grey, 1 black, 2 red, 3 green.</param>
/// <param name="IconUrl">A small picture before it.</param>
public sealed record CardSource(string Desc, int DescColor = 0, string? IconUrl = null);

/// <param name="Title">About 26 characters are shown.</param>
/// <param name="Desc">About 30 characters are shown.</param>
public sealed record CardTitle(string? Title, string? Desc = null);

/// <param name="QuoteText">The quoted words.</param>
/// <param name="Title">Whose words they are.</param>
/// <param name="Type">0 no link, 1 <paramref name="Url"/>.</param>
/// <param name="Url">Where a tap leads.</param>
public sealed record CardQuote(string QuoteText, string? Title = null, int Type = 0, string? Url = null);

/// <param name="Keyname">About 5 characters are shown.</param>
/// <param name="Value">About 26 characters are shown.</param>
/// <param name="Type">0 text, 1 <paramref name="Url"/>, 2 file <paramref name="MediaId"/>, 3 member <paramref name="Userid"/>.</param>
/// <param name="Url">For type 1.</param>
/// <param name="MediaId">For type 2.</param>
/// <param name="Userid">For type 3.</param>
public sealed record CardRow(string Keyname, string? Value, int Type = 0, string? Url = null, string? MediaId = null, string? Userid = null);

/// <param name="Url">Where it leads.</param>
/// <param name="Title">The link's text, in a list of links.</param>
/// <param name="Type">1 web page.</param>
public sealed record CardLink(string Url, string? Title = null, int Type = 1);

/// <param name="Desc">What the menu is.</param>
/// <param name="ActionList">1 to 3 items.</param>
public sealed record CardMenu(string Desc, IReadOnlyList<CardMenuItem> ActionList);

/// <param name="Text">What is read.</param>
/// <param name="Key">What comes back, at most 1024 bytes.</param>
public sealed record CardMenuItem(string Text, string Key);

/// <param name="Text">About 10 characters are shown.</param>
/// <param name="Key">What comes back from a button of type 0, at most 1024 bytes.</param>
/// <param name="Style">1 blue to 4 grey.</param>
/// <param name="Type">0 calls back, 1 opens <paramref name="Url"/>.</param>
/// <param name="Url">For type 1.</param>
public sealed record CardButton(string Text, string? Key, int Style = 1, int Type = 0, string? Url = null)
{
    /// <summary>A button that opens a page.</summary>
    public static CardButton Opening(string text, string url, int style = 1) => new(text, Key: null, style, Type: 1, url);
}

/// <param name="QuestionKey">Names the choice in what comes back.</param>
/// <param name="OptionList">At most 10.</param>
/// <param name="Title">What is asked.</param>
/// <param name="SelectedId">The option chosen at first.</param>
public sealed record CardSelection(string QuestionKey, IReadOnlyList<CardOption> OptionList, string? Title = null, string? SelectedId = null);

/// <param name="Id">What comes back, at most 128 bytes.</param>
/// <param name="Text">What is read.</param>
public sealed record CardOption(string Id, string Text);

/// <param name="Url">Where the picture is.</param>
/// <param name="AspectRatio">Width by height, 1.3 to 2.25; null for 1.3.</param>
public sealed record CardImage(string Url, double? AspectRatio = null);

/// <param name="ImageUrl">Where the picture is.</param>
/// <param name="Title">Beside it.</param>
/// <param name="Desc">Under the title.</param>
/// <param name="Type">0 no link, 1 <paramref name="Url"/>.</param>
/// <param name="Url">Where a tap leads.</param>
public sealed record CardImageText(string ImageUrl, string? Title = null, string? Desc = null, int Type = 0, string? Url = null);

/// <param name="QuestionKey">Names the question in what comes back.</param>
/// <param name="OptionList">1 to 20.</param>
/// <param name="Mode">0 for one answer, 1 for several.</param>
public sealed record CardCheckbox(string QuestionKey, IReadOnlyList<CardTick> OptionList, int Mode = 0);

/// <param name="Id">What comes back, at most 128 bytes.</param>
/// <param name="Text">What is read.</param>
/// <param name="IsChecked">Whether it is ticked at first.</param>
public sealed record CardTick(string Id, string Text, bool IsChecked = false);

/// <param name="Text">What is read.</param>
/// <param name="Key">What comes back, at most 1024 bytes.</param>
public sealed record CardSubmit(string Text, string Key);
