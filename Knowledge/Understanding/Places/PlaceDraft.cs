using System.Text.RegularExpressions;

namespace ChatDesk.Knowledge.Understanding.Places;

/// <summary>The parts of a place while they are being found.</summary>
internal sealed class PlaceDraft
{
    public string? Phase { get; set; }

    public string? Building { get; set; }

    public string? Unit { get; set; }

    public string? Floor { get; set; }

    public string? Room { get; set; }

    public string? Area { get; set; }

    /// <summary>Whether the text speaks of the garage, where "B1" and "C区" are not buildings.</summary>
    public bool Garage { get; set; }

    public List<string> OtherRooms { get; } = [];

    public void Take(Match match)
    {
        Phase ??= Part(match, "zone");
        Building ??= Part(match, "building");
        Unit ??= Part(match, "unit");
        Floor ??= Part(match, "floor");
        Room ??= Part(match, "room");
    }

    public Location ToLocation() => new(Upper(Phase), Upper(Building), Upper(Unit), Floor, Upper(Room), Area);

    private static string? Part(Match match, string name) => match.Groups[name] is { Success: true } group ? group.Value : null;

    private static string? Upper(string? part) => part?.ToUpperInvariant();
}
