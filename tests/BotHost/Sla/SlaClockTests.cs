using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Sla;
using ChatDesk.BotHost.Tickets;
using static ChatDesk.BotHost.Tickets.TicketEventType;

namespace ChatDesk.Tests.BotHost.Sla;

public sealed class SlaClockTests
{
    private static readonly DeskCalendar Shanghai = new(TimeProvider.System, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));

    [Theory]
    [InlineData("T4", TicketKind.Repair, Opened, 5)]
    [InlineData("T5", TicketKind.Repair, Accepted, 30)]
    [InlineData("T6", TicketKind.Repair, Accepted, 120)]
    [InlineData("T7", TicketKind.Repair, Finished, 24 * 60)]
    [InlineData("T10", TicketKind.Complaint, Opened, 120)]
    [InlineData("N10", TicketKind.Repair, Opened, 5)]
    public void Each_clock_runs_as_long_as_section_17_says_R_090_to_R_104(string timer, TicketKind kind, TicketEventType start, int minutes)
    {
        var policy = SlaPolicies.Of(timer);
        var span = Assert.Single(SlaClock.Spans(policy, kind, new TicketHistory().Then(0, start).Events));

        Assert.Equal(TicketHistory.At(minutes), SlaClock.DueAt(policy, kind, span, Shanghai));
    }

    [Theory]
    [InlineData("T4", TicketKind.Repair, Opened, Dispatched)]
    [InlineData("T5", TicketKind.Repair, Assigned, ContactMade)]
    [InlineData("T5", TicketKind.Repair, Transferred, Arrived)]
    [InlineData("T6", TicketKind.Repair, Accepted, Arrived)]
    [InlineData("T7", TicketKind.Repair, Finished, Rated)]
    [InlineData("T7", TicketKind.Repair, Finished, Closed)]
    [InlineData("T10", TicketKind.Complaint, Opened, Accepted)]
    [InlineData("N10", TicketKind.Repair, Opened, Assigned)]
    public void Each_clock_is_met_by_what_it_waits_for(string timer, TicketKind kind, TicketEventType start, TicketEventType met)
    {
        var span = Assert.Single(SlaClock.Spans(SlaPolicies.Of(timer), kind, new TicketHistory().Then(0, start).Then(3, met).Events));

        Assert.Equal((TicketHistory.At(3), true), (span.EndedAt, span.IsMet));
    }

    [Theory]
    [InlineData("T5", Departed)]
    [InlineData("T6", ContactMade)]
    [InlineData("T6", Departed)]
    [InlineData("T7", FollowUpOpened)]
    [InlineData("N10", Commented)]
    [InlineData("N10", Dispatched)]
    public void What_is_not_the_promised_thing_does_not_stop_a_clock(string timer, TicketEventType other)
    {
        var history = new TicketHistory().Then(0, timer == "N10" ? Opened : Accepted).Then(1, timer == "T7" ? Finished : Commented).Then(3, other);

        Assert.Null(Assert.Single(SlaClock.Spans(SlaPolicies.Of(timer), TicketKind.Repair, history.Events)).EndedAt);
    }

    [Fact]
    public void A_returned_ticket_keeps_the_owners_clocks_running_decision_13()
    {
        var history = new TicketHistory().Then(0, Opened).Then(10, Accepted).Then(20, Returned).Then(50, Accepted);

        foreach (var policy in new[] { SlaPolicies.Contact, SlaPolicies.OnSite })
            Assert.Equal([new SlaSpan(1, TicketHistory.At(10), null, false, false)], SlaClock.Spans(policy, TicketKind.Repair, history.Events));
    }

    [Fact]
    public void A_returned_ticket_waits_for_a_new_taker_from_then_on_N_10()
    {
        var history = new TicketHistory().Then(0, Opened).Then(4, Accepted).Then(20, Returned);

        Assert.Equal(
            [new SlaSpan(1, TicketHistory.At(0), TicketHistory.At(4), true, false), new SlaSpan(2, TicketHistory.At(20), null, false, false)],
            SlaClock.Spans(SlaPolicies.Unaccepted, TicketKind.Repair, history.Events));
    }

    [Fact]
    public void A_reopened_ticket_owes_contact_and_visit_again_and_no_follow_up()
    {
        var history = new TicketHistory().Then(0, Opened).Then(1, Accepted).Then(40, Arrived).Then(60, Finished).Then(90, Reopened);

        Assert.Equal((2, TicketHistory.At(90), null), Last(SlaPolicies.Contact, history));
        Assert.Equal((2, TicketHistory.At(90), null), Last(SlaPolicies.OnSite, history));
        Assert.Equal((1, TicketHistory.At(60), TicketHistory.At(90)), Last(SlaPolicies.FollowUp, history));
        Assert.False(SlaClock.Spans(SlaPolicies.FollowUp, TicketKind.Repair, history.Events)[0].IsMet);
    }

    [Fact]
    public void A_cancelled_ticket_owes_nothing()
    {
        var history = new TicketHistory().Then(0, Opened).Then(1, Accepted).Then(2, Cancelled);

        Assert.All(
            SlaPolicies.All.SelectMany(policy => SlaClock.Spans(policy, TicketKind.Repair, history.Events)),
            span => Assert.NotNull(span.EndedAt));
    }

    [Theory]
    [InlineData(TicketKind.Repair, TicketUrgency.Normal, 10 * 60 + 5)]
    [InlineData(TicketKind.Repair, TicketUrgency.Emergency, 5)]
    [InlineData(TicketKind.Complaint, TicketUrgency.Normal, 5)]
    public void At_ten_in_the_evening_only_emergencies_and_complaints_count_on_decision_18(TicketKind kind, TicketUrgency urgency, int minutes)
    {
        var tenInTheEvening = 12 * 60;
        var span = SlaClock.Spans(SlaPolicies.Dispatch, kind, new TicketHistory().Then(tenInTheEvening, Opened, urgency).Events)[0];

        Assert.Equal(TicketHistory.At(tenInTheEvening + minutes), SlaClock.DueAt(SlaPolicies.Dispatch, kind, span, Shanghai));
    }

    [Fact]
    public void A_ticket_that_becomes_an_emergency_is_due_by_an_emergencys_hours()
    {
        var history = new TicketHistory().Then(12 * 60, Opened, TicketUrgency.Normal).Then((12 * 60) + 30, Classified, TicketUrgency.Emergency);
        var span = SlaClock.Spans(SlaPolicies.Unaccepted, TicketKind.Repair, history.Events)[0];

        Assert.Equal(TicketHistory.At((12 * 60) + 1), SlaClock.DueAt(SlaPolicies.Unaccepted, TicketKind.Repair, span, Shanghai));
    }

    [Fact]
    public void Every_ladder_climbs_and_warns_at_least_two_minutes_before_the_breach_T16()
    {
        foreach (var policy in SlaPolicies.All)
        {
            foreach (var steps in new[] { policy.StepsFor(isEmergency: false), policy.StepsFor(isEmergency: true) })
            {
                Assert.Equal(policy.Steps.Count, steps.Count);
                Assert.Equal(steps.OrderBy(step => step.After), steps);
                Assert.All(steps.Where(step => step.IsWarning), step => Assert.True(step.After <= steps[1].After - TimeSpan.FromMinutes(2)));
            }
        }
    }

    private static (int, DateTimeOffset, DateTimeOffset?) Last(SlaPolicy policy, TicketHistory history)
    {
        var span = SlaClock.Spans(policy, TicketKind.Repair, history.Events)[^1];
        return (span.Round, span.StartedAt, span.EndedAt);
    }
}
