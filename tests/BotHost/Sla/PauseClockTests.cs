using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Sla;
using ChatDesk.BotHost.Tickets;
using static ChatDesk.BotHost.Tickets.TicketEventType;

namespace ChatDesk.Tests.BotHost.Sla;

/// <summary>N-21: a pause stops the visit's clock and no other. Minutes count from Monday, 10 o'clock; service ends at 22 o'clock, minute 720.</summary>
public sealed class PauseClockTests
{
    private static readonly DeskCalendar Shanghai = new(TimeProvider.System, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));

    [Fact]
    public void A_pause_moves_the_visit_by_as_long_as_work_rested()
    {
        Assert.Equal(TicketHistory.At(180), DueAt(Taken().Pause(30, until: 300).Then(90, Resumed)));
        Assert.Equal(TicketHistory.At(180), DueAt(Taken().Pause(30, until: 300).Then(90, Departed)));
    }

    [Fact]
    public void A_pause_that_nobody_ends_is_over_at_its_planned_end() =>
        Assert.Equal(TicketHistory.At(150), DueAt(Taken().Pause(30, until: 60)));

    [Fact]
    public void A_pause_that_replaces_another_counts_no_minute_twice() =>
        Assert.Equal(TicketHistory.At(170), DueAt(Taken().Pause(30, until: 60).Pause(50, until: 100).Then(80, Resumed)));

    [Fact]
    public void Two_pauses_add_up() =>
        Assert.Equal(TicketHistory.At(150), DueAt(Taken().Pause(10, until: 20).Then(30, ContactMade).Pause(40, until: 60)));

    [Fact]
    public void A_pause_after_the_promised_time_excuses_nothing() =>
        Assert.Equal(TicketHistory.At(120), DueAt(Taken().Pause(130, until: 200)));

    [Fact]
    public void A_pause_over_night_leaves_the_service_time_that_was_left()
    {
        var history = new TicketHistory().Then(0, Opened).Then(690, Accepted).Pause(705, until: 23 * 60);

        Assert.Equal(TicketHistory.At((23 * 60) + 105), DueAt(history));
    }

    [Theory]
    [InlineData("T5")]
    [InlineData("T7")]
    [InlineData("T10")]
    [InlineData("N10")]
    public void No_other_clock_stands_still(string timer) =>
        Assert.Empty(SlaClock.Pauses(SlaPolicies.Of(timer), Taken().Pause(10, until: 500).Events));

    private static TicketHistory Taken() => new TicketHistory().Then(0, Opened).Then(0, Accepted);

    private static DateTimeOffset DueAt(TicketHistory history)
    {
        var policy = SlaPolicies.OnSite;
        var span = SlaClock.Spans(policy, TicketKind.Repair, history.Events)[0];
        return SlaClock.DueAt(policy, TicketKind.Repair, span, Shanghai, SlaClock.Pauses(policy, history.Events));
    }
}
