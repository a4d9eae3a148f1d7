using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Delivery;
using ChatDesk.BotHost.Staff;
using ChatDesk.BotHost.Texts;
using ChatDesk.BotHost.Tickets;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Sla;

/// <summary>Takes a clock's due step: who was told, what they read and the clock's next step are one change.</summary>
internal sealed class TakeTimerStep(
    DeskDb db, TicketJournal journal, Outbox outbox, StaffChannel channel, SlaRecipients recipients, StaffRoster roster, DeskCalendar calendar)
{
    private static readonly Actor Clockwork = Actor.System("sla");

    /// <summary>Does nothing where the step is not due any more: another run took it, or the clock was stopped.</summary>
    public async Task RunAsync(long timerId, CancellationToken ct)
    {
        var timer = await db.Set<TicketTimer>().Include(t => t.Ticket).SingleAsync(t => t.Id == timerId, ct);
        if (timer.NextAt is not { } dueAt || dueAt > calendar.Now)
            return;
        var policy = SlaPolicies.Of(timer.Timer);
        var isEmergency = timer.Ticket.Urgency == TicketUrgency.Emergency;
        var step = policy.StepsFor(isEmergency)[timer.Step];
        if (!step.IsWarning || timer.DueAt > calendar.Now)
            await TellAsync(timer, step, ct);
        var pauses = await PausesAsync(timer, policy, ct);
        timer.Advance(SlaClock.StepAt(policy, timer.Ticket.Kind, timer.StartedAt, isEmergency, timer.Step + 1, calendar, pauses));
        await db.SaveChangesAsync(ct);
    }

    private async Task<IReadOnlyList<PauseSpan>> PausesAsync(TicketTimer timer, SlaPolicy policy, CancellationToken ct) => policy.StopsWhilePaused
        ? TicketPause.Spans(await db.Set<TicketEvent>().AsNoTracking().Where(happened => happened.TicketId == timer.TicketId).ToListAsync(ct))
        : [];

    private async Task TellAsync(TicketTimer timer, SlaStep step, CancellationToken ct)
    {
        var ticket = timer.Ticket;
        string[] told = [.. recipients.For(ticket, step.Told).Select(member => member.WeComUserId)];
        if (told.Length > 0)
            outbox.ToStaff($"sla:{ticket.Id}:{timer.Timer}:{timer.Round}:{timer.Step}", channel.Account, told, Text(timer, step), ticket.Number);
        var type = step.IsWarning ? TicketEventType.Warned : TicketEventType.Escalated;
        await journal.AppendAsync(ticket, type, Clockwork, new TicketEventData { Timer = timer.Timer, Told = told }, ct: ct);
        if (timer.Timer == SlaPolicies.Dispatch.Timer && !step.IsWarning && ticket.State == TicketState.Accepted)
            await journal.AppendAsync(ticket, TicketEventType.Reviewed, Clockwork, ct: ct);
    }

    private string Text(TicketTimer timer, SlaStep step)
    {
        var now = calendar.LocalNow;
        var due = calendar.ToLocal(timer.DueAt);
        var assignee = timer.Ticket.Assignee is { } id ? roster.Find(id)?.Name : null;
        if (step.IsWarning)
            return SlaTexts.Warning(timer.Timer, timer.Ticket, due, now);
        return timer.Timer == SlaPolicies.Unaccepted.Timer
            ? SlaTexts.Untaken(timer.Ticket, calendar.ToLocal(timer.StartedAt), now)
            : SlaTexts.Late(timer.Timer, timer.Ticket, due, now, assignee);
    }
}
