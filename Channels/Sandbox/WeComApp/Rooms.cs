using ChatDesk.Channels.Sandbox.Phones;

namespace ChatDesk.Channels.Sandbox.WeComApp;

/// <summary>What groups show: those of robots by the robot's name, those of applications by their chat id.</summary>
internal sealed class Rooms(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<PhoneItem>> _rooms = [];
    private long _seq;

    public void Show(string room, PhoneItem item)
    {
        lock (_gate)
        {
            if (!_rooms.TryGetValue(room, out var items))
                _rooms[room] = items = [];
            items.Add(item with { Seq = ++_seq, At = clock.GetUtcNow(), Via = "message" });
        }
    }

    /// <returns>Oldest first; nothing for a group that nobody wrote to.</returns>
    public IReadOnlyList<PhoneItem> Items(string room)
    {
        lock (_gate)
            return _rooms.TryGetValue(room, out var items) ? [.. items] : [];
    }
}
