using ChatDesk.BotHost.Delivery;

namespace ChatDesk.Tests.BotHost.Delivery;

/// <summary>WeCom 90454: 30 messages to a member a minute and 1000 an hour; 91770: 20 of a robot a minute.</summary>
public sealed class RecentSendsTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);
    private static readonly BudgetLimits Limits = new() { PaceMargin = TimeSpan.Zero };

    [Theory]
    [InlineData(SendBudget.Member, 30)]
    [InlineData(SendBudget.Robot, 20)]
    public void The_one_after_a_full_minute_goes_a_minute_after_the_first(SendBudget budget, int count)
    {
        var sends = Enumerable.Range(0, count).Aggregate(RecentSends.Read(null), (sent, i) => sent.With(Start.AddSeconds(i)));

        Assert.Equal(Start.AddMinutes(1), sends.FreeAt(Limits.PaceOf(budget), Start.AddSeconds(count)));
        Assert.Equal(Start.AddMinutes(1), RecentSends.Read(sends.Write()).FreeAt(Limits.PaceOf(budget), Start.AddSeconds(count)));
    }

    [Fact]
    public void However_they_come_no_minute_has_more_than_30_and_no_hour_more_than_1000()
    {
        Random random = new(5);
        var (sends, now) = (RecentSends.Read(null), Start);
        List<DateTimeOffset> sent = [];
        for (var i = 0; i < 4_000; i++)
        {
            now = sends.FreeAt(Limits.PaceOf(SendBudget.Member), now.AddSeconds(random.Next(3)));
            sends = RecentSends.Read(sends.With(now).Write());
            sent.Add(now);
        }

        Assert.All(sent, at => Assert.InRange(sent.Count(other => other <= at && other > at.AddMinutes(-1)), 1, 30));
        Assert.All(sent, at => Assert.InRange(sent.Count(other => other <= at && other > at.AddHours(-1)), 1, 1000));
        Assert.InRange(sends.Write().Length, 1, 2000);
    }

    [Fact]
    public void What_was_given_back_leaves_room_for_another()
    {
        var sends = Enumerable.Range(0, 30).Aggregate(RecentSends.Read(null), (sent, i) => sent.With(Start.AddSeconds(i)));

        Assert.Equal(Start.AddSeconds(40), sends.Without(Start.AddSeconds(7)).FreeAt(Limits.PaceOf(SendBudget.Member), Start.AddSeconds(40)));
    }
}
