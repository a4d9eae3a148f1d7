namespace ChatDesk.BotHost.Data;

/// <summary>The estate's wall clock: instants are stored in UTC and read here.</summary>
public sealed class DeskCalendar(TimeProvider clock, TimeZoneInfo zone)
{
    /// <summary>Now, on the estate's wall.</summary>
    public DateTime LocalNow => ToLocal(clock.GetUtcNow());

    public DateTimeOffset Now => clock.GetUtcNow();

    public DateTime ToLocal(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, zone).DateTime;

    /// <summary>The instant at which the wall shows <paramref name="local"/>.</summary>
    public DateTimeOffset ToInstant(DateTime local) => new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
}
