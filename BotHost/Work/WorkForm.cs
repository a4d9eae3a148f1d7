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

    /// <summary>Materials that are on no list, in the engineer's words.</summary>
    public string? Materials { get; set; }

    /// <summary>How much of each listed material was used, by its row; what is empty was not used.</summary>
    public Dictionary<int, string?> Used { get; set; } = [];

    /// <summary>To whom, for a transfer.</summary>
    public string? Assignee { get; set; }

    /// <summary>In how many minutes the engineer means to be there; null when not said.</summary>
    public int? Minutes { get; set; }

    public PauseReason? Pause { get; set; }

    /// <summary>How many hours work is to rest.</summary>
    public int? Hours { get; set; }

    /// <summary>The last event that the page showed: the same form sent twice is told by it.</summary>
    public int Seen { get; set; }

    /// <summary>How many seconds ago it was made, by the phone's clock; null when it is sent at once.</summary>
    public long? Age { get; set; }

    /// <summary>The actions that the page offers.</summary>
    public bool IsOffered => Action is TicketAction.Accept or TicketAction.Contact or TicketAction.Depart or TicketAction.Arrive or TicketAction.Step
        or TicketAction.Finish or TicketAction.Return or TicketAction.Transfer or TicketAction.Pause or TicketAction.Resume;

    /// <summary>A step without words, materials and photos.</summary>
    internal bool IsEmptyStep(int photos) =>
        Action == TicketAction.Step && photos == 0 && TypedText.Clean(Text, TextMaxLength) is null
        && TypedText.Clean(Materials, MaterialsMaxLength) is null && Used.Values.All(string.IsNullOrWhiteSpace);

    /// <param name="now">The desk's clock.</param>
    /// <param name="notBefore">Before which it cannot have happened, whatever the phone's clock says.</param>
    /// <param name="files">What came with it, already stored.</param>
    /// <param name="signature">The one of them that the owner signed.</param>
    /// <param name="used">The listed materials, read and priced.</param>
    internal TicketOrder ToOrder(
        DateTimeOffset now, DateTimeOffset notBefore, IEnumerable<StoredFile> files, StoredFile? signature, IReadOnlyList<MaterialUse> used)
    {
        var occurred = OccurredAt(now) is { } at ? (at > notBefore ? at : notBefore) : (DateTimeOffset?)null;
        var said = occurred ?? now;
        return new(Action!.Value)
        {
            Text = Action == TicketAction.Pause ? null : TypedText.Clean(Text, TextMaxLength),
            Materials = TypedText.Clean(Materials, MaterialsMaxLength),
            Used = Action is TicketAction.Step or TicketAction.Finish ? used : [],
            Assignee = Action == TicketAction.Transfer ? Assignee : null,
            ExpectedArrivalAt = Minutes is > 0 and <= 24 * 60 && Action is TicketAction.Accept or TicketAction.Depart ? said.AddMinutes(Minutes!.Value) : null,
            Pause = Action == TicketAction.Pause ? Pause : null,
            PausedUntil = Action == TicketAction.Pause && Hours is > 0 and <= 24 * 366 ? said.AddHours(Hours.Value) : null,
            Signature = signature?.Sha256,
            OccurredAt = occurred,
            Files = [.. files],
        };
    }

    /// <summary>A minute's delay is the network's, not an offline phone's.</summary>
    private DateTimeOffset? OccurredAt(DateTimeOffset now) => Age is > 60 and <= 7 * 24 * 3600 ? DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds() - Age.Value) : null;
}

/// <summary>The files that came with a form.</summary>
/// <param name="Photos">Taken on site.</param>
/// <param name="Signature">The owner's, drawn with a finger; null for none.</param>
public sealed record WorkFiles(IReadOnlyList<IFormFile> Photos, IFormFile? Signature = null)
{
    internal long Bytes => Photos.Sum(photo => photo.Length) + (Signature?.Length ?? 0);
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

    /// <summary>A material that is not on the estate's list, or a quantity that is no number above 0.</summary>
    Material,

    /// <summary>The entry's name was used by somebody else or for another ticket.</summary>
    Key,
}

/// <summary>What came of a form.</summary>
public sealed record WorkResult(WorkRefusal Refusal, TicketOutcome? Outcome = null)
{
    public bool IsDone => Refusal == WorkRefusal.None;

    /// <summary>Whether it had been carried out before.</summary>
    public bool IsRepeat { get; init; }
}
