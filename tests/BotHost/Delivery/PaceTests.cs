using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Delivery;
using ChatDesk.BotHost.Tasks;
using ChatDesk.Channels.Activities;
using ChatDesk.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatDesk.Tests.BotHost.Delivery;

/// <summary>WeCom's pace (90454: 30 a minute to one member, the excess dropped without a word) and the order of what waits.</summary>
public sealed class PaceTests
{
    private const string Member = "li";

    [Theory, OnEachDatabase]
    public async Task The_31st_message_to_a_member_within_a_minute_waits_its_turn_and_all_arrive_in_order_N_05(DatabaseProvider provider)
    {
        await using var desk = await Desk.StartAsync(provider);
        SandboxPhones phones = new(desk.Http);
        string[] texts = [.. Enumerable.Range(0, 40).Select(i => $"GD2611-{i:D4} 10:00 请处理")];
        await TellAsync(desk, [Member], texts);

        await desk.UntilAsync("told:29", OutboxState.Sent);
        await UntilPostponedAsync(desk, "told:39");
        Assert.Equal(texts[..30], await ReadAsync(phones, Member));
        Assert.All(await WaitingAsync(desk), row => Assert.True(row.DueAt > desk.Clock.Now, "It counts as late."));

        await TellAsync(desk, [Member], ["GD2611-9999 10:00 请处理"], from: 40);
        await desk.SendDueAsync();
        await phones.AdvanceAsync(TimeSpan.FromSeconds(65));
        await desk.UntilAsync("told:40", OutboxState.Sent);

        Assert.Equal([.. texts, "GD2611-9999 10:00 请处理"], await ReadAsync(phones, Member));
    }

    [Theory, OnEachDatabase]
    public async Task The_pace_is_kept_right_after_a_restart(DatabaseProvider provider)
    {
        PlayedChannel channel = new();
        await using var database = await TestDatabase.CreateAsync(provider);
        await using (var before = await Desk.StartAsync(database, channel.Settings))
        {
            await TellAsync(before, [Member], [.. Enumerable.Range(0, 29).Select(i => $"第{i}条")]);
            await before.UntilAsync("told:28", OutboxState.Sent);
        }

        await using var after = await Desk.StartAsync(database, channel.Settings);
        await TellAsync(after, [Member], ["第29条", "第30条"], from: 29);
        await after.UntilAsync("told:29", OutboxState.Sent);
        var waiting = await UntilPostponedAsync(after, "told:30");

        Assert.InRange(waiting.DueAt - after.Clock.Now, TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(65));
        Assert.Equal(30, channel.Sent.Count);
    }

    [Theory, OnEachDatabase]
    public async Task Two_instances_keep_one_pace(DatabaseProvider provider)
    {
        PlayedChannel channel = new();
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var one = await Desk.StartAsync(database, channel.Settings);
        await using var other = await Desk.StartAsync(database, channel.Settings);
        await TellAsync(one, [Member], [.. Enumerable.Range(0, 50).Select(i => $"第{i}条")]);

        await Task.WhenAll(one.SendDueAsync(), other.SendDueAsync(), one.SendDueAsync(), other.SendDueAsync());
        await one.UntilAsync("told:29", OutboxState.Sent);
        await Task.WhenAll(one.SendDueAsync(), other.SendDueAsync());

        Assert.Equal(Enumerable.Range(0, 30).Select(i => $"第{i}条"), channel.Texts);
    }

    [Theory, OnEachDatabase]
    public async Task A_member_who_is_gone_becomes_a_task_and_the_others_of_the_message_still_get_it(DatabaseProvider provider)
    {
        await using var desk = await Desk.StartAsync(provider);
        SandboxPhones phones = new(desk.Http);
        await phones.Staff("xie").LeaveAsync();

        await TellAsync(desk, [Member, "xie"], ["GD2611-0001 10:00 业主催单"]);
        await desk.UntilAsync("told:0", OutboxState.Sent);
        var forwarded = await desk.UntilAsync("told:0:xie", OutboxState.Failed, attempts: 0);

        Assert.Single(await ReadAsync(phones, Member));
        var task = await desk.ReadAsync(db => db.Set<DeskTask>().SingleAsync(task => task.Key == "undelivered:" + forwarded.Id));
        Assert.Contains("员工不在企业微信可见范围内", task.Title, StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task A_member_whom_WeCom_does_not_reach_gets_an_SMS_to_the_phone_of_the_register(DatabaseProvider provider)
    {
        await using var gateway = await SmsGateway.StartAsync();
        await using var desk = await Desk.StartAsync(provider, new DeskSettings { Configuration = gateway.Configuration });
        SandboxPhones phones = new(desk.Http);
        var phone = (await desk.ReadAsync(db => db.Set<ChatDesk.BotHost.Staff.StaffMember>().SingleAsync(member => member.WeComUserId == Member))).Phone;
        await phones.Staff(Member).LeaveAsync();

        await TellAsync(desk, [Member], ["GD2611-0001 10:00 业主催单"]);

        Assert.Equal(DeliveryRung.Sms, (await desk.UntilAsync("told:0", OutboxState.Sent, attempts: 2)).Rung);
        Assert.Equal([(phone, "GD2611-0001 10:00 业主催单")], gateway.Sent);
    }

    [Theory, OnEachDatabase]
    public async Task A_message_that_is_tried_again_keeps_its_place_before_the_later_ones(DatabaseProvider provider)
    {
        PlayedChannel channel = new() { Answer = _ => new SendResult(SendOutcome.Retry, -1, "busy") };
        await using var desk = await Desk.StartAsync(provider, channel.Settings);
        await desk.AddAsync(desk.OpenChat("openid-wang"));
        await desk.AddAsync(desk.Row("first", "openid-wang", "师傅已接单"), desk.Row("second", "openid-wang", "师傅已到场"));
        await desk.UntilAsync("first", OutboxState.Queued);
        channel.Answer = _ => SendResult.Sent;
        await desk.AddAsync(desk.Row("third", "openid-wang", "已完工"));
        await desk.SendDueAsync();
        Assert.Equal(["师傅已接单"], channel.Texts);

        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        await desk.UntilAsync("third", OutboxState.Sent);

        Assert.Equal(["师傅已接单", "师傅已接单", "师傅已到场", "已完工"], channel.Texts);
    }

    [Theory, OnEachDatabase]
    public async Task A_message_on_its_way_from_another_instance_is_waited_for(DatabaseProvider provider)
    {
        PlayedChannel channel = new();
        await using var desk = await Desk.StartAsync(provider, channel.Settings);
        await desk.AddAsync(desk.OpenChat("openid-wang"));
        var first = desk.Row("first", "openid-wang", "师傅已接单");
        first.State = OutboxState.Sending;
        first.Attempts = 1;
        first.LeasedUntil = desk.Clock.Now.AddSeconds(10);
        await desk.AddAsync(first);
        await desk.AddAsync(desk.Row("second", "openid-wang", "师傅已到场"));
        await desk.SendDueAsync();
        Assert.Empty(channel.Sent);

        desk.Clock.Advance(TimeSpan.FromSeconds(10));
        await desk.UntilAsync("second", OutboxState.Sent);

        Assert.Equal(["师傅已接单", "师傅已到场"], channel.Texts);
    }

    private static async Task<OutboxMessage> UntilPostponedAsync(Desk desk, string key)
    {
        while (true)
        {
            await desk.SendDueAsync();
            if (await desk.RowAsync(key) is { State: OutboxState.Queued } row && row.DueAt > desk.Clock.Now)
                return row;
            await Task.Delay(20);
        }
    }

    [Theory, OnEachDatabase]
    public async Task The_21st_message_of_a_robot_within_a_minute_waits_and_all_arrive_in_order_N_05(DatabaseProvider provider)
    {
        await using var group = await RobotGroup.StartAsync();
        await using var desk = await Desk.StartAsync(provider, new DeskSettings { Configuration = group.Configuration });
        group.Clock = desk.Clock;
        string[] texts = [.. Enumerable.Range(0, 25).Select(i => $"GD2611-{i:D4} 超时")];
        await desk.InScopeAsync(async services =>
        {
            for (var i = 0; i < texts.Length; i++)
                services.GetRequiredService<Outbox>().ToGroup($"told:{i}", RobotGroup.Name, texts[i]);
            return await services.GetRequiredService<DeskDb>().SaveChangesAsync();
        });

        await UntilPostponedAsync(desk, "told:24");
        Assert.Equal(texts[..20], group.Texts);
        desk.Clock.Advance(TimeSpan.FromSeconds(65));
        await desk.UntilAsync("told:24", OutboxState.Sent);

        Assert.Equal(texts, group.Texts);
        Assert.Equal(0, group.Refused);
    }

    [Theory, OnEachDatabase]
    public async Task A_robot_whose_group_is_full_all_the_same_is_asked_again_after_the_minute(DatabaseProvider provider)
    {
        await using var group = await RobotGroup.StartAsync();
        await using var desk = await Desk.StartAsync(provider, new DeskSettings { Configuration = group.Configuration });
        group.Clock = desk.Clock;
        group.Fill();
        await desk.InScopeAsync(async services =>
        {
            services.GetRequiredService<Outbox>().ToGroup("told", RobotGroup.Name, "GD2611-0001 超时");
            return await services.GetRequiredService<DeskDb>().SaveChangesAsync();
        });

        await desk.UntilAsync("told", OutboxState.Queued);
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        await desk.UntilAsync("told", OutboxState.Sent, attempts: 2);

        Assert.Equal(["GD2611-0001 超时"], group.Texts);
    }

    private static Task<List<OutboxMessage>> WaitingAsync(Desk desk) =>
        desk.ReadAsync(db => db.Set<OutboxMessage>().AsNoTracking().Where(row => row.State == OutboxState.Queued).ToListAsync());

    private static Task TellAsync(Desk desk, string[] members, string[] texts, int from = 0) => desk.InScopeAsync(async services =>
    {
        var outbox = services.GetRequiredService<Outbox>();
        for (var i = 0; i < texts.Length; i++)
            outbox.ToStaff($"told:{from + i}", services.GetRequiredService<StaffChannel>().Account, members, texts[i]);
        return await services.GetRequiredService<DeskDb>().SaveChangesAsync();
    });

    private static async Task<IReadOnlyList<string?>> ReadAsync(SandboxPhones phones, string member) =>
        [.. (await phones.Staff(member).ItemsAsync()).Where(item => item.From == "them").Select(item => item.Text)];
}
