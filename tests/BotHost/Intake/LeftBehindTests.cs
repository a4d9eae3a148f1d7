using ChatDesk.BotHost.Conversations;
using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Delivery;
using ChatDesk.BotHost.Intake;
using ChatDesk.BotHost.Tasks;
using ChatDesk.BotHost.Tickets;
using ChatDesk.Channels.Activities;
using ChatDesk.Channels.Sandbox.Platform;
using ChatDesk.Tests.BotHost.Delivery;
using ChatDesk.Tests.BotHost.Durability;
using ChatDesk.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatDesk.Tests.BotHost.Intake;

/// <summary>What a crash, a slow answer or a failing turn leaves behind is taken up once (DESIGN section 2).</summary>
public sealed class LeftBehindTests
{
    /// <summary>DESIGN section 2.3.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(10);

    /// <summary>The platform asks three times within 15 s: by then nobody asks any more.</summary>
    private static readonly TimeSpan AfterTheLastAttempt = TimeSpan.FromSeconds(20);

    [Theory, OnEachDatabase]
    public async Task A_message_whose_turn_did_not_finish_is_taken_up_once_by_two_instances(DatabaseProvider provider)
    {
        PlayedChannel channel = new();
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var one = await IntakeDesk.StartAsync(database, channel);
        await using var other = await IntakeDesk.StartAsync(database, channel);
        var left = IntakeDesk.Text(SmallEstate.Repair, 7_001);
        await one.AddAsync(new InboxMessage
        {
            Channel = left.ChannelId,
            Account = left.Account,
            ExternalId = left.Id!,
            SenderId = left.From.Id,
            ReceivedAt = one.Clock.Now - Lease,
            ActivityJson = ActivityJson.Write(left),
            LeasedUntil = one.Clock.Now.AddSeconds(-1),
            Attempts = 1,
        });

        await Task.WhenAll(one.RecoverAsync(), other.RecoverAsync(), one.RecoverAsync(), other.RecoverAsync());

        var taken = await one.InboxAsync(message => message is { State: InboxState.Done, ReplyDueAt: null });
        Assert.Equal(2, taken.Attempts);
        Assert.EndsWith(" Opened,Dispatched", Assert.Single(await one.TicketsAsync()), StringComparison.Ordinal);
        Assert.False((await one.UntilAsync($"reply:{taken.Id}", OutboxState.Sent)).IsPossibleRepeat);
        Assert.Single(channel.Sent, activity => activity.ChannelId == ChannelNames.OfficialAccount);
    }

    [Theory, OnEachDatabase]
    public async Task A_reply_that_was_never_handed_over_goes_out_once_another_way_and_a_late_repeat_gets_silence(DatabaseProvider provider)
    {
        PlayedChannel channel = new();
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var desk = await IntakeDesk.StartAsync(database, channel);
        var received = await desk.ReceiveAsync(IntakeDesk.Text("谢谢", 7_001));
        await desk.RecoverAsync();
        Assert.Empty(channel.Sent);

        desk.Clock.Advance(AfterTheLastAttempt);
        await Task.WhenAll(desk.RecoverAsync(), desk.RecoverAsync());

        var message = await desk.InboxAsync(message => message.ReplyDueAt is null);
        Assert.True((await desk.UntilAsync($"reply:{message.Id}", OutboxState.Sent)).IsPossibleRepeat);
        Assert.Equal([received.Reply!.Text!], channel.Texts);
        Assert.Null((await desk.ReceiveAsync(IntakeDesk.Text("谢谢", 7_001))).Reply);
    }

    [Theory, OnEachDatabase]
    public async Task A_reply_that_was_handed_over_does_not_go_out_again(DatabaseProvider provider)
    {
        PlayedChannel channel = new();
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var desk = await IntakeDesk.StartAsync(database, channel);
        using WeChatSide wechat = new(desk.Url);
        Assert.NotNull(await wechat.SendAsync(new OwnerText(SmallEstate.OpenId(0), "谢谢", 7_001)));
        await desk.InboxAsync(message => message.ReplyDueAt is null);

        desk.Clock.Advance(AfterTheLastAttempt);
        await desk.RecoverAsync();
        await desk.SendDueAsync();

        Assert.Empty(channel.Sent);
        Assert.Empty(await desk.ReadAsync(db => db.Set<OutboxMessage>().ToListAsync()));
    }

    [Theory, OnEachDatabase]
    public async Task A_picture_that_takes_more_than_4_s_is_acknowledged_and_answered_once_later(DatabaseProvider provider)
    {
        await using var desk = await Desk.StartAsync(provider);
        SandboxPhones phones = new(desk.Http);
        var phone = phones.Owner("openid-zhou");
        await phones.FaultAsync(new Fault(FaultKind.Delay, "media/get", Milliseconds: 7_000));

        var sent = await phone.SendPictureAsync(TestFiles.Read("photo.jpg"));
        var late = await phone.WaitForAsync(item => item.Via == "message", TimeSpan.FromMinutes(1));
        var message = await desk.InboxAsync(message => message is { State: InboxState.Done, ReplyDueAt: null });
        await desk.UntilAsync($"reply:{message.Id}", OutboxState.Sent);
        desk.Clock.Advance(AfterTheLastAttempt);
        await desk.RecoverAsync();
        await desk.SendDueAsync();

        Assert.Null(sent.Reply);
        Assert.Equal([late.Text], (await phone.InboxAsync()).Select(item => item.Text));
        Assert.False((await desk.UntilAsync($"reply:{message.Id}", OutboxState.Sent)).IsPossibleRepeat);
        Assert.Single(await desk.ReadAsync(db => db.Set<StoredFile>().ToListAsync()));
    }

    [Theory, OnEachDatabase]
    public async Task A_message_whose_turn_fails_is_kept_and_tried_five_times_and_then_a_person_has_to_look(DatabaseProvider provider)
    {
        BrokenTurn turn = new();
        await using var desk = await Desk.StartAsync(provider, IntakeDesk.Settings(new PlayedChannel()) with
        {
            Services = services => services.AddScoped<ITurn>(_ => turn),
        });
        using WeChatSide wechat = new(desk.Url);
        Assert.Null(await wechat.SendAsync(new OwnerText(SmallEstate.OpenId(0), "谢谢", 7_001)));

        while ((await desk.InboxAsync(_ => true)).State == InboxState.Received)
        {
            desk.Clock.Advance(Lease);
            await desk.RecoverAsync();
        }

        Assert.Equal(InboxState.Dead, (await desk.InboxAsync(_ => true)).State);
        Assert.Equal(5, turn.Runs);
        Assert.Single(await desk.ReadAsync(db => db.Set<DeskTask>().Where(task => task.Kind == DeskTaskKind.DeadMessage).ToListAsync()));
        Assert.Null(await wechat.SendAsync(new OwnerText(SmallEstate.OpenId(0), "谢谢", 7_001)));
    }

    private sealed class BrokenTurn : ITurn
    {
        private int _runs;

        public int Runs => _runs;

        public Task<TurnResult> RunAsync(Activity activity, Conversation conversation, IReadOnlyList<StoredFile> files, CancellationToken ct)
        {
            Interlocked.Increment(ref _runs);
            throw new InvalidOperationException("A turn that cannot be.");
        }
    }
}
