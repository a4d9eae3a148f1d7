using ChatDesk.BotHost.Delivery;
using ChatDesk.BotHost.Staff;
using ChatDesk.BotHost.Texts;
using ChatDesk.BotHost.Tickets;

namespace ChatDesk.BotHost.Dispatch;

/// <summary>Sends a new ticket to its team, keeps the cards true, and lets staff hear what the owner says.</summary>
internal sealed class DispatchReaction(
    TicketJournal journal, DispatchCards cards, StaffRoster roster, Outbox outbox, StaffChannel channel, Data.DeskCalendar calendar) : ITicketReaction
{
    private static readonly Actor Router = Actor.System("dispatch");

    public Task OnAsync(TicketChange change, CancellationToken ct)
    {
        var (ticket, happened) = change;
        return happened.Type switch
        {
            TicketEventType.Opened => RouteAsync(ticket, ct),
            TicketEventType.Dispatched => OfferAsync(ticket, except: null, ct),
            TicketEventType.Accepted => cards.RefreshAllAsync(ticket, ct),
            TicketEventType.Assigned or TicketEventType.Transferred => HandAsync(ticket, happened, ct),
            TicketEventType.Returned => TakeBackAsync(ticket, happened, ct),
            TicketEventType.Departed or TicketEventType.Arrived or TicketEventType.Finished => RefreshAssigneeAsync(ticket, happened, ct),
            TicketEventType.Cancelled => CancelAsync(ticket, happened, ct),
            TicketEventType.Merged => cards.RefreshAllAsync(ticket, ct),
            TicketEventType.Closed when ticket.FinishedAt is null => cards.RefreshAllAsync(ticket, ct),
            TicketEventType.Reopened => ReopenAsync(ticket, ct),
            TicketEventType.Urged => TellAsync(ticket, "urge", DispatchTexts.Urged(ticket, Now), [.. Assignee(ticket), .. Supervisors(ticket)]),
            TicketEventType.OwnerAdded => TellAsync(ticket, "added", DispatchTexts.AddedByOwner(ticket, Now), ConcernedBy(ticket)),
            _ => Task.CompletedTask,
        };
    }

    private string Now => DispatchTexts.ClockTime(calendar.LocalNow);

    /// <summary>派单: within the change that opened it where the category has a team; else the desk has to (T4 runs).</summary>
    private async Task RouteAsync(Ticket ticket, CancellationToken ct)
    {
        if (ticket.Kind == TicketKind.Inquiry || roster.TeamFor(ticket.Category, ticket.EstateId) is not { } team)
            return;
        await journal.AppendAsync(ticket, TicketEventType.Dispatched, Router, new TicketEventData { TeamId = team.Id }, ct: ct);
    }

    private async Task OfferAsync(Ticket ticket, string? except, CancellationToken ct)
    {
        List<StaffMember> members = [.. OnShift(ticket).Where(member => member.WeComUserId != except)];
        await cards.OfferAsync(ticket, members, ct);
        if (ticket.Urgency == TicketUrgency.Emergency)
            await cards.NoticeAsync(ticket, WatchersOf(ticket).ExceptBy(members.Select(m => m.Id), m => m.Id), ct);
    }

    private IReadOnlyList<StaffMember> OnShift(Ticket ticket) =>
        ticket.TeamId is { } id && roster.Team(id) is { } team ? roster.EngineersOnShift(team, ticket.EstateId, calendar.Now) : [];

    private IEnumerable<StaffMember> WatchersOf(Ticket ticket) =>
        roster.DeskOnShift(ticket.EstateId, calendar.Now).Concat(roster.Supervisors(ticket.EstateId)).DistinctBy(member => member.Id);

    private static IEnumerable<string> Assignee(Ticket ticket) => ticket.Assignee is null ? [] : [ticket.Assignee];

    private IEnumerable<string> Supervisors(Ticket ticket) => roster.Supervisors(ticket.EstateId).Select(member => member.WeComUserId);

    /// <summary>Whoever has it; while nobody has, an emergency concerns everybody who was alarmed, and anything else waits on its page.</summary>
    private IEnumerable<string> ConcernedBy(Ticket ticket) => ticket is { Assignee: null, Urgency: TicketUrgency.Emergency }
        ? OnShift(ticket).Concat(WatchersOf(ticket)).Select(member => member.WeComUserId)
        : Assignee(ticket);

    private async Task HandAsync(Ticket ticket, TicketEvent happened, CancellationToken ct)
    {
        if (roster.Find(ticket.Assignee!) is { } member && await cards.LatestOfAsync(ticket.Number, member.WeComUserId, ct) is null)
            await cards.OfferAsync(ticket, [member], ct);
        await cards.RefreshAllAsync(ticket, ct);
    }

    private async Task TakeBackAsync(Ticket ticket, TicketEvent happened, CancellationToken ct)
    {
        await cards.RefreshAllAsync(ticket, ct);
        await OfferAsync(ticket, happened.ActorId, ct);
    }

    private async Task RefreshAssigneeAsync(Ticket ticket, TicketEvent happened, CancellationToken ct)
    {
        if (ticket.Assignee is { } assignee && await cards.LatestOfAsync(ticket.Number, assignee, ct) is { } card && !IsOwnStepOnThePage(happened, card))
            await cards.RefreshAsync(ticket, card, ct);
    }

    /// <summary>Who says 出发 or 到场 on the work page has seen it there: without a code for the card there is nothing to tell.</summary>
    private static bool IsOwnStepOnThePage(TicketEvent happened, DispatchCard card) =>
        happened.Type != TicketEventType.Finished && happened.ActorId == card.WeComUserId && card.ResponseCode is null;

    private async Task CancelAsync(Ticket ticket, TicketEvent happened, CancellationToken ct)
    {
        await cards.RefreshAllAsync(ticket, ct);
        if (happened.ActorKind == ActorKind.Owner)
            await TellAsync(ticket, "cancel", DispatchTexts.CancelledByOwner(ticket, Now), Assignee(ticket));
    }

    /// <summary>Back to whoever had it; where nobody has, to the team.</summary>
    private async Task ReopenAsync(Ticket ticket, CancellationToken ct)
    {
        if (roster.Find(ticket.Assignee) is { } member)
            await cards.OfferAsync(ticket, [member], ct);
        else
            await OfferAsync(ticket, except: null, ct);
        await TellAsync(ticket, "reopen", DispatchTexts.Reopened(ticket, Now), [.. Assignee(ticket), .. Supervisors(ticket)]);
    }

    private Task TellAsync(Ticket ticket, string why, string text, IEnumerable<string> whom)
    {
        var told = whom.Distinct().ToList();
        if (told.Count > 0)
            outbox.ToStaff($"{why}:{ticket.Number}:{ticket.LastSequence}", channel.Account, told, text, ticket.Number);
        return Task.CompletedTask;
    }
}
