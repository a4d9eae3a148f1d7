using ChatDesk.Knowledge.Retrieval;

namespace ChatDesk.Knowledge.Understanding;

/// <summary>Everything the desk knows about a message after reading it once.</summary>
public sealed record MessageMeaning
{
    /// <summary>The text without masks, widths, zero-width characters and typing noise; for matching, never for showing.</summary>
    public required string Plain { get; init; }

    /// <summary>The original text with personal data replaced by "*"; the form for logs, groups and exports.</summary>
    public required string Masked { get; init; }

    public required Intent Intent { get; init; }

    /// <summary>Null where no ticket would be about anything.</summary>
    public Category? Category { get; init; }

    public required Urgency Urgency { get; init; }

    /// <summary>Only what was said; see <see cref="PlaceRegister.Resolve"/> for what it is on the estate.</summary>
    public Location Location { get; init; } = Location.None;

    /// <summary>Rooms said beside the one in <see cref="Location"/> ("1801和1802").</summary>
    public IReadOnlyList<string> OtherRooms { get; init; } = [];

    /// <summary>The separate requests where there are two or more, else empty.</summary>
    public IReadOnlyList<MessageItem> Items { get; init; } = [];

    /// <summary>In a group: whether to say or do something openly. Outside groups always true.</summary>
    public bool ShouldReply { get; init; } = true;

    /// <summary>In a group: belongs to a running event and opens no ticket of its own.</summary>
    public bool Merge { get; init; }

    /// <summary>Present with <see cref="Intent.SurveyReply"/>.</summary>
    public SurveyAnswer? Survey { get; init; }

    /// <summary>Present with <see cref="Intent.Emergency"/>.</summary>
    public EmergencyKind? EmergencyKind { get; init; }

    public Asks Asks { get; init; }

    /// <summary>A ticket number in the message ("GD2611-0001"), as written by the desk.</summary>
    public string? TicketNumber { get; init; }

    /// <summary>Personal data found, by place in the original text.</summary>
    public IReadOnlyList<PersonalDatum> PersonalData { get; init; } = [];

    /// <summary>The best articles for it, best first, at most three.</summary>
    public IReadOnlyList<ArticleMatch> Found { get; init; } = [];
}

/// <summary>One of several requests in a message.</summary>
/// <param name="Text">Its own words.</param>
public sealed record MessageItem(string Text, Intent Intent, Category? Category, Urgency Urgency, Location Location)
{
    public IReadOnlyList<ArticleMatch> Found { get; init; } = [];
}
