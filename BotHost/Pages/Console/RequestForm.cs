using ChatDesk.BotHost.Tickets;

namespace ChatDesk.BotHost.Pages.Console;

/// <summary>代客录入 as the form sends it.</summary>
public sealed class RequestForm
{
    public const int MaxWords = 2000;

    /// <summary>The form's own number: the same form opens one ticket.</summary>
    public string Key { get; set; } = Guid.NewGuid().ToString("N");

    public string? Source { get; set; }

    public TicketKind Kind { get; set; } = TicketKind.Repair;

    public string? Category { get; set; }

    public TicketUrgency Urgency { get; set; } = TicketUrgency.Normal;

    public string? Words { get; set; }

    public int? EstateId { get; set; }

    public int? BuildingId { get; set; }

    public int? UnitId { get; set; }

    public int? RoomId { get; set; }

    /// <summary>A named public place of the estate, instead of a home.</summary>
    public int? AreaId { get; set; }

    /// <summary>Where exactly, in the clerk's words: 电梯厅, 门口; added to the place.</summary>
    public string? Detail { get; set; }

    /// <summary>A registered person, chosen from the search.</summary>
    public int? OwnerId { get; set; }

    public string? CallerName { get; set; }

    public string? CallerPhone { get; set; }
}
