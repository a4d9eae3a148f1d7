using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Sla;
using ChatDesk.BotHost.Tickets;
using ChatDesk.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatDesk.Tests.BotHost.Sla;

/// <summary>Each step happens once: run twice, on two instances at the same time, after a restart.</summary>
public sealed class SlaDurabilityTests
{
    private static readonly TimeSpan Breach = TimeSpan.FromMinutes(5);

    [Theory, OnEachDatabase]
    public async Task What_is_due_is_told_once_however_often_one_looks(DatabaseProvider provider)
    {
        await using var desk = await ClockDesk.StartAsync(provider);
        var ticket = await desk.OpenAsync();

        await desk.AdvanceAsync(Breach);
        await desk.RunDueAsync();
        await Task.WhenAll(desk.RunDueAsync(), desk.RunDueAsync(), desk.RunDueAsync());

        Assert.Equal(["Escalated zhao"], await desk.StepsAsync(ticket, "N10"));
        Assert.Single(await desk.TextsAsync(ticket, "N10"));
    }

    [Theory, OnEachDatabase]
    public async Task Two_instances_that_look_at_the_same_time_tell_each_step_once(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using ClockDesk one = new(await Desk.StartAsync(database, DeskSettings.Empty));
        await one.SetUpAsync();
        await using ClockDesk other = new(await Desk.StartAsync(database, DeskSettings.Empty));
        List<Ticket> tickets = [];
        for (var i = 0; i < 20; i++)
            tickets.Add(await one.OpenAsync());

        await Task.WhenAll(one.AdvanceAsync(Breach), other.AdvanceAsync(Breach));

        foreach (var ticket in tickets)
        {
            Assert.Equal(["Escalated zhao"], await one.StepsAsync(ticket, "N10"));
            Assert.Single(await one.TextsAsync(ticket, "N10"));
        }
    }

    [Theory, OnEachDatabase]
    public async Task After_a_restart_what_became_due_meanwhile_is_told_once_and_no_warning_comes_too_late(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        Ticket ticket;
        await using (ClockDesk before = new(await Desk.StartAsync(database, DeskSettings.Empty)))
        {
            await before.SetUpAsync();
            ticket = await before.OpenAsync();
            await before.ActAsync(ticket, TicketAction.Accept);
        }

        await using ClockDesk after = new(await Desk.StartAsync(database, DeskSettings.Empty with { StartsAt = DeskSettings.MondayMorning.AddHours(5) }));
        await after.RunDueAsync();

        Assert.Equal(["Escalated zhao", "Escalated zhou"], await after.StepsAsync(ticket, "T5"));
        Assert.Equal(["Escalated zhao,qian", "Escalated zhou"], await after.StepsAsync(ticket, "T6"));
    }

    [Theory, OnEachDatabase]
    public async Task Somebody_who_takes_the_ticket_while_the_step_is_taken_never_loses_the_press(DatabaseProvider provider)
    {
        await using var desk = await ClockDesk.StartAsync(provider);
        var ticket = await desk.OpenAsync();

        desk.Desk.Clock.Advance(Breach);
        await Task.WhenAll(desk.RunDueAsync(), desk.ActAsync(ticket, TicketAction.Accept), desk.RunDueAsync());

        Assert.Equal("li", await desk.Desk.ReadAsync(db => db.Set<Ticket>().Select(t => t.Assignee).SingleAsync()));
        Assert.InRange((await desk.StepsAsync(ticket, "N10")).Length, 0, 1);
        Assert.NotNull(await desk.Desk.ReadAsync(db => db.Set<TicketTimer>().Where(timer => timer.Timer == "N10").Select(timer => timer.MetAt).SingleAsync()));
    }

    [Theory, OnEachDatabase]
    public async Task Moving_the_clock_wakes_the_scheduler(DatabaseProvider provider)
    {
        await using var desk = await ClockDesk.StartAsync(provider);
        var ticket = await desk.OpenAsync();

        desk.Desk.Clock.Advance(Breach);

        await Until(async () => (await desk.StepsAsync(ticket, "N10")).Length > 0);
        Assert.Equal(["Escalated zhao"], await desk.StepsAsync(ticket, "N10"));
    }

    private static async Task Until(Func<Task<bool>> holds)
    {
        using CancellationTokenSource patience = new(TimeSpan.FromMinutes(1));
        while (!await holds())
            await Task.Delay(20, patience.Token);
    }
}
