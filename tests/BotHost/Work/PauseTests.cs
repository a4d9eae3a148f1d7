using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Delivery;
using ChatDesk.BotHost.Sla;
using ChatDesk.BotHost.Staff;
using ChatDesk.BotHost.Tickets;
using ChatDesk.BotHost.Work;
using ChatDesk.Tests.BotHost.Pages;
using ChatDesk.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatDesk.Tests.BotHost.Work;

public sealed class PauseTests
{
    [Theory, OnEachDatabase]
    public async Task A_pause_stops_the_visits_clock_alone_tells_the_owner_why_and_ends_by_itself_N_21(DatabaseProvider provider)
    {
        await using var estate = await TakenAsync(provider);
        using var phone = await estate.SignInAsync("li");
        var contactDue = await DueAsync(estate, "T5");

        await phone.SendAsync(estate.Number, PhoneQueue.NewKey(), [("action", "Pause"), ("pause", "WaitingForParts"), ("hours", "4")]);
        Assert.Equal(DeskSettings.MondayMorning.AddHours(6), await DueAsync(estate, "T6"));
        Assert.Equal(contactDue, await DueAsync(estate, "T5"));
        var page = await phone.ReadAsync($"/t/{estate.Token}");
        Assert.Contains("已暂停：等待配件", page, StringComparison.Ordinal);
        Assert.Contains("最晚14:00继续处理", page, StringComparison.Ordinal);
        Assert.Contains("已暂停：等待配件，14:00自动继续", await phone.ReadAsync("/w"), StringComparison.Ordinal);
        estate.Desk.Clock.Advance(TimeSpan.FromHours(4));
        var ending = estate.Desk.Services.GetRequiredService<EndPauses>();
        await Task.WhenAll(ending.RunAsync(CancellationToken.None), ending.RunAsync(CancellationToken.None));

        var ticket = await estate.TicketAsync();
        Assert.False(ticket.IsPaused);
        Assert.Equal("pause", Assert.Single(ticket.Events, e => e.Type == TicketEventType.Resumed).ActorId);
        Assert.Equal(DeskSettings.MondayMorning.AddHours(6), await DueAsync(estate, "T6"));
        var told = await estate.Desk.ReadAsync(db => db.Set<OutboxMessage>().Where(m => m.Key.StartsWith("resume:")).ToListAsync());
        Assert.Contains("请继续处理", ActivityJson.Read(Assert.Single(told).ActivityJson).Text, StringComparison.Ordinal);
        Assert.Null(TicketChain.FirstBroken(ticket.Events));
    }

    [Theory, OnEachDatabase]
    public async Task An_engineer_pauses_24_hours_in_all_and_who_directs_the_work_grants_more_N_21(DatabaseProvider provider)
    {
        await using var estate = await TakenAsync(provider);
        await estate.Desk.AddAsync(new StaffMember { WeComUserId = "sun", Name = "孙敏", Phone = "13977778888", Roles = StaffRoles.Supervisor });
        using var phone = await estate.SignInAsync("li");
        using var supervisor = await estate.SignInAsync("sun");

        Assert.Equal(200, await PauseAsync(phone, estate, 24));
        estate.Desk.Clock.Advance(TimeSpan.FromHours(10));
        Assert.Equal(200, (await phone.SendAsync(estate.Number, PhoneQueue.NewKey(), [("action", "Resume")])).Status);
        Assert.Equal(409, await PauseAsync(phone, estate, 24));
        Assert.Equal(200, await PauseAsync(phone, estate, 14));
        Assert.Equal(200, await PauseAsync(supervisor, estate, 168, "sun"));
        Assert.Equal(409, await PauseAsync(supervisor, estate, 169, "sun"));

        Assert.Equal(estate.Desk.Clock.Now.AddDays(7), (await estate.TicketAsync()).PausedUntil);
    }

    [Theory, OnEachDatabase]
    public async Task An_emergency_a_free_ticket_and_a_pause_without_a_reason_are_refused_and_a_step_ends_a_pause(DatabaseProvider provider)
    {
        await using var estate = await PhoneEstate.StartAsync(provider);
        await estate.Desk.AddAsync(new StaffMember { WeComUserId = "sun", Name = "孙敏", Phone = "13977778888", Roles = StaffRoles.Supervisor });
        using var phone = await estate.SignInAsync("li");
        using var supervisor = await estate.SignInAsync("sun");

        Assert.Equal(409, await PauseAsync(supervisor, estate, 4, "sun"));
        await estate.ActAsync(new(TicketAction.Accept));
        Assert.Equal("PauseTooLong", (await phone.SendAsync(estate.Number, PhoneQueue.NewKey(), [("action", "Pause"), ("hours", "4")])).Code);
        Assert.Equal(200, await PauseAsync(phone, estate, 4));
        await phone.SendAsync(estate.Number, PhoneQueue.NewKey(), [("action", "Step"), ("text", "配件到了")]);
        Assert.False((await estate.TicketAsync()).IsPaused);
        await estate.ActAsync(new(TicketAction.Classify) { Urgency = TicketUrgency.Emergency }, "sun");
        Assert.Equal(409, await PauseAsync(phone, estate, 4));
    }

    private static async Task<int> PauseAsync(Browser phone, PhoneEstate estate, int hours, string by = "li") => (await phone.SendAsync(
        estate.Number, PhoneQueue.NewKey(), [("by", by), ("action", "Pause"), ("pause", "OwnerAway"), ("hours", $"{hours}")])).Status;

    private static Task<DateTimeOffset> DueAsync(PhoneEstate estate, string timer) => estate.Desk.ReadAsync(db =>
        db.Set<TicketTimer>().Where(t => t.Timer == timer && t.EndedAt == null).Select(t => t.DueAt).SingleAsync());

    private static async Task<PhoneEstate> TakenAsync(DatabaseProvider provider)
    {
        var estate = await PhoneEstate.StartAsync(provider);
        await estate.ActAsync(new(TicketAction.Accept));
        return estate;
    }
}
