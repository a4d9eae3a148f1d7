using System.Text.Json;

namespace ChatDesk.Channels.Sandbox.Phones;

/// <summary>One thing that a phone shows, in the order of <see cref="Seq"/>.</summary>
public sealed record PhoneItem
{
    /// <summary>Counts up over all phones.</summary>
    public long Seq { get; init; }

    /// <summary><c>me</c> for what the phone's owner sent, <c>them</c> for what came in, <c>system</c> for a grey line.</summary>
    public required string From { get; init; }

    /// <summary><c>text</c>, <c>image</c>, <c>voice</c>, <c>location</c>, <c>link</c>, <c>news</c>, <c>menu</c>, <c>card</c> or <c>notice</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>How it came in: <c>reply</c> in the answer to a callback, <c>message</c> by a call; null for the rest.</summary>
    public string? Via { get; init; }

    /// <summary>The desk's time at which it was shown.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The words, without markup.</summary>
    public string? Text { get; init; }

    /// <summary>The text as it was sent, with its <c>a</c> elements.</summary>
    public string? Markup { get; init; }

    /// <summary>Where the picture is, a path on this host; or where a link leads.</summary>
    public string? Url { get; init; }

    /// <summary>Title of news and links.</summary>
    public string? Title { get; init; }

    public string? PictureUrl { get; init; }

    /// <summary>Links in the text that open a page.</summary>
    public IReadOnlyList<PhoneLink> Links { get; init; } = [];

    /// <summary>What can be tapped to answer: menu items and links of the form weixin://bizmsgmenu.</summary>
    public IReadOnlyList<PhoneChoice> Choices { get; init; } = [];

    public PhoneCard? Card { get; init; }
}

/// <summary>A link that opens a page.</summary>
public sealed record PhoneLink(string Text, string Url);

/// <summary>An answer that can be tapped.</summary>
/// <param name="Id">Comes back as bizmsgmenuid.</param>
/// <param name="Content">Comes back as the text.</param>
public sealed record PhoneChoice(string Id, string Content);

/// <summary>A WeCom card as one member sees it now.</summary>
public sealed record PhoneCard
{
    public required string TaskId { get; init; }

    /// <summary>One of the platform's five types, such as <c>button_interaction</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The application that sent it.</summary>
    public required string App { get; init; }

    /// <summary>The message/send that brought it.</summary>
    public required string MessageId { get; init; }

    public string? Source { get; init; }

    public string? Title { get; init; }

    public string? Description { get; init; }

    public string? SubTitle { get; init; }

    public string? Emphasis { get; init; }

    public string? EmphasisDescription { get; init; }

    public string? Quote { get; init; }

    public IReadOnlyList<PhoneCardRow> Rows { get; init; } = [];

    public IReadOnlyList<PhoneCardButton> Buttons { get; init; } = [];

    /// <summary>What can be ticked or chosen before a button is pressed.</summary>
    public IReadOnlyList<PhoneCardQuestion> Questions { get; init; } = [];

    /// <summary>A picture on a news notice.</summary>
    public string? PictureUrl { get; init; }

    public IReadOnlyList<PhoneLink> Jumps { get; init; } = [];

    /// <summary>The corner menu.</summary>
    public IReadOnlyList<PhoneCardButton> Menu { get; init; } = [];

    /// <summary>Where a tap on the card itself leads.</summary>
    public string? Url { get; init; }

    /// <summary>The words that took the buttons' place; null while they can be pressed.</summary>
    public string? Replaced { get; init; }

    /// <summary>How often the card was updated.</summary>
    public int Updates { get; init; }

    /// <summary>Soft limits that the card is over: a real phone would cut these texts.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The card as the platform got it.</summary>
    public JsonElement Json { get; init; }
}

/// <summary>A line of a card's two-column list.</summary>
public sealed record PhoneCardRow(string Name, string? Value, string? Url);

/// <summary>A button of a card.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Key">What its press sends; null for a button that opens a page.</param>
/// <param name="Style">1 blue, 2 grey blue, 3 red, 4 white.</param>
/// <param name="Url">The page that it opens.</param>
public sealed record PhoneCardButton(string Text, string? Key, int Style = 1, string? Url = null);

/// <summary>A vote or a drop-down of a card.</summary>
/// <param name="Key">Names the question in what a press sends.</param>
/// <param name="Title">What is asked; null for none.</param>
/// <param name="IsMulti">Whether several answers may be ticked.</param>
/// <param name="Options">The answers.</param>
public sealed record PhoneCardQuestion(string Key, string? Title, bool IsMulti, IReadOnlyList<PhoneChoice> Options);
