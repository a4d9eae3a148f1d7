using ChatDesk.BotHost.Conversations;
using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Delivery;
using ChatDesk.BotHost.Estates;
using ChatDesk.BotHost.Staff;
using ChatDesk.BotHost.Tickets;
using ChatDesk.Channels.Activities;
using ChatDesk.Tests.BotHost.Delivery;
using ChatDesk.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatDesk.Tests.BotHost.Notices;

/// <summary>Decision 14: 接单, 到场 with 出发, and 完工 are pushed; other steps wait for the next reply; the last message of a window is for 完工.</summary>
public sealed class OwnerNoticesTests
{
    private const string Engineer = "li";

    [Theory, OnEachDatabase]
    public async Task Acceptance_arrival_and_the_end_are_pushed_and_the_other_steps_are_told_with_the_next_reply_R_114(DatabaseProvider provider)
    {
        await using var desk = await Desk.StartAsync(provider);
        var phone = await WriterAsync(desk);
        var number = await OpenAsync(desk, phone);

        await ActAsync(desk, number, TicketAction.Accept);
        await PushedAsync(phone, "已接单");
        await ActAsync(desk, number, TicketAction.Depart);
        desk.Clock.Advance(TimeSpan.FromMinutes(20));
        await ActAsync(desk, number, TicketAction.Arrive);
        await PushedAsync(phone, "10:00出发，已到场处理");
        desk.Clock.Advance(TimeSpan.FromMinutes(5));
        await ActAsync(desk, number, TicketAction.Step);
        Assert.Equal(OutboxState.Held, (await LastWordAsync(desk, number)).State);

        await phone.SayAsync("物业费多少钱一平方？");
        var reply = (await phone.InboxAsync()).Last(item => item.Via == "reply").Text!;
        Assert.EndsWith($"\n\n另外告诉您：\n· {number} 10:25有新的处理步骤", reply, StringComparison.Ordinal);
        Assert.Equal((OutboxState.Sent, DeliveryRung.NextReply), await StandingAsync(desk, number));

        await phone.SayAsync("物业费多少钱一平方？");
        Assert.DoesNotContain("另外告诉您", (await phone.InboxAsync()).Last(item => item.Via == "reply").Text!, StringComparison.Ordinal);
        await ActAsync(desk, number, TicketAction.Finish);
        await PushedAsync(phone, "已完工");
        Assert.Equal(3, (await phone.InboxAsync()).Count(item => item.Via == "message"));
    }

    [Theory, OnEachDatabase]
    public async Task A_departure_long_before_the_arrival_is_not_told_with_it(DatabaseProvider provider)
    {
        await using var desk = await Desk.StartAsync(provider);
        var phone = await WriterAsync(desk);
        var number = await OpenAsync(desk, phone);

        await ActAsync(desk, number, TicketAction.Accept);
        await ActAsync(desk, number, TicketAction.Depart);
        desk.Clock.Advance(TimeSpan.FromMinutes(31));
        await ActAsync(desk, number, TicketAction.Arrive);

        Assert.DoesNotContain("出发", await PushedAsync(phone, "已到场处理"), StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task The_last_message_of_a_window_waits_for_the_end_and_the_arrival_for_the_next_reply(DatabaseProvider provider)
    {
        await using var desk = await Desk.StartAsync(provider, new DeskSettings { Configuration = DeliveryDesk.WithoutTemplates });
        var phone = await WriterAsync(desk);
        var number = await OpenAsync(desk, phone);
        await TakeAllButAsync(desk, phone.OpenId, left: 2);

        await ActAsync(desk, number, TicketAction.Accept);
        await PushedAsync(phone, "已接单");
        await ActAsync(desk, number, TicketAction.Arrive);
        await UntilAsync(desk, number, OutboxState.Held);
        Assert.Contains("最后一条留给完工通知", (await LastWordAsync(desk, number)).Refusals, StringComparison.Ordinal);

        await ActAsync(desk, number, TicketAction.Finish);
        await PushedAsync(phone, "已完工");

        Assert.Equal(0, await desk.LeftAsync(phone.OpenId));
        Assert.Equal([OutboxState.Sent, OutboxState.Superseded, OutboxState.Sent], (await WordsAsync(desk, number)).Select(row => row.State));
    }

    [Theory, OnEachDatabase]
    public async Task An_answer_about_danger_says_nothing_else(DatabaseProvider provider)
    {
        await using var desk = await Desk.StartAsync(provider);
        var phone = await WriterAsync(desk);
        var number = await OpenAsync(desk, phone);
        await ActAsync(desk, number, TicketAction.Accept);
        await ActAsync(desk, number, TicketAction.Depart);

        await phone.SayAsync("3栋电梯困人了，快来人");

        Assert.DoesNotContain("另外告诉您", (await phone.InboxAsync()).Last(item => item.Via == "reply").Text!, StringComparison.Ordinal);
        Assert.Equal(OutboxState.Held, (await LastWordAsync(desk, number)).State);
    }

    [Theory, OnEachDatabase]
    public async Task An_answer_from_the_knowledge_base_costs_no_message_and_writes_no_ledger(DatabaseProvider provider)
    {
        await using var desk = await Desk.StartAsync(provider);
        var phone = await WriterAsync(desk);

        await phone.SayAsync("物业费多少钱一平方？");

        Assert.Equal(0, await desk.ReadAsync(db => db.Set<BudgetUse>().CountAsync()));
        Assert.Equal(0, await desk.ReadAsync(db => db.Set<OutboxMessage>().CountAsync()));
        Assert.Equal(5, await desk.LeftAsync(phone.OpenId));
    }

    private static async Task<OwnerPhone> WriterAsync(Desk desk)
    {
        var phone = new SandboxPhones(desk.Http).Owner("openid-sun");
        await phone.FollowAsync();
        await phone.SayAsync("你好");
        return phone;
    }

    private static async Task<string> OpenAsync(Desk desk, OwnerPhone phone) => await ChangeAsync(desk, async services =>
    {
        NewTicket wanted = new()
        {
            Kind = TicketKind.Repair,
            Category = "plumbing",
            Urgency = TicketUrgency.Normal,
            Subject = "厨房水管漏水",
            Words = "厨房水管漏水",
            Place = new Place(services.GetRequiredService<EstateRegister>().Estates[0].Id, "3栋2单元201"),
            Channel = ChannelNames.OfficialAccount,
            Conversation = await services.GetRequiredService<DeskDb>().Set<Conversation>().SingleAsync(chat => chat.PeerId == phone.OpenId),
        };
        return (await services.GetRequiredService<OpenTicket>().RunAsync(wanted, Actor.System("test"), CancellationToken.None)).Number;
    });

    private static Task ActAsync(Desk desk, string number, TicketAction action) => ChangeAsync(desk, async services =>
    {
        var by = services.GetRequiredService<StaffRoster>().Find(Engineer)!;
        var outcome = await services.GetRequiredService<ActOnTicket>().RunAsync(number, new TicketOrder(action) { Text = "处理" }, by, ChannelNames.WeCom, CancellationToken.None);
        Assert.True(outcome.IsDone, outcome.Refusal.ToString());
        return number;
    });

    private static Task<string> ChangeAsync(Desk desk, Func<IServiceProvider, Task<string>> change) => desk.Services.GetRequiredService<DeskWork>().RunAsync(
        async services =>
        {
            var number = await change(services);
            await services.GetRequiredService<DeskDb>().SaveChangesAsync();
            return number;
        },
        CancellationToken.None);

    private static async Task<string> PushedAsync(OwnerPhone phone, string words) =>
        (await phone.WaitForAsync(item => item.Via == "message" && item.Text?.Contains(words, StringComparison.Ordinal) == true)).Text!;

    private static Task TakeAllButAsync(Desk desk, string openId, int left) => ChangeAsync(desk, async services =>
    {
        var chat = await services.GetRequiredService<DeskDb>().Set<Conversation>().SingleAsync(c => c.PeerId == openId);
        var ledger = services.GetRequiredService<BudgetLedger>();
        while ((await ledger.LeftAsync(chat, CancellationToken.None)).Left > left)
            await ledger.TryTakeMessageAsync(chat, keep: 0, CancellationToken.None);
        return openId;
    });

    private static Task<List<OutboxMessage>> WordsAsync(Desk desk, string number) => desk.ReadAsync(db => db.Set<OutboxMessage>().AsNoTracking()
        .Where(row => row.TicketNumber == number && row.Purpose != DeliveryPurpose.Staff).OrderBy(row => row.Id).ToListAsync());

    private static async Task<OutboxMessage> LastWordAsync(Desk desk, string number) => (await WordsAsync(desk, number))[^1];

    private static async Task<(OutboxState, DeliveryRung)> StandingAsync(Desk desk, string number)
    {
        var last = await LastWordAsync(desk, number);
        return (last.State, last.Rung);
    }

    private static async Task UntilAsync(Desk desk, string number, OutboxState state)
    {
        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(30));
        while ((await LastWordAsync(desk, number)).State != state)
            await Task.Delay(20, patience.Token);
    }
}
