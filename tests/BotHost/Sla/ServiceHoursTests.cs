using System.Globalization;
using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Sla;

namespace ChatDesk.Tests.BotHost.Sla;

public sealed class ServiceHoursTests
{
    private static readonly DeskCalendar Shanghai = new(TimeProvider.System, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));

    [Theory]
    [InlineData("2026-11-23T10:00", "00:05", "2026-11-23T10:05")]
    [InlineData("2026-11-23T21:50", "00:30", "2026-11-24T08:20")]
    [InlineData("2026-11-23T21:50", "00:10", "2026-11-23T22:00")]
    [InlineData("2026-11-23T22:00", "00:05", "2026-11-24T08:05")]
    [InlineData("2026-11-23T23:59", "00:05", "2026-11-24T08:05")]
    [InlineData("2026-11-24T03:00", "02:00", "2026-11-24T10:00")]
    [InlineData("2026-11-23T10:00", "20:00", "2026-11-24T16:00")]
    [InlineData("2026-11-27T21:00", "15:30", "2026-11-29T08:30")]
    public void Time_passes_from_8_to_22_on_every_day_only(string start, string length, string expected) =>
        Assert.Equal(Local(expected), ServiceHours.Add(Shanghai, Local(start), TimeSpan.Parse(length, CultureInfo.InvariantCulture)));

    [Fact]
    public void It_agrees_with_counting_the_minutes_one_by_one()
    {
        Random random = new(20261122);
        for (var i = 0; i < 500; i++)
        {
            var start = Local("2026-11-23T00:00").AddMinutes(random.Next(7 * 24 * 60));
            var minutes = random.Next(1, 3000);

            Assert.Equal(CountMinutes(start, minutes), ServiceHours.Add(Shanghai, start, TimeSpan.FromMinutes(minutes)));
        }
    }

    private static DateTimeOffset CountMinutes(DateTimeOffset at, int minutes)
    {
        while (minutes > 0)
        {
            if (at.ToOffset(TimeSpan.FromHours(8)).Hour is >= 8 and < 22)
                minutes--;
            at = at.AddMinutes(1);
        }

        return at;
    }

    private static DateTimeOffset Local(string text) => DateTimeOffset.Parse(text + "+08:00", CultureInfo.InvariantCulture);
}
