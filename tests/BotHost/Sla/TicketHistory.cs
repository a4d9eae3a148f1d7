using ChatDesk.BotHost.Tickets;
using ChatDesk.Tests.Fixtures;

namespace ChatDesk.Tests.BotHost.Sla;

/// <summary>A ticket's events at chosen minutes after Monday, 10 o'clock.</summary>
internal sealed class TicketHistory
{
    private readonly List<TicketEvent> _events = [];

    public IReadOnlyList<TicketEvent> Events => _events;

    public static DateTimeOffset At(double minutes) => DeskSettings.MondayMorning.AddMinutes(minutes);

    public TicketHistory Then(double minutes, TicketEventType type, TicketUrgency? urgency = null)
    {
        _events.Add(new()
        {
            Sequence = _events.Count + 1,
            Type = type,
            At = At(minutes),
            ActorKind = ActorKind.Staff,
            Channel = "wecom",
            Data = new TicketEventData { Urgency = urgency },
        });
        return this;
    }
}
