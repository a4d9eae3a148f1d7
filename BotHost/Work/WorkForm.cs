using ChatDesk.BotHost.Texts;
using ChatDesk.BotHost.Tickets;

namespace ChatDesk.BotHost.Work;

/// <summary>What an engineer typed and pressed on the work page.</summary>
public sealed class WorkForm
{
    public const int TextMaxLength = 1000;
    public const int MaterialsMaxLength = 200;

    public TicketAction? Action { get; set; }

    /// <summary>Words for a step; the reason of a return or a transfer.</summary>
    public string? Text { get; set; }

    public string? Materials { get; set; }

    /// <summary>To whom, for a transfer.</summary>
    public string? Assignee { get; set; }

    /// <summary>In how many minutes the engineer means to be there; null when not said.</summary>
    public int? Minutes { get; set; }

    /// <summary>The last event that the page showed: the same form sent twice is told by it.</summary>
    public int Seen { get; set; }

    /// <summary>The actions that the page offers.</summary>
    public bool IsOffered => Action is TicketAction.Accept or TicketAction.Contact or TicketAction.Depart or TicketAction.Arrive
        or TicketAction.Step or TicketAction.Finish or TicketAction.Return or TicketAction.Transfer;

    internal TicketOrder ToOrder(DateTimeOffset now, IEnumerable<StoredFile> files) => new(Action!.Value)
    {
        Text = TypedText.Clean(Text, TextMaxLength),
        Materials = TypedText.Clean(Materials, MaterialsMaxLength),
        Assignee = Action == TicketAction.Transfer ? Assignee : null,
        ExpectedArrivalAt = Minutes is > 0 and <= 24 * 60 && Action is TicketAction.Accept or TicketAction.Depart ? now.AddMinutes(Minutes!.Value) : null,
        Files = [.. files],
    };
}

/// <summary>Why a form was not carried out.</summary>
public enum WorkRefusal
{
    None,

    /// <summary>The ticket refused: see the ticket's own reason.</summary>
    Ticket,

    /// <summary>A step without words, materials and photos.</summary>
    NothingToSay,
    PhotoType,
    PhotoTooLarge,
    PhotosTooLarge,
}

/// <summary>What came of a form.</summary>
public sealed record WorkResult(WorkRefusal Refusal, TicketOutcome? Outcome = null)
{
    public bool IsDone => Refusal == WorkRefusal.None;
}
