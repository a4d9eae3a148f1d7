using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Intake;
using ChatDesk.BotHost.Tickets;
using ChatDesk.Tests.Fixtures;
using Xunit.Abstractions;

namespace ChatDesk.Tests.BotHost.Durability;

/// <summary>N-19 and section 8 of the design: <c>kill -9</c> of the real process, from outside, while owners write.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Messages = 1_000;
    private const int Kills = 20;
    private const int Owners = Messages / OwnerScript.Length;
    private const int Seed = 19;
    private const int MaxDelay = 30;

    /// <summary>So that a kill may fall between the deed and its answer.</summary>
    private static readonly TimeSpan MaxAnswerDelay = TimeSpan.FromMilliseconds(40);

    [Theory, OnEachDatabase]
    public async Task No_message_is_lost_and_none_takes_effect_twice_when_the_desk_is_killed_20_times_N_19(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var platforms = await PlatformServer.StartAsync(slowness: MaxAnswerDelay);
        await using DeskProcess desk = new(Unhurried(platforms), database);
        await desk.RunAsync("setup", desk.Write("setup.json", SmallEstate.Setup(Owners)));
        await desk.RunAsync("articles", "import", desk.Write("articles.csv", SmallEstate.ArticlesCsv()));
        await desk.ServeAsync();
        using WeChatSide wechat = new(desk.Url);
        OwnerScript[] scripts = [.. Enumerable.Range(0, Owners).Select(OwnerScript.Of)];

        await using OwnerLoad load = new(desk, wechat, scripts);
        await Task.WhenAll(load.RunAsync(), KillAsync(desk, load));
        var outcome = await Outcome.SettledAsync(database);
        var delivered = Delivered.By(platforms);

        Assert.Empty(load.GivenUp);
        EveryMessageIsDoneOnce(scripts, outcome);
        EveryRepairIsOneTicket(outcome);
        EveryReplyArrivedAndRepeatsAreRecorded(scripts, outcome, load, delivered);
        EveryPlumberGotOneCardOfEachTicket(outcome, delivered);
        Assert.Equal($"{Owners} tickets: every history is intact", await desk.RunAsync("audit", "verify"));
    }

    /// <summary>Two plumbers get hundreds of cards, which the pace of WeCom would stretch over many minutes.</summary>
    private static Dictionary<string, string?> Unhurried(PlatformServer platforms) => new(platforms.Configuration)
    {
        ["ChatDesk:Budgets:MemberPerMinute"] = "100000",
        ["ChatDesk:Budgets:MemberPerHour"] = "100000",
    };

    /// <summary>One kill in each stretch of messages, so that no message meets three of them.</summary>
    private static async Task KillAsync(DeskProcess desk, OwnerLoad load)
    {
        Random random = new(Seed);
        for (var kill = 0; kill < Kills; kill++)
        {
            await load.ReachAsync(kill * Messages / Kills + random.Next(Messages / Kills));
            await Task.Delay(random.Next(MaxDelay));
            await desk.KillAsync();
            await desk.ServeAsync();
        }
    }

    private static void EveryMessageIsDoneOnce(OwnerScript[] scripts, Outcome outcome)
    {
        var sent = scripts.SelectMany(script => script.Texts).Select(text => $"{text.Message.MsgId}");
        Assert.Equal(sent.Order(StringComparer.Ordinal), outcome.Inbox.Select(message => message.ExternalId).Order(StringComparer.Ordinal));
        Assert.All(outcome.Inbox, message => Assert.Equal(InboxState.Done, message.State));
    }

    private static void EveryRepairIsOneTicket(Outcome outcome)
    {
        Assert.Equal(Owners, outcome.Tickets.Count);
        Assert.Equal(Owners, outcome.Tickets.Select(ticket => ticket.Number).Distinct().Count());
        Assert.Equal(Enumerable.Range(0, Owners).Select(SmallEstate.OpenId), outcome.Tickets.Select(ticket => ticket.Conversation!.PeerId).Order(StringComparer.Ordinal));
        Assert.All(outcome.Tickets, ticket =>
        {
            Assert.Single(ticket.Events, happened => happened.Type == TicketEventType.Opened);
            Assert.Single(ticket.Events, happened => happened.Type == TicketEventType.Dispatched);
            Assert.DoesNotContain(ticket.Events, happened => happened.Type == TicketEventType.OwnerAdded);
        });
    }

    private void EveryReplyArrivedAndRepeatsAreRecorded(OwnerScript[] scripts, Outcome outcome, OwnerLoad load, Delivered delivered)
    {
        var byId = outcome.Inbox.ToDictionary(message => message.ExternalId);
        var tickets = outcome.Tickets.ToDictionary(ticket => ticket.Conversation!.PeerId, ticket => ticket.Number);
        var repeats = 0;
        foreach (var text in scripts.SelectMany(script => script.Texts))
        {
            var received = ReceivedBy(text, tickets[text.Message.OpenId], load, delivered);
            Assert.True(received > 0, $"No reply to {text}");
            repeats += received - 1;
            if (received > 1)
                Assert.True(outcome.ReplyRow(byId[$"{text.Message.MsgId}"])?.IsPossibleRepeat, $"{text} was answered {received} times");
        }

        var pushed = outcome.Outbox.Count(row => row.Key.StartsWith("reply:", StringComparison.Ordinal));
        output.WriteLine($"{load.Replies.Count} replies in callbacks, {pushed} as 客服消息, {repeats} of all seen twice, {Kills} kills");
        Assert.Equal(Messages + repeats, load.Replies.Count + delivered.Texts.Count);
        Assert.InRange(repeats, 0, Kills);
    }

    /// <summary>How often an owner saw the right reply to a text: in a callback, where the platform shows one, and as 客服消息.</summary>
    private static int ReceivedBy(ScriptedText text, string ticket, OwnerLoad load, Delivered delivered)
    {
        bool IsRight(string reply) => text.Answer is null ? reply.Contains(ticket, StringComparison.Ordinal) : reply == text.Answer;
        var inCallback = load.Replies.TryGetValue(text.Message.MsgId, out var reply);
        Assert.True(!inCallback || IsRight(reply!), $"{text} got {reply}");
        return (inCallback ? 1 : 0) + delivered.Texts.Count(sent => sent.OpenId == text.Message.OpenId && IsRight(sent.Text));
    }

    /// <summary>WeCom drops a body that it has had before (enable_duplicate_check), so one body is one card.</summary>
    private void EveryPlumberGotOneCardOfEachTicket(Outcome outcome, Delivered delivered)
    {
        var cards = delivered.Cards.DistinctBy(card => card.Body).ToList();
        var expected = outcome.Tickets.SelectMany(ticket => SmallEstate.Plumbers.Select(plumber => $"{ticket.Number} {plumber}"));
        var got = cards.Select(card => $"{outcome.Tickets.Single(ticket => card.TaskId.StartsWith(ticket.Number + "-", StringComparison.Ordinal)).Number} {card.UserId}");
        Assert.Equal(expected.Order(StringComparer.Ordinal), got.Order(StringComparer.Ordinal));
        Assert.All(cards, card => Assert.True(card.IsDuplicateChecked));
        output.WriteLine($"{delivered.Cards.Count} sends of {cards.Count} cards");
        Assert.InRange(delivered.Cards.Count - cards.Count, 0, Kills * SmallEstate.Plumbers.Count);
    }
}
