using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Tickets;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Sla;

/// <summary>Starts, dates and ends a ticket's clocks in the change that moves them: afterwards the rows say what the events say.</summary>
internal sealed class SlaReaction(DeskDb db, DeskCalendar calendar) : ITicketReaction
{
    private static readonly HashSet<TicketEventType> Moving =
    [
        .. SlaPolicies.All.SelectMany(policy => policy.StartsOn.Concat(policy.MetBy)),
        .. Enum.GetValues<TicketEventType>().Where(type => SlaPolicies.All.Any(policy => policy.IsEndedBy(type))),
        TicketEventType.Returned,
        TicketEventType.Classified,
        TicketEventType.Paused,
        .. Enum.GetValues<TicketEventType>().Where(TicketPause.IsEndedBy),
    ];

    public async Task OnAsync(TicketChange change, CancellationToken ct)
    {
        var ticket = change.Ticket;
        if (!Moving.Contains(change.Event.Type))
            return;
        var timers = await LoadAsync(ticket, ct);
        foreach (var policy in SlaPolicies.All)
        {
            foreach (var span in SlaClock.Spans(policy, ticket.Kind, ticket.Events))
                Settle(ticket, policy, span, timers.Find(timer => timer.Timer == policy.Timer && timer.Round == span.Round));
        }
    }

    private async Task<List<TicketTimer>> LoadAsync(Ticket ticket, CancellationToken ct)
    {
        if (db.Entry(ticket).State != EntityState.Added)
        {
            await db.Entry(ticket).Collection(t => t.Events).LoadAsync(ct);
            await db.Set<TicketTimer>().Where(timer => timer.TicketId == ticket.Id).LoadAsync(ct);
        }

        return [.. db.Set<TicketTimer>().Local.Where(timer => timer.Ticket == ticket)];
    }

    private void Settle(Ticket ticket, SlaPolicy policy, SlaSpan span, TicketTimer? timer)
    {
        if (timer is null && span.EndedAt is null)
            db.Add(Start(ticket, policy, span));
        else if (timer is { EndedAt: null } && span.EndedAt is { } endedAt)
            End(timer, endedAt, span.IsMet);
        else if (timer is { EndedAt: null })
            Date(timer, ticket, policy, span);
    }

    private TicketTimer Start(Ticket ticket, SlaPolicy policy, SlaSpan span)
    {
        TicketTimer timer = new() { Ticket = ticket, Timer = policy.Timer, Round = span.Round, StartedAt = span.StartedAt };
        Date(timer, ticket, policy, span);
        return timer;
    }

    private void Date(TicketTimer timer, Ticket ticket, SlaPolicy policy, SlaSpan span)
    {
        var pauses = SlaClock.Pauses(policy, ticket.Events);
        timer.Date(
            SlaClock.DueAt(policy, ticket.Kind, span, calendar, pauses),
            SlaClock.StepAt(policy, ticket.Kind, span.StartedAt, span.IsEmergency, timer.Step, calendar, pauses));
    }

    /// <summary>A clock that starts and ends in the same change leaves no row.</summary>
    private void End(TicketTimer timer, DateTimeOffset at, bool isMet)
    {
        if (db.Entry(timer).State == EntityState.Added)
            db.Entry(timer).State = EntityState.Detached;
        else
            timer.End(at, isMet);
    }
}
