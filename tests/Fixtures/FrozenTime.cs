namespace ChatDesk.Tests.Fixtures;

/// <summary>A machine's clock that stands still; the desk's own clock is moved ahead of it.</summary>
public sealed class FrozenTime(DateTimeOffset at) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => at;
}
