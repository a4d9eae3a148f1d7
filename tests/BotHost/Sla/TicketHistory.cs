using ChatDesk.BotHost.Tickets;
using ChatDesk.Tests.Fixtures;

namespace ChatDesk.Tests.BotHost.Sla;

/// <summary>A ticket's events at chosen minutes after Monday, 10 o'clock.</summary>
internal sealed class TicketHistory
{
    private readonly List<TicketEvent> _events = [];

    public IReadOnlyList<TicketEvent> Events => _events;

    public static DateTimeOffset At(double minutes) => DeskSettings.MondayMorning.AddMinutes(minutes);

    /// <summary>Work rests until the given minute, unless something ends it before.</summary>
    public TicketHistory Pause(double minutes, double until) => Add(minutes, TicketEventType.Paused, new TicketEventData { PausedUntil = At(until) });

    public TicketHistory Then(double minutes, TicketEventType type, TicketUrgency? urgency = null) =>
        Add(minutes, type, new TicketEventData { Urgency = urgency });

    private TicketHistory Add(double minutes, TicketEventType type, TicketEventData data)
    {
        _events.Add(new()
        {
            Sequence = _events.Count + 1,
            Type = type,
            At = At(minutes),
            ActorKind = ActorKind.Staff,
            Channel = "wecom",
            Data = data,
        });
        return this;
    }
}
