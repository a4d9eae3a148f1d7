using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Sla;
using ChatDesk.BotHost.Tickets;
using ChatDesk.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.Tests.BotHost.Sla;

/// <summary>The clocks on tickets, on both databases.</summary>
public sealed class SlaTests
{
    private static readonly TimeSpan OneMinute = TimeSpan.FromMinutes(1);

    [Theory, OnEachDatabase]
    public async Task A_ticket_that_no_rule_dispatches_goes_from_the_desk_to_supervisor_and_manager_R_090(DatabaseProvider provider)
    {
        await using var desk = await ClockDesk.StartAsync(provider);
        var ticket = await desk.OpenAsync(category: null);

        await desk.AdvanceAsync(3 * OneMinute);
        Assert.Equal(["Warned sun"], await desk.StepsAsync(ticket, "T4"));
        await desk.AdvanceAsync(2 * OneMinute);
        await desk.AdvanceAsync(10 * OneMinute);

        Assert.Equal(["Warned sun", "Escalated zhou", "Escalated qian"], await desk.StepsAsync(ticket, "T4"));
        Assert.Equal(TicketState.Reviewed, await desk.Desk.ReadAsync(db => db.Set<Ticket>().Select(t => t.State).SingleAsync()));
    }

    [Theory, OnEachDatabase]
    public async Task A_ticket_that_a_rule_dispatches_starts_no_dispatch_clock(DatabaseProvider provider)
    {
        await using var desk = await ClockDesk.StartAsync(provider);
        await desk.OpenAsync();

        Assert.Equal(["N10"], await desk.Desk.ReadAsync(db => db.Set<TicketTimer>().Select(timer => timer.Timer).ToListAsync()));
    }

    [Theory, OnEachDatabase]
    public async Task The_engineer_is_warned_and_then_the_lead_hears_that_the_owner_was_not_contacted_R_091_R_094(DatabaseProvider provider)
    {
        await using var desk = await ClockDesk.StartAsync(provider);
        var ticket = await desk.OpenAsync();
        await desk.ActAsync(ticket, TicketAction.Accept);

        await desk.AdvanceAsync(24 * OneMinute);
        await desk.AdvanceAsync(6 * OneMinute);
        await desk.AdvanceAsync(30 * OneMinute);

        Assert.Equal(["Warned li", "Escalated zhao", "Escalated zhou"], await desk.StepsAsync(ticket, "T5"));
        Assert.Equal(
            [
                $"li: 【即将超时】{ticket.Number} 3栋2单元201 厨房水管漏水：请在10:30前联系业主，还剩6分钟。10:24",
                $"zhao: 【已超时】{ticket.Number} 3栋2单元201 厨房水管漏水：应在10:30前联系业主，刚刚超时，负责人李师傅。10:30",
                $"zhou: 【已超时】{ticket.Number} 3栋2单元201 厨房水管漏水：应在10:30前联系业主，已超时30分钟，负责人李师傅。11:00",
            ],
            await desk.TextsAsync(ticket, "T5"));
    }

    [Theory, OnEachDatabase]
    public async Task Contact_and_arrival_in_time_leave_everybody_in_peace(DatabaseProvider provider)
    {
        await using var desk = await ClockDesk.StartAsync(provider);
        var ticket = await desk.OpenAsync();
        await desk.AdvanceAsync(4 * OneMinute);
        await desk.ActAsync(ticket, TicketAction.Accept);
        await desk.AdvanceAsync(20 * OneMinute);
        await desk.ActAsync(ticket, TicketAction.Contact);
        await desk.AdvanceAsync(60 * OneMinute);
        await desk.ActAsync(ticket, TicketAction.Arrive);
        await desk.AdvanceAsync(TimeSpan.FromDays(2));

        Assert.Empty(await desk.Desk.ReadAsync(db => db.Set<TicketEvent>().Where(e => e.Type == TicketEventType.Warned || e.Type == TicketEventType.Escalated).ToListAsync()));
        Assert.All(await desk.Desk.ReadAsync(db => db.Set<TicketTimer>().ToListAsync()), timer => Assert.NotNull(timer.MetAt));
    }

    [Theory, OnEachDatabase]
    public async Task An_engineer_who_is_not_there_after_two_hours_is_reported_to_lead_and_manager_R_092(DatabaseProvider provider)
    {
        await using var desk = await ClockDesk.StartAsync(provider);
        var ticket = await desk.OpenAsync();
        await desk.ActAsync(ticket, TicketAction.Accept);
        await desk.ActAsync(ticket, TicketAction.Contact);

        await desk.AdvanceAsync(96 * OneMinute);
        Assert.Equal(["Warned li"], await desk.StepsAsync(ticket, "T6"));
        await desk.AdvanceAsync(24 * OneMinute);

        Assert.Equal(["Warned li", "Escalated zhao,qian"], await desk.StepsAsync(ticket, "T6"));
    }

    [Theory, OnEachDatabase]
    public async Task A_finished_repair_without_follow_up_reaches_the_supervisor_after_24_hours_R_093(DatabaseProvider provider)
    {
        await using var desk = await ClockDesk.StartAsync(provider);
        var ticket = await desk.OpenAsync();
        await desk.ActAsync(ticket, TicketAction.Accept);
        await desk.ActAsync(ticket, TicketAction.Finish);

        await desk.AdvanceAsync(TimeSpan.FromHours(20));
        Assert.Equal(["Warned sun"], await desk.StepsAsync(ticket, "T7"));
        await desk.AdvanceAsync(TimeSpan.FromHours(4));
        Assert.Equal(["Warned sun", "Escalated zhou"], await desk.StepsAsync(ticket, "T7"));
        await desk.ActAsync(ticket, TicketAction.Close, by: "sun");
        await desk.AdvanceAsync(TimeSpan.FromHours(48));

        Assert.Equal(["Warned sun", "Escalated zhou"], await desk.StepsAsync(ticket, "T7"));
    }

    [Theory, OnEachDatabase]
    public async Task A_complaint_that_nobody_took_for_two_hours_goes_to_supervisor_and_manager_R_104(DatabaseProvider provider)
    {
        await using var desk = await ClockDesk.StartAsync(provider);
        var ticket = await desk.OpenAsync(TicketKind.Complaint, "noise");

        await desk.AdvanceAsync(TimeSpan.FromHours(2));

        Assert.Equal(["Escalated zhou,qian"], await desk.StepsAsync(ticket, "T10"));
        Assert.Contains("应在12:00前安排人受理投诉，刚刚超时", Assert.Single(await desk.TextsAsync(ticket, "T10")), StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task A_complaint_that_was_taken_once_has_met_its_clock_even_when_it_is_returned(DatabaseProvider provider)
    {
        await using var desk = await ClockDesk.StartAsync(provider);
        var ticket = await desk.OpenAsync(TicketKind.Complaint, "noise");
        await desk.ActAsync(ticket, TicketAction.Accept);
        await desk.ActAsync(ticket, TicketAction.Return);

        await desk.AdvanceAsync(TimeSpan.FromHours(2));

        Assert.Empty(await desk.StepsAsync(ticket, "T10"));
        Assert.Equal(["Escalated zhao", "Escalated qian"], await desk.StepsAsync(ticket, "N10"));
    }

    [Theory, OnEachDatabase]
    public async Task A_ticket_that_nobody_took_climbs_from_lead_to_manager_N_10(DatabaseProvider provider)
    {
        await using var desk = await ClockDesk.StartAsync(provider);
        var ticket = await desk.OpenAsync();

        await desk.AdvanceAsync(5 * OneMinute);
        Assert.Equal([$"zhao: 【无人接单】{ticket.Number} 3栋2单元201 厨房水管漏水：从10:00起5分钟没有人接单，请马上安排。10:05"], await desk.TextsAsync(ticket, "N10"));
        await desk.AdvanceAsync(10 * OneMinute);

        Assert.Equal(["Escalated zhao", "Escalated qian"], await desk.StepsAsync(ticket, "N10"));
    }

    [Theory, OnEachDatabase]
    public async Task The_ladder_stops_when_somebody_takes_the_ticket_N_10(DatabaseProvider provider)
    {
        await using var desk = await ClockDesk.StartAsync(provider);
        var ticket = await desk.OpenAsync();

        await desk.AdvanceAsync(5 * OneMinute);
        await desk.ActAsync(ticket, TicketAction.Comment, by: "zhao");
        await desk.ActAsync(ticket, TicketAction.Accept);
        await desk.AdvanceAsync(10 * OneMinute);

        Assert.Equal(["Escalated zhao"], await desk.StepsAsync(ticket, "N10"));
    }

    [Theory, OnEachDatabase]
    public async Task A_return_puts_off_nothing_that_the_owner_was_promised_decision_13(DatabaseProvider provider)
    {
        await using var desk = await ClockDesk.StartAsync(provider);
        var ticket = await desk.OpenAsync();
        await desk.ActAsync(ticket, TicketAction.Accept);
        await desk.AdvanceAsync(20 * OneMinute);
        await desk.ActAsync(ticket, TicketAction.Return);
        await desk.ActAsync(ticket, TicketAction.Accept, by: "wang");
        await desk.AdvanceAsync(10 * OneMinute);

        Assert.Equal(["Escalated zhao"], await desk.StepsAsync(ticket, "T5"));
    }

    [Theory, OnEachDatabase]
    public async Task At_night_an_emergency_wakes_lead_and_manager_and_a_dripping_tap_waits_for_the_morning(DatabaseProvider provider)
    {
        await using var desk = await ClockDesk.StartAsync(provider, DeskSettings.MondayMorning.AddHours(13));
        var tap = await desk.OpenAsync();
        var burst = await desk.OpenAsync(urgency: TicketUrgency.Emergency);

        await desk.AdvanceAsync(1 * OneMinute);
        Assert.Equal(["Escalated zhao"], await desk.StepsAsync(burst, "N10"));
        await desk.AdvanceAsync(2 * OneMinute);
        await desk.AdvanceAsync(TimeSpan.FromHours(9));
        Assert.Equal(["Escalated zhao", "Escalated qian,zhou"], await desk.StepsAsync(burst, "N10"));
        Assert.Empty(await desk.StepsAsync(tap, "N10"));
        await desk.AdvanceAsync(2 * OneMinute);

        Assert.Equal(["Escalated zhao"], await desk.StepsAsync(tap, "N10"));
    }

    [Theory, OnEachDatabase]
    public async Task A_cancelled_ticket_bothers_nobody(DatabaseProvider provider)
    {
        await using var desk = await ClockDesk.StartAsync(provider);
        var ticket = await desk.OpenAsync();
        await desk.ActAsync(ticket, TicketAction.Cancel, by: "sun");

        await desk.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.Empty(await desk.StepsAsync(ticket, "N10"));
    }

    [Theory, OnEachDatabase]
    public async Task The_steps_are_part_of_the_tickets_verifiable_history_R_076(DatabaseProvider provider)
    {
        await using var desk = await ClockDesk.StartAsync(provider);
        var ticket = await desk.OpenAsync(category: null);
        await desk.AdvanceAsync(TimeSpan.FromHours(1));

        var events = await desk.Desk.ReadAsync(db => db.Set<TicketEvent>().Include(e => e.Text).Include(e => e.Files).Where(e => e.TicketId == ticket.Id).ToListAsync());

        Assert.Contains(events, e => e.Type == TicketEventType.Escalated && e.ActorId == "sla");
        Assert.Null(TicketChain.FirstBroken(events));
    }
}
