namespace ChatDesk.Knowledge.Understanding;

/// <summary>A place as a message names it; a part that was not said is null. Written as the estate writes it: "3", "2", "201", "A1502".</summary>
/// <param name="Phase">Phase or block group: "1", "A".</param>
/// <param name="Building">Building number or name.</param>
/// <param name="Unit">Entrance of the building.</param>
/// <param name="Floor">Only where a floor itself is meant.</param>
/// <param name="Room">Flat, villa or shop.</param>
/// <param name="Area">A shared place by its standard word: "单元门", "地下车库B1", "东门".</param>
public sealed record Location(
    string? Phase = null, string? Building = null, string? Unit = null, string? Floor = null, string? Room = null, string? Area = null)
{
    public static Location None { get; } = new();

    public bool IsEmpty => this == None;

    /// <summary>What a later message adds or corrects: its parts win, the others stay. A new building drops the old unit, floor and room.</summary>
    public Location With(Location later)
    {
        ArgumentNullException.ThrowIfNull(later);
        var moved = later.Building is not null && Building is not null && later.Building != Building;
        return new(
            later.Phase ?? (moved ? null : Phase),
            later.Building ?? Building,
            later.Unit ?? (moved ? null : Unit),
            later.Floor ?? (moved || later.Room is not null ? null : Floor),
            later.Room ?? (moved ? null : Room),
            later.Area ?? Area);
    }
}
