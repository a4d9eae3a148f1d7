using ChatDesk.BotHost.Staff;

namespace ChatDesk.BotHost.Tickets;

/// <summary>When an action fits a ticket's state. Who may do it is decided in <see cref="Security.Policies"/>.</summary>
public static class TicketRules
{
    /// <summary>Whether the person already did exactly this, as a retry or a second press does.</summary>
    public static bool IsRepeat(Ticket ticket, TicketOrder order, StaffMember by)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(by);
        var isMine = ticket.Assignee == by.WeComUserId;
        return order.Action switch
        {
            TicketAction.Accept => isMine && ticket.IsOpen,
            TicketAction.Depart => isMine && ticket.State == TicketState.InProgress && order.ExpectedArrivalAt is null,
            TicketAction.Arrive => isMine && ticket.ArrivedAt is not null && ticket.State == TicketState.InProgress,
            TicketAction.Finish => isMine && ticket.State is TicketState.Finished or TicketState.FollowUp && order.Files.Count == 0 && order.Text is null,
            TicketAction.Transfer or TicketAction.Assign => ticket.IsBeingWorkedOn && order.Assignee is not null && ticket.Assignee == order.Assignee,
            TicketAction.Cancel => ticket.State == TicketState.Cancelled,
            TicketAction.Close => ticket.State == TicketState.Closed,
            TicketAction.Resume => isMine && ticket is { IsBeingWorkedOn: true, IsPaused: false },
            _ => false,
        };
    }

    /// <returns>Why the ticket's state or the order itself does not allow it.</returns>
    public static TicketRefusal Refuse(Ticket ticket, TicketOrder order)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        ArgumentNullException.ThrowIfNull(order);
        if (NeedsReason(order.Action) && string.IsNullOrWhiteSpace(order.Text))
            return TicketRefusal.ReasonMissing;
        if (order.Action == TicketAction.Comment)
            return TicketRefusal.None;
        if (order.Action == TicketAction.Reopen)
            return ticket.State is TicketState.Finished or TicketState.FollowUp or TicketState.Closed ? TicketRefusal.None : TicketRefusal.NotFinished;
        if (!ticket.IsOpen)
            return TicketRefusal.Ended;
        if (order.Action == TicketAction.Close)
            return ticket.State is TicketState.Finished or TicketState.FollowUp ? TicketRefusal.None : TicketRefusal.NotFinished;
        if (!ticket.IsBeingWorkedOn)
            return TicketRefusal.AlreadyFinished;
        if (order.Action is TicketAction.Pause && (ticket.Assignee is null || ticket.Urgency == TicketUrgency.Emergency))
            return TicketRefusal.NotPausable;
        return order.Action == TicketAction.Accept && ticket.Assignee is not null ? TicketRefusal.AlreadyTaken : TicketRefusal.None;
    }

    public static bool NeedsReason(TicketAction action) =>
        action is TicketAction.Return or TicketAction.Transfer or TicketAction.Cancel;

    public static TicketEventType EventOf(TicketAction action) => action switch
    {
        TicketAction.Accept => TicketEventType.Accepted,
        TicketAction.Contact => TicketEventType.ContactMade,
        TicketAction.Depart => TicketEventType.Departed,
        TicketAction.Arrive => TicketEventType.Arrived,
        TicketAction.Step => TicketEventType.StepAdded,
        TicketAction.Finish => TicketEventType.Finished,
        TicketAction.Return => TicketEventType.Returned,
        TicketAction.Transfer => TicketEventType.Transferred,
        TicketAction.Assign => TicketEventType.Assigned,
        TicketAction.Classify => TicketEventType.Classified,
        TicketAction.Comment => TicketEventType.Commented,
        TicketAction.Cancel => TicketEventType.Cancelled,
        TicketAction.Close => TicketEventType.Closed,
        TicketAction.Reopen => TicketEventType.Reopened,
        TicketAction.Pause => TicketEventType.Paused,
        TicketAction.Resume => TicketEventType.Resumed,
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    };
}
