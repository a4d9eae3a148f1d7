using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Security;
using ChatDesk.BotHost.Staff;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Tickets;

/// <summary>Staff act on a ticket: the same way from a card, the work page, the console and the API.</summary>
public sealed class ActOnTicket(DeskDb db, TicketJournal journal, Policies policies, TimeProvider clock)
{
    /// <summary>Adds the action's event to this scope's change; the caller saves.</summary>
    public async Task<TicketOutcome> RunAsync(string number, TicketOrder order, StaffMember by, string channel, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(by);
        var ticket = await db.Set<Ticket>().SingleOrDefaultAsync(t => t.Number == number, ct);
        if (ticket is null || !policies.MaySee(by, ticket))
            return new(TicketRefusal.NotFound, null);
        if (TicketRules.IsRepeat(ticket, order, by))
            return new(TicketRefusal.None, ticket);
        var refusal = await RefuseAsync(ticket, order, by, ct);
        if (refusal == TicketRefusal.None)
            await AppendAsync(ticket, order, Actor.Staff(by.WeComUserId, channel), ct);
        return new(refusal, ticket);
    }

    private async Task<TicketRefusal> RefuseAsync(Ticket ticket, TicketOrder order, StaffMember by, CancellationToken ct)
    {
        var refusal = TicketRules.Refuse(ticket, order);
        if (refusal != TicketRefusal.None)
            return refusal;
        if (!policies.MayAct(by, order.Action, ticket))
            return TicketRefusal.NotAllowed;
        if (order.Action is TicketAction.Transfer or TicketAction.Assign && !await MayGetAsync(order.Assignee, ticket, ct))
            return TicketRefusal.UnknownAssignee;
        if (order.Action == TicketAction.Pause && !await MayPauseAsync(ticket, order, by, ct))
            return TicketRefusal.PauseTooLong;
        return TicketRefusal.None;
    }

    /// <summary>N-21: an engineer's own pauses have a limit; whoever directs the work grants more.</summary>
    private async Task<bool> MayPauseAsync(Ticket ticket, TicketOrder order, StaffMember by, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (order.Pause is null || order.PausedUntil is not { } until || until <= now || until > now + TicketPause.Limit)
            return false;
        if (policies.Directs(by, ticket))
            return true;
        var events = await db.Set<TicketEvent>().AsNoTracking().Where(happened => happened.TicketId == ticket.Id).ToListAsync(ct);
        var own = TicketPause.Spans(events).Where(span => span.By == by.WeComUserId).Sum(span => (Ended(span, now) - span.From).Ticks);
        return TimeSpan.FromTicks(own) + (until - now) <= TicketPause.EngineerLimit;
    }

    /// <summary>A pause that runs is cut by the one that replaces it.</summary>
    private static DateTimeOffset Ended(PauseSpan span, DateTimeOffset now) => span.To < now ? span.To : now;

    private async Task<bool> MayGetAsync(string? weComUserId, Ticket ticket, CancellationToken ct)
    {
        var member = await db.Set<StaffMember>().Include(m => m.Estates).Include(m => m.Teams)
            .SingleOrDefaultAsync(m => m.WeComUserId == weComUserId && m.IsActive, ct);
        return member is not null && policies.MaySee(member, ticket);
    }

    private Task<TicketEvent> AppendAsync(Ticket ticket, TicketOrder order, Actor actor, CancellationToken ct)
    {
        TicketEventData data = new()
        {
            Assignee = order.Action == TicketAction.Accept ? actor.Id : order.Assignee,
            ExpectedArrivalAt = order.ExpectedArrivalAt,
            Materials = order.Materials,
            Category = order.Category,
            Urgency = order.Urgency,
            Reason = TicketRules.NeedsReason(order.Action) ? order.Text : null,
            Used = order.Used.Count > 0 ? order.Used : null,
            Pause = order.Pause,
            PausedUntil = order.PausedUntil,
            Signature = order.Signature,
            OccurredAt = order.OccurredAt,
        };
        var text = TicketRules.NeedsReason(order.Action) ? null : order.Text;
        return journal.AppendAsync(ticket, TicketRules.EventOf(order.Action), actor, data, text, order.Files, ct);
    }
}
