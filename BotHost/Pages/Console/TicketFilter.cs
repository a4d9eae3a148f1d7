using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Sla;
using ChatDesk.BotHost.Staff;
using ChatDesk.BotHost.Tickets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace ChatDesk.BotHost.Pages.Console;

/// <summary>Which tickets the list shows, as the address says it.</summary>
public sealed record TicketFilter
{
    public const string Open = "open";
    public const string All = "all";
    public const string Mine = "mine";
    public const string Nobody = "none";

    /// <summary><see cref="Open"/>, <see cref="All"/>, or one state's name.</summary>
    [FromQuery(Name = "state")]
    public string State { get; init; } = Open;

    [FromQuery(Name = "estate")]
    public int? EstateId { get; init; }

    [FromQuery(Name = "team")]
    public int? TeamId { get; init; }

    [FromQuery(Name = "category")]
    public string? Category { get; init; }

    [FromQuery(Name = "urgency")]
    public TicketUrgency? Urgency { get; init; }

    [FromQuery(Name = "channel")]
    public string? Channel { get; init; }

    /// <summary><see cref="Mine"/>, <see cref="Nobody"/>, or null for everybody's.</summary>
    [FromQuery(Name = "who")]
    public string? Who { get; init; }

    [FromQuery(Name = "overdue")]
    public bool IsOverdue { get; init; }

    /// <summary>Opened on the desk's present day.</summary>
    [FromQuery(Name = "today")]
    public bool IsToday { get; init; }

    /// <summary>A number, a part of a place, or words of the subject.</summary>
    [FromQuery(Name = "q")]
    public string? Search { get; init; }

    /// <summary>The page after the row with this id (newest first).</summary>
    [FromQuery(Name = "before")]
    public long? Before { get; init; }

    /// <summary>The same list's address, from another row on.</summary>
    public string Address(string path = "/console", long? before = null, string? seen = null, string? handler = null)
    {
        Dictionary<string, string?> query = new()
        {
            ["handler"] = handler,
            ["state"] = State == Open ? null : State,
            ["estate"] = EstateId?.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["team"] = TeamId?.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["category"] = Category,
            ["urgency"] = Urgency?.ToString(),
            ["channel"] = Channel,
            ["who"] = Who,
            ["overdue"] = IsOverdue ? "true" : null,
            ["today"] = IsToday ? "true" : null,
            ["q"] = Search,
            ["before"] = before?.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["seen"] = seen,
        };
        return QueryHelpers.AddQueryString(path, query.Where(pair => !string.IsNullOrEmpty(pair.Value)));
    }

    /// <summary>Narrows the visible tickets; paging is not part of it.</summary>
    internal IQueryable<Ticket> Narrow(IQueryable<Ticket> tickets, StaffMember by, DeskDb db, DeskCalendar calendar)
    {
        tickets = NarrowState(tickets);
        if (EstateId is { } estate)
            tickets = tickets.Where(ticket => ticket.EstateId == estate);
        if (TeamId is { } team)
            tickets = tickets.Where(ticket => ticket.TeamId == team);
        if (!string.IsNullOrEmpty(Category))
            tickets = tickets.Where(ticket => ticket.Category == Category);
        if (Urgency is { } urgency)
            tickets = tickets.Where(ticket => ticket.Urgency == urgency);
        if (!string.IsNullOrEmpty(Channel))
            tickets = tickets.Where(ticket => ticket.Channel == Channel);
        if (Who == Mine)
            tickets = tickets.Where(ticket => ticket.Assignee == by.WeComUserId);
        if (Who == Nobody)
            tickets = Unassigned(tickets);
        if (IsOverdue)
            tickets = Overdue(tickets, db, calendar.Now);
        if (IsToday)
            tickets = Since(tickets, calendar.ToInstant(calendar.LocalNow.Date));
        return string.IsNullOrWhiteSpace(Search) ? tickets : Matching(tickets, Search.Trim());
    }

    internal static IQueryable<Ticket> OpenOnes(IQueryable<Ticket> tickets) =>
        tickets.Where(ticket => ticket.State != TicketState.Closed && ticket.State != TicketState.Cancelled && ticket.State != TicketState.Merged);

    internal static IQueryable<Ticket> Unassigned(IQueryable<Ticket> tickets) =>
        tickets.Where(ticket => ticket.Assignee == null
            && (ticket.State == TicketState.Accepted || ticket.State == TicketState.Reviewed
                || ticket.State == TicketState.Dispatched || ticket.State == TicketState.InProgress));

    /// <summary>A promise on the ticket ran out and was not met since.</summary>
    internal static IQueryable<Ticket> Overdue(IQueryable<Ticket> tickets, DeskDb db, DateTimeOffset now)
    {
        var late = db.Set<TicketTimer>().Where(timer => timer.EndedAt == null && timer.DueAt <= now);
        return OpenOnes(tickets).Where(ticket => late.Any(timer => timer.TicketId == ticket.Id));
    }

    internal static IQueryable<Ticket> Since(IQueryable<Ticket> tickets, DateTimeOffset start) =>
        tickets.Where(ticket => ticket.OpenedAt >= start);

    private IQueryable<Ticket> NarrowState(IQueryable<Ticket> tickets)
    {
        if (State == All)
            return tickets;
        return Enum.TryParse<TicketState>(State, out var state) ? tickets.Where(ticket => ticket.State == state) : OpenOnes(tickets);
    }

    private static IQueryable<Ticket> Matching(IQueryable<Ticket> tickets, string words)
    {
        if (words.StartsWith("GD", StringComparison.OrdinalIgnoreCase))
        {
            var number = words.ToUpperInvariant();
            return tickets.Where(ticket => ticket.Number.StartsWith(number));
        }

        return words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Aggregate(tickets, (narrowed, word) =>
            narrowed.Where(ticket => ticket.Place.Contains(word) || ticket.Subject.Contains(word) || ticket.Number.EndsWith(word)));
    }
}
