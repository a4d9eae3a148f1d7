namespace ChatDesk.Channels.Sandbox;

/// <summary>A clock that the sandbox can move forward.</summary>
public interface IMovableClock
{
    DateTimeOffset Now { get; }

    /// <summary>Moves forward; never back.</summary>
    void Advance(TimeSpan by);
}
