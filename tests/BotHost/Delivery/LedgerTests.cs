using ChatDesk.BotHost.Conversations;
using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Delivery;
using ChatDesk.Channels.Activities;
using ChatDesk.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatDesk.Tests.BotHost.Delivery;

/// <summary>The ledger of N-05: numbers of 客服消息下发规则 (5 in 48 h after a message, 3 in one minute after a tap), the same on every instance and after a restart.</summary>
public sealed class LedgerTests
{
    private const string Owner = "openid-wang";

    [Theory, OnEachDatabase]
    public async Task The_figures_are_right_right_after_a_restart_N_05(DatabaseProvider provider)
    {
        PlayedChannel channel = new();
        await using var database = await TestDatabase.CreateAsync(provider);
        await using (var before = await Desk.StartAsync(database, channel.Settings))
        {
            await before.AddAsync(before.OpenChat(Owner));
            await before.AddAsync([.. Enumerable.Range(0, 4).Select(i => before.Row($"notice:{i}", Owner, $"第{i}条"))]);
            await before.UntilAsync("notice:3", OutboxState.Sent);
        }

        await using var after = await Desk.StartAsync(database, channel.Settings);
        Assert.Equal(new BudgetLeft(1, 5, DeskSettings.MondayMorning.AddHours(48)), await LeftAsync(after));

        await after.AddAsync(after.Row("notice:4", Owner, "第4条"), after.Row("notice:5", Owner, "第5条"));
        await after.UntilAsync("notice:4", OutboxState.Sent);
        await after.UntilAsync("notice:5", OutboxState.Failed, attempts: 0);
        Assert.Equal(5, channel.Sent.Count);
    }

    [Theory, OnEachDatabase]
    public async Task Two_instances_never_take_a_sixth_of_five_N_05(DatabaseProvider provider)
    {
        PlayedChannel channel = new();
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var one = await Desk.StartAsync(database, channel.Settings);
        await using var other = await Desk.StartAsync(database, channel.Settings);
        await one.AddAsync(one.OpenChat(Owner));

        var taken = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => TakeAsync(i % 2 == 0 ? one : other)));

        Assert.Equal(5, taken.Count(isTaken => isTaken));
        Assert.Equal(0, (await LeftAsync(other)).Left);
    }

    [Theory, OnEachDatabase]
    public async Task An_unknown_outcome_stays_charged_and_a_refusal_is_given_back(DatabaseProvider provider)
    {
        PlayedChannel channel = new() { Answer = _ => new SendResult(SendOutcome.Retry, -1, "busy") };
        await using var desk = await Desk.StartAsync(provider, channel.Settings);
        await desk.AddAsync(desk.OpenChat(Owner));
        await desk.AddAsync(desk.Row("busy", Owner, "忙"));
        await desk.UntilAsync("busy", OutboxState.Queued);
        Assert.Equal(5, (await LeftAsync(desk)).Left);

        channel.Answer = _ => new SendResult(SendOutcome.Unknown, ErrorCode: null, "timeout");
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        await desk.UntilAsync("busy", OutboxState.Queued, attempts: 2);
        Assert.Equal(4, (await LeftAsync(desk)).Left);
    }

    [Theory, OnEachDatabase]
    public async Task A_tap_opens_three_for_a_minute_beside_the_long_window(DatabaseProvider provider)
    {
        PlayedChannel channel = new();
        await using var desk = await Desk.StartAsync(provider, channel.Settings);
        Conversation chat = new() { Channel = ChannelNames.OfficialAccount, Account = DeliveryDesk.Account, PeerId = Owner };
        SendWindow.OpenByEvent(chat, desk.Clock.Now);
        await desk.AddAsync(chat);
        Assert.Equal(new BudgetLeft(3, 3, desk.Clock.Now.AddMinutes(1)), await LeftAsync(desk));

        Assert.True(await TakeAsync(desk));
        Assert.Equal(2, (await LeftAsync(desk)).Left);
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(new BudgetLeft(0, 5, null), await LeftAsync(desk));
        Assert.False(await TakeAsync(desk));
    }

    [Theory, OnEachDatabase]
    public async Task A_tap_takes_nothing_from_the_window_that_a_message_opened(DatabaseProvider provider)
    {
        PlayedChannel channel = new();
        await using var desk = await Desk.StartAsync(provider, channel.Settings);
        var chat = desk.OpenChat(Owner);
        SendWindow.OpenByEvent(chat, desk.Clock.Now);
        await desk.AddAsync(chat);

        Assert.True(await TakeAsync(desk));
        desk.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(4, (await LeftAsync(desk)).Left);
    }

    [Theory, OnEachDatabase]
    public async Task A_new_message_brings_the_whole_budget_again(DatabaseProvider provider)
    {
        PlayedChannel channel = new();
        await using var desk = await Desk.StartAsync(provider, channel.Settings);
        await desk.AddAsync(desk.OpenChat(Owner));
        for (var i = 0; i < 5; i++)
            Assert.True(await TakeAsync(desk));
        Assert.False(await TakeAsync(desk));

        desk.Clock.Advance(TimeSpan.FromHours(1));
        await desk.ReadAsync(async db =>
        {
            SendWindow.OpenByMessage(await db.Set<Conversation>().SingleAsync(), desk.Clock.Now);
            return await db.SaveChangesAsync();
        });

        Assert.Equal(new BudgetLeft(5, 5, desk.Clock.Now.AddHours(48)), await LeftAsync(desk));
    }

    [Theory, OnEachDatabase]
    public async Task Four_mass_sends_a_month_begin_anew_on_the_estates_first_of_the_month(DatabaseProvider provider)
    {
        await using var desk = await Desk.StartAsync(provider, DeskSettings.Empty with { StartsAt = new(2027, 1, 29, 18, 0, 0, TimeSpan.FromHours(8)) });

        for (var i = 0; i < 4; i++)
            Assert.True(await TakeOfAccountAsync(desk));
        Assert.False(await TakeOfAccountAsync(desk));
        desk.Clock.Advance(TimeSpan.FromDays(2) + TimeSpan.FromHours(6));

        Assert.True(await TakeOfAccountAsync(desk));
    }

    private static Task<BudgetLeft> LeftAsync(Desk desk) => desk.InScopeAsync(async services =>
        await services.GetRequiredService<BudgetLedger>().LeftAsync(await desk.ChatAsync(Owner), CancellationToken.None));

    private static Task<bool> TakeAsync(Desk desk) => ChangeAsync(desk, async (services, ledger) =>
        await ledger.TryTakeMessageAsync(await services.GetRequiredService<DeskDb>().Set<Conversation>().SingleAsync(), keep: 0, CancellationToken.None));

    private static Task<bool> TakeOfAccountAsync(Desk desk) => ChangeAsync(desk, (_, ledger) =>
        ledger.TryTakeOfAccountAsync(SendBudget.MassSend, DeliveryDesk.Account, CancellationToken.None));

    private static Task<bool> ChangeAsync(Desk desk, Func<IServiceProvider, BudgetLedger, Task<bool>> change) =>
        desk.Services.GetRequiredService<DeskWork>().RunAsync(
            async services =>
            {
                var isTaken = await change(services, services.GetRequiredService<BudgetLedger>());
                await services.GetRequiredService<DeskDb>().SaveChangesAsync();
                return isTaken;
            },
            CancellationToken.None);
}
