using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Security;
using ChatDesk.BotHost.Staff;
using ChatDesk.BotHost.Surveys;
using ChatDesk.BotHost.Texts;
using ChatDesk.BotHost.Tickets;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Progress;

/// <summary>What the progress page shows, and nothing of the home, the owner or the desk's own notes.</summary>
public sealed record ProgressView
{
    public required string Number { get; init; }

    public required TicketKind Kind { get; init; }

    public required TicketState State { get; init; }

    /// <summary>接单时间 of the present engineer.</summary>
    public DateTimeOffset? AcceptedAt { get; init; }

    public string? EngineerName { get; init; }

    public string? EngineerPhone { get; init; }

    /// <summary>预计到场时间; null before a time was named.</summary>
    public DateTimeOffset? ExpectedArrivalAt { get; init; }

    /// <summary>When the engineer came, or reported a first step from the place; null before.</summary>
    public DateTimeOffset? ArrivedAt { get; init; }

    /// <summary>已完成步骤, oldest first.</summary>
    public required IReadOnlyList<ProgressStep> Steps { get; init; }

    /// <summary>材料使用情况: from the estate's list with prices, then in the engineers' words.</summary>
    public required IReadOnlyList<string> Materials { get; init; }

    /// <summary>What the listed materials cost together, in yuan; 0 where nothing has a price.</summary>
    public required decimal MaterialsTotal { get; init; }

    /// <summary>Why work rests; null while it goes on.</summary>
    public PauseReason? Pause { get; init; }

    /// <summary>By when it goes on at the latest.</summary>
    public DateTimeOffset? PausedUntil { get; init; }

    /// <summary>The resolution whose survey waits for an answer; null when none does.</summary>
    public int? OpenSurvey { get; init; }

    public required int LastSequence { get; init; }

    public bool IsOpen => State is not (TicketState.Closed or TicketState.Cancelled or TicketState.Merged);

    public bool IsBeingWorkedOn => State is TicketState.Accepted or TicketState.Reviewed or TicketState.Dispatched or TicketState.InProgress;

    public bool HasLockedPhotos => Steps.Any(step => step.LockedPhotos > 0);
}

/// <summary>Reads a ticket as its owner may see it.</summary>
public sealed class ReadProgress(DeskDb db, Links links, DeskCalendar calendar)
{
    /// <summary>How long the link lives on after the ticket ended.</summary>
    private static readonly TimeSpan LifeAfterEnd = TimeSpan.FromDays(30);

    /// <returns>The number of the ticket that a genuine link opens; null for a wrong one, or 30 days after the ticket ended.</returns>
    public async Task<string?> OpenAsync(string token, CancellationToken ct)
    {
        if (links.ReadProgressToken(token) is not { } number)
            return null;
        var endedAt = await db.Set<Ticket>().Where(ticket => ticket.Number == number)
            .Select(ticket => new { ticket.ClosedAt }).SingleOrDefaultAsync(ct);
        return endedAt is null || endedAt.ClosedAt + LifeAfterEnd < calendar.Now ? null : number;
    }

    public async Task<ProgressView> ReadAsync(string number, OwnerAccess access, CancellationToken ct)
    {
        var ticket = await db.Set<Ticket>().AsNoTracking().AsSplitQuery()
            .Include(t => t.Events).ThenInclude(e => e.Text)
            .Include(t => t.Events).ThenInclude(e => e.Files)
            .SingleAsync(t => t.Number == number, ct);
        var events = ticket.Events.OrderBy(e => e.Sequence).ToList();
        var staff = await NamedAsync(ticket, events, ct);
        var work = events.Where(e => e.Type is TicketEventType.StepAdded or TicketEventType.Finished).Select(e => e.Data).ToList();
        List<MaterialUse> used = [.. work.SelectMany(data => data.Used ?? [])];
        var engineer = ticket.Assignee is { } id ? staff.GetValueOrDefault(id) : null;
        return new ProgressView
        {
            Number = ticket.Number,
            Kind = ticket.Kind,
            State = ticket.State,
            AcceptedAt = engineer is null ? null : ticket.AcceptedAt,
            EngineerName = engineer?.Name,
            EngineerPhone = string.IsNullOrWhiteSpace(engineer?.Phone) || !ticket.IsOpen ? null : engineer.Phone,
            ExpectedArrivalAt = ticket.ExpectedArrivalAt,
            ArrivedAt = ticket.ArrivedAt ?? FirstStepAt(events),
            Steps = ProgressSteps.From(events, staff, access, at => PhoneTexts.Time(calendar, at)),
            Materials = [.. Together(used), .. work.Select(data => data.Materials).OfType<string>()],
            MaterialsTotal = used.Sum(use => use.Total),
            Pause = ticket.Pause,
            PausedUntil = ticket.PausedUntil,
            OpenSurvey = await OpenSurveyAsync(ticket, ct),
            LastSequence = ticket.LastSequence,
        };
    }

    /// <summary>A step is reported from the place, also by who forgot to press 到场.</summary>
    private static DateTimeOffset? FirstStepAt(List<TicketEvent> events)
    {
        var taken = events.FindLastIndex(e => e.Type is TicketEventType.Returned or TicketEventType.Reopened);
        return events.Skip(taken + 1).FirstOrDefault(e => e.Type == TicketEventType.StepAdded)?.HappenedAt;
    }

    private static IEnumerable<string> Together(IEnumerable<MaterialUse> used) =>
        from use in used
        group use by (use.MaterialId, use.Name, use.Unit, use.Price) into same
        select OwnerPageTexts.Material(same.First() with { Quantity = same.Sum(use => use.Quantity) });

    private Task<Dictionary<string, StaffMember>> NamedAsync(Ticket ticket, List<TicketEvent> events, CancellationToken ct)
    {
        var ids = events.SelectMany(e => new[] { e.ActorKind == ActorKind.Staff ? e.ActorId : null, e.Data.Assignee }).Append(ticket.Assignee).OfType<string>().Distinct().ToList();
        return db.Set<StaffMember>().AsNoTracking().Where(member => ids.Contains(member.WeComUserId)).ToDictionaryAsync(member => member.WeComUserId, ct);
    }

    private async Task<int?> OpenSurveyAsync(Ticket ticket, CancellationToken ct)
    {
        var survey = await db.Set<Survey>().AsNoTracking().SingleOrDefaultAsync(s => s.TicketId == ticket.Id && s.Resolution == ticket.Resolution, ct);
        return AnswerSurvey.Check(ticket, survey, calendar.Now) == SurveyOutcome.Done ? ticket.Resolution : null;
    }
}
