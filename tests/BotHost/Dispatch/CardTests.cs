using ChatDesk.BotHost.Conversations;
using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Delivery;
using ChatDesk.BotHost.Dispatch;
using ChatDesk.BotHost.Estates;
using ChatDesk.BotHost.Staff;
using ChatDesk.BotHost.Tickets;
using ChatDesk.Channels.Activities;
using ChatDesk.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ChatDesk.Tests.BotHost.Dispatch;

/// <summary>What is queued for staff; nothing is sent here, so that every row can be looked at.</summary>
public sealed class CardTests
{
    [Theory, OnEachDatabase]
    public async Task An_end_tells_only_those_whose_card_can_still_be_pressed(DatabaseProvider provider)
    {
        await using var desk = await StartAsync(provider);
        var number = await OpenAsync(desk);
        await SpendCodesAsync(desk);
        await ActAsync(desk, number, TicketAction.Accept, "li");
        await SpendCodesAsync(desk);

        await ActAsync(desk, number, TicketAction.Cancel, "xie");

        var updates = (await RowsAsync(desk)).Where(row => row.Key.StartsWith("update:", StringComparison.Ordinal)).Select(row => row.RecipientId);
        Assert.Equal(["li", "li", "zhou"], updates.Order());
    }

    [Theory, OnEachDatabase]
    public async Task A_ticket_that_goes_back_to_work_without_an_engineer_is_offered_to_its_team(DatabaseProvider provider)
    {
        await using var desk = await StartAsync(provider);
        var number = await OpenAsync(desk);
        await ActAsync(desk, number, TicketAction.Finish, "xie");

        await ActAsync(desk, number, TicketAction.Reopen, "xie");

        var cards = (await RowsAsync(desk)).Where(row => row.Key.StartsWith("card:", StringComparison.Ordinal)).Select(row => row.RecipientId);
        Assert.Equal(["li", "li", "zhou", "zhou"], cards.Order());
    }

    [Theory, OnEachDatabase]
    public async Task What_an_owner_adds_to_an_emergency_reaches_everybody_who_was_alarmed(DatabaseProvider provider)
    {
        await using var desk = await StartAsync(provider);
        var number = await OpenAsync(desk, TicketUrgency.Emergency);

        await ChangeAsync(desk, number, TicketEventType.OwnerAdded);

        var told = (await RowsAsync(desk)).Single(row => row.Key.StartsWith("added:", StringComparison.Ordinal)).RecipientId.Split('|');
        Assert.Equal(["li", "lin", "xie", "zhou"], told.Order());
    }

    [Theory]
    [OnEachDatabase(OutboxState.Queued, OutboxState.Queued)]
    [OnEachDatabase(OutboxState.Failed, OutboxState.Superseded)]
    public async Task An_update_waits_for_its_card_without_using_up_its_tries_and_is_dropped_when_the_card_never_came(DatabaseProvider provider, OutboxState card, OutboxState update)
    {
        await using var desk = await StartAsync(provider);
        var number = await OpenAsync(desk);
        await ActAsync(desk, number, TicketAction.Accept, "li");
        var row = (await RowsAsync(desk)).First(r => r.Key.StartsWith("update:", StringComparison.Ordinal));

        await desk.ReadAsync(db => db.Set<OutboxMessage>().Where(r => r.Key.StartsWith("card:")).ExecuteUpdateAsync(set => set.SetProperty(r => r.State, card)));
        var (isReady, state, attempts) = await desk.InScopeAsync(async services =>
        {
            var message = await services.GetRequiredService<DeskDb>().Set<OutboxMessage>().SingleAsync(r => r.Id == row.Id);
            return (await services.GetRequiredService<ISendPreparation>().PrepareAsync(message, ActivityJson.Read(message.ActivityJson), CancellationToken.None), message.State, message.Attempts);
        });

        Assert.Equal((false, update, 0), (isReady, state, attempts));
    }

    [Theory]
    [OnEachDatabase("press-of-transfer", ActivityType.MessageUpdate)]
    [OnEachDatabase("", ActivityType.Message)]
    public async Task An_end_on_the_work_page_changes_the_card_by_the_last_presss_code_and_says_it_plainly_without_one(DatabaseProvider provider, string code, string kind)
    {
        await using var desk = await StartAsync(provider);
        var number = await OpenAsync(desk);
        await ActAsync(desk, number, TicketAction.Accept, "li");
        await desk.ReadAsync(db => db.Set<OutboxMessage>().ExecuteUpdateAsync(set => set.SetProperty(row => row.State, OutboxState.Sent)));
        await desk.ReadAsync(db => db.Set<DispatchCard>().Where(card => card.WeComUserId == "li").ExecuteUpdateAsync(set => set
            .SetProperty(card => card.ResponseCode, code.Length > 0 ? code : null).SetProperty(card => card.CodeIssuedAt, desk.Clock.Now)));

        await ActAsync(desk, number, TicketAction.Finish, "li");

        var row = (await RowsAsync(desk)).Last(r => r.Key.StartsWith("update:", StringComparison.Ordinal) && r.RecipientId == "li");
        var sent = await desk.InScopeAsync(async services =>
        {
            var message = await services.GetRequiredService<DeskDb>().Set<OutboxMessage>().SingleAsync(r => r.Id == row.Id);
            Assert.True(await services.GetRequiredService<ISendPreparation>().PrepareAsync(message, ActivityJson.Read(message.ActivityJson), CancellationToken.None));
            return ActivityJson.Read(message.ActivityJson);
        });
        Assert.Equal((kind, code), (sent.Type, sent.ReplyToId ?? ""));
        Assert.Equal(code.Length == 0, sent.Text?.Contains("已完工", StringComparison.Ordinal) == true);
    }

    private static Task<Desk> StartAsync(DatabaseProvider provider) => Desk.StartAsync(provider, new DeskSettings { Services = WithoutSending });

    private static void WithoutSending(IServiceCollection services)
    {
        foreach (var pump in services.Where(service => service.ServiceType == typeof(IHostedService) && service.ImplementationType?.Name == "OutboxPump").ToList())
            services.Remove(pump);
    }

    private static async Task<string> OpenAsync(Desk desk, TicketUrgency urgency = TicketUrgency.Normal) => (await WorkAsync(desk, async services =>
    {
        Conversation chat = new() { Channel = ChannelNames.OfficialAccount, Account = "demo", PeerId = "oReporter" };
        NewTicket wanted = new()
        {
            Kind = TicketKind.Repair,
            Category = "plumbing",
            Urgency = urgency,
            Subject = "厨房水管漏水",
            Words = "厨房水管漏水",
            Place = new Place(services.GetRequiredService<EstateRegister>().Estates[0].Id, "3栋2单元201"),
            Channel = ChannelNames.OfficialAccount,
            Conversation = chat,
        };
        return await services.GetRequiredService<OpenTicket>().RunAsync(wanted, Actor.System("test"), CancellationToken.None);
    })).Number;

    private static Task ActAsync(Desk desk, string number, TicketAction action, string by) => WorkAsync(desk, async services =>
    {
        TicketOrder order = new(action) { Text = TicketRules.NeedsReason(action) ? "重复报修" : null };
        var outcome = await services.GetRequiredService<ActOnTicket>().RunAsync(number, order, services.GetRequiredService<StaffRoster>().Find(by)!, ChannelNames.Desk, CancellationToken.None);
        Assert.True(outcome.IsDone, outcome.Refusal.ToString());
        return outcome;
    });

    private static Task ChangeAsync(Desk desk, string number, TicketEventType type) => WorkAsync(desk, async services =>
        await services.GetRequiredService<TicketJournal>().AppendAsync(
            await services.GetRequiredService<DeskDb>().Set<Ticket>().SingleAsync(ticket => ticket.Number == number), type, Actor.System("test"), text: "人还在里面"));

    private static Task<T> WorkAsync<T>(Desk desk, Func<IServiceProvider, Task<T>> change) => desk.Services.GetRequiredService<DeskWork>().RunAsync(
        async services =>
        {
            var result = await change(services);
            await services.GetRequiredService<DeskDb>().SaveChangesAsync();
            return result;
        },
        CancellationToken.None);

    /// <summary>As if everything queued had been sent: no card has a code left that its update did not take.</summary>
    private static Task SpendCodesAsync(Desk desk) =>
        desk.ReadAsync(db => db.Set<DispatchCard>().ExecuteUpdateAsync(set => set.SetProperty(card => card.ResponseCode, (string?)null)));

    private static Task<List<OutboxMessage>> RowsAsync(Desk desk) =>
        desk.ReadAsync(db => db.Set<OutboxMessage>().AsNoTracking().Where(row => row.Channel == ChannelNames.WeCom).OrderBy(row => row.Id).ToListAsync());
}
