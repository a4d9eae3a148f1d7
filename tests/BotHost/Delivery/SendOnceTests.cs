using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Delivery;
using ChatDesk.Channels.Activities;
using ChatDesk.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.Tests.BotHost.Delivery;

/// <summary>DESIGN section 2.6: at least once, and twice only where the row says so.</summary>
public sealed class SendOnceTests
{
    private const string Owner = "openid-wang";

    [Theory, OnEachDatabase]
    public async Task Two_instances_with_two_senders_each_send_every_row_once(DatabaseProvider provider)
    {
        PlayedChannel channel = new();
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var one = await Desk.StartAsync(database, channel.Settings);
        await using var other = await Desk.StartAsync(database, channel.Settings);
        string[] texts = [.. Enumerable.Range(0, 40).Select(i => $"第{i}条")];
        await one.AddAsync([.. texts.Select((_, i) => one.OpenChat($"openid-{i}"))]);
        await one.AddAsync([.. texts.Select((text, i) => one.Row($"notice:{i}", $"openid-{i}", text))]);

        await Task.WhenAll(one.SendDueAsync(), other.SendDueAsync(), one.SendDueAsync(), other.SendDueAsync());
        for (var i = 0; i < texts.Length; i++)
            await one.UntilAsync($"notice:{i}", OutboxState.Sent);

        Assert.Equal(texts.Order(StringComparer.Ordinal), channel.Texts.Order(StringComparer.Ordinal));
        Assert.All(await one.ReadAsync(db => db.Set<OutboxMessage>().ToListAsync()), row => Assert.False(row.IsPossibleRepeat));
    }

    [Theory, OnEachDatabase]
    public async Task Messages_to_one_owner_go_out_in_the_order_in_which_they_were_queued(DatabaseProvider provider)
    {
        PlayedChannel channel = new();
        await using var desk = await Desk.StartAsync(provider, channel.Settings);
        await desk.AddAsync(desk.OpenChat(Owner));
        await desk.AddAsync([.. Enumerable.Range(0, 5).Select(i => desk.Row($"notice:{i}", Owner, $"第{i}条"))]);

        await Task.WhenAll(desk.SendDueAsync(), desk.SendDueAsync());
        await desk.UntilAsync("notice:4", OutboxState.Sent);

        Assert.Equal(["第0条", "第1条", "第2条", "第3条", "第4条"], channel.Texts);
    }

    [Theory, OnEachDatabase]
    public async Task A_second_sender_does_not_overtake_the_first_on_the_way_to_one_owner(DatabaseProvider provider)
    {
        IReadOnlyList<string> meanwhile = [];
        PlayedChannel channel = new();
        await using var desk = await Desk.StartAsync(provider, channel.Settings);
        channel.Answer = sent =>
        {
            if (sent.Text == "第0条")
            {
                desk.SendDueAsync().Wait();
                meanwhile = channel.Texts;
            }

            return SendResult.Sent;
        };
        await desk.AddAsync(desk.OpenChat(Owner));
        await desk.AddAsync(desk.Row("notice:0", Owner, "第0条"), desk.Row("notice:1", Owner, "第1条"));

        await desk.UntilAsync("notice:1", OutboxState.Sent);

        Assert.Equal(["第0条"], meanwhile);
    }

    [Theory, OnEachDatabase]
    public async Task A_send_with_an_unknown_outcome_is_made_once_more_and_recorded_as_a_possible_repeat_N_19(DatabaseProvider provider)
    {
        PlayedChannel channel = new() { Answer = _ => new SendResult(SendOutcome.Unknown, ErrorCode: null, "Timeout") };
        await using var desk = await Desk.StartAsync(provider, channel.Settings);
        await desk.AddAsync(desk.OpenChat(Owner));
        await desk.AddAsync(desk.Row("notice", Owner, "师傅已接单"));
        Assert.True((await desk.UntilAsync("notice", OutboxState.Queued)).IsPossibleRepeat);

        channel.Answer = _ => SendResult.Sent;
        desk.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.True((await desk.UntilAsync("notice", OutboxState.Sent, attempts: 2)).IsPossibleRepeat);
        Assert.Equal(2, channel.Sent.Count);
    }

    [Theory, OnEachDatabase]
    public async Task A_second_unknown_outcome_is_no_reason_for_a_third_send_but_a_task_for_a_person(DatabaseProvider provider)
    {
        PlayedChannel channel = new() { Answer = _ => new SendResult(SendOutcome.Unknown, ErrorCode: null, "Timeout") };
        await using var desk = await Desk.StartAsync(provider, channel.Settings);
        await desk.AddAsync(desk.OpenChat(Owner));
        await desk.AddAsync(desk.Row("notice", Owner, "师傅已接单"));
        await desk.UntilAsync("notice", OutboxState.Queued);

        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        var row = await desk.UntilAsync("notice", OutboxState.Failed, attempts: 2);
        desk.Clock.Advance(TimeSpan.FromHours(1));
        await desk.SendDueAsync();

        Assert.Equal(1, await desk.TasksAsync(row));
        Assert.Equal(2, channel.Sent.Count);
    }

    [Theory]
    [OnEachDatabase(ChannelNames.OfficialAccount, true)]
    [OnEachDatabase(ChannelNames.WeCom, false)]
    public async Task A_row_that_a_crash_left_marked_is_sent_again_after_its_lease_and_is_a_possible_repeat_where_the_platform_recognises_none(
        DatabaseProvider provider, string name, bool isPossibleRepeat)
    {
        PlayedChannel channel = new();
        await using var desk = await Desk.StartAsync(provider, channel.Settings);
        await desk.AddAsync(desk.OpenChat(Owner));
        var row = desk.Row("left", Owner, "GD2611-0001 09:30 请接单", name);
        row.State = OutboxState.Sending;
        row.Attempts = 1;
        row.LeasedUntil = desk.Clock.Now.AddSeconds(5);
        await desk.AddAsync(row);
        await desk.SendDueAsync();
        Assert.Empty(channel.Sent);

        desk.Clock.Advance(TimeSpan.FromSeconds(5));
        await Task.WhenAll(desk.SendDueAsync(), desk.SendDueAsync());

        var sent = await desk.UntilAsync("left", OutboxState.Sent, attempts: 2);
        Assert.Equal(isPossibleRepeat, sent.IsPossibleRepeat);
        Assert.Single(channel.Sent);
    }

    [Theory, OnEachDatabase]
    public async Task A_message_that_the_channel_cannot_carry_becomes_a_task_and_holds_up_nobody_else(DatabaseProvider provider)
    {
        PlayedChannel channel = new() { Answer = activity => activity.Text is { } text && text.StartsWith('坏') ? throw Broken(text) : SendResult.Sent };
        await using var desk = await Desk.StartAsync(provider, channel.Settings);
        string[] texts = ["坏1", "坏2", "坏3", "好"];
        await desk.AddAsync([.. texts.Select(desk.OpenChat)]);
        await desk.AddAsync([.. texts.Select(text => desk.Row(text, text, text)), desk.Row("nobody", "a stranger", "找不到人")]);

        await desk.SendDueAsync();

        await desk.UntilAsync("好", OutboxState.Sent);
        foreach (var text in texts[..2])
            Assert.Equal(1, await desk.TasksAsync(await desk.UntilAsync(text, OutboxState.Failed)));
        Assert.Equal(1, await desk.TasksAsync(await desk.UntilAsync(texts[2], OutboxState.Queued)));
        Assert.Equal(1, await desk.TasksAsync(await desk.UntilAsync("nobody", OutboxState.Failed, attempts: 0)));
    }

    private static Exception Broken(string text) => text switch
    {
        "坏1" => new NotSupportedException("One message carries a text or a picture."),
        "坏2" => new ArgumentException("A card has a title.", nameof(text)),
        _ => new InvalidOperationException("No account of this name is configured."),
    };
}
