using ChatDesk.BotHost.Sla;
using ChatDesk.BotHost.Tickets;
using static ChatDesk.BotHost.Tickets.TicketEventType;

namespace ChatDesk.Tests.BotHost.Sla;

/// <summary>The fold against looking back over the whole history, event by event.</summary>
public sealed class SlaClockPropertyTests
{
    private static readonly TicketEventType[] Types = Enum.GetValues<TicketEventType>();

    [Fact]
    public void After_any_history_a_clock_runs_exactly_when_looking_back_says_so()
    {
        Random random = new(19491001);
        var seen = 0;
        for (var i = 0; i < 2000; i++)
        {
            var events = Any(random).Events;
            foreach (var policy in SlaPolicies.All)
            {
                var kind = policy.Kinds[random.Next(policy.Kinds.Count)];
                var running = SlaClock.Spans(policy, kind, events).LastOrDefault(span => span.EndedAt is null);

                Assert.Equal(RunningSince(policy, events), running?.StartedAt);
                seen += running is null ? 0 : 1;
            }
        }

        Assert.InRange(seen, 1000, 11000);
    }

    [Fact]
    public void Runs_are_numbered_follow_each_other_and_only_the_last_may_be_open()
    {
        Random random = new(7);
        for (var i = 0; i < 2000; i++)
        {
            var events = Any(random).Events;
            foreach (var policy in SlaPolicies.All)
            {
                var spans = SlaClock.Spans(policy, policy.Kinds[0], events);

                Assert.Equal(Enumerable.Range(1, spans.Count), spans.Select(span => span.Round));
                Assert.All(spans.SkipLast(1), span => Assert.NotNull(span.EndedAt));
                Assert.All(spans.Zip(spans.Skip(1)), pair => Assert.True(pair.First.EndedAt <= pair.Second.StartedAt));
            }
        }
    }

    private static TicketHistory Any(Random random)
    {
        var history = new TicketHistory().Then(0, Opened);
        for (var minute = 1; minute < random.Next(2, 25); minute++)
            history.Then(minute, Types[random.Next(Types.Length)]);
        return history;
    }

    /// <summary>The first start since the last end, if there is one.</summary>
    private static DateTimeOffset? RunningSince(SlaPolicy policy, IReadOnlyList<TicketEvent> events)
    {
        var end = events.Count - 1;
        while (end >= 0 && !policy.IsEndedBy(events[end].Type))
            end--;
        for (var i = Math.Max(end, 0); i < events.Count; i++)
        {
            if (policy.StartsOn.Contains(events[i].Type) && (policy.WhileAssigned is not { } wanted || HasTaker(events, i) == wanted))
                return events[i].At;
        }

        return null;
    }

    private static bool HasTaker(IReadOnlyList<TicketEvent> events, int last)
    {
        for (var i = last; i >= 0; i--)
        {
            if (events[i].Type is Accepted or Assigned or Transferred)
                return true;
            if (events[i].Type == Returned)
                return false;
        }

        return false;
    }
}
