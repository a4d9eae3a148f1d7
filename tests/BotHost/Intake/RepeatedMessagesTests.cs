using ChatDesk.BotHost.Data;
using ChatDesk.Tests.BotHost.Delivery;
using ChatDesk.Tests.BotHost.Durability;
using ChatDesk.Tests.Fixtures;

namespace ChatDesk.Tests.BotHost.Intake;

/// <summary>The platform asks up to three times and in any order: each message takes effect once, each of its answers is the same (N-19).</summary>
public sealed class RepeatedMessagesTests
{
    private static readonly OwnerText Repair = new(SmallEstate.OpenId(0), SmallEstate.Repair, 7_001);
    private static readonly OwnerText Thanks = new(SmallEstate.OpenId(0), "谢谢", 7_002);

    [Theory, OnEachDatabase]
    public async Task The_same_message_three_times_at_once_is_one_turn_and_the_same_reply_each_time(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var desk = await IntakeDesk.StartAsync(database, new PlayedChannel());
        using WeChatSide wechat = new(desk.Url);

        var replies = await Task.WhenAll(wechat.SendAsync(Repair), wechat.SendAsync(Repair), wechat.SendAsync(Repair));

        var ticket = Assert.Single(await desk.TicketsAsync());
        Assert.EndsWith(" Opened,Dispatched", ticket, StringComparison.Ordinal);
        Assert.Single(await desk.InboxAsync());
        var reply = Assert.Single(replies.Distinct());
        Assert.Contains(ticket.Split(' ')[0], reply, StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task The_same_message_at_two_instances_at_once_is_one_turn_and_the_same_reply_from_both(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var one = await IntakeDesk.StartAsync(database, new PlayedChannel());
        await using var other = await IntakeDesk.StartAsync(database, new PlayedChannel());
        using WeChatSide first = new(one.Url);
        using WeChatSide second = new(other.Url);

        var replies = await Task.WhenAll(first.SendAsync(Repair), second.SendAsync(Repair));

        Assert.Single(await one.TicketsAsync());
        Assert.NotNull(Assert.Single(replies.Distinct()));
    }

    [Theory, OnEachDatabase]
    public async Task A_message_that_comes_again_after_the_next_one_changes_nothing(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var desk = await IntakeDesk.StartAsync(database, new PlayedChannel());
        using WeChatSide wechat = new(desk.Url);

        var receipt = await wechat.SendAsync(Repair);
        var answer = await wechat.SendAsync(Thanks);
        var before = await desk.TicketsAsync();

        Assert.Equal(receipt, await wechat.SendAsync(Repair));
        Assert.Equal(answer, await wechat.SendAsync(Thanks));
        Assert.NotEqual(receipt, answer);
        Assert.Equal(before, await desk.TicketsAsync());
        Assert.Equal(2, (await desk.InboxAsync()).Count);
    }

    [Theory, OnEachDatabase]
    public async Task A_message_that_is_played_again_after_a_restart_gets_the_stored_reply(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        string? receipt;
        await using (var before = await IntakeDesk.StartAsync(database, new PlayedChannel()))
        using (WeChatSide wechat = new(before.Url))
            receipt = await wechat.SendAsync(Repair);
        await using var after = await IntakeDesk.StartAsync(database, new PlayedChannel());
        using WeChatSide again = new(after.Url);

        Assert.Equal(receipt, await again.SendAsync(Repair));

        Assert.NotNull(receipt);
        Assert.Single(await after.TicketsAsync());
        Assert.Single(await after.InboxAsync());
    }
}
