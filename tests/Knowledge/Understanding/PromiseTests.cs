using ChatDesk.Knowledge.Understanding;

namespace ChatDesk.Tests.Knowledge.Understanding;

public sealed class PromiseTests
{
    [Theory]
    [InlineData("师傅半小时内到", 30)]
    [InlineData("我20分钟后过来", 20)]
    [InlineData("两小时内给您回复", 120)]
    [InlineData("一个半小时左右到场", 90)]
    [InlineData("三天内修好", 3 * 24 * 60)]
    public void A_time_said_with_what_will_be_done_is_a_promise_N_22(string text, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), Promise.In(text)?.Within);

    [Theory]
    [InlineData("马上到")]
    [InlineData("已经等了两个小时了")]
    [InlineData("好的,收到")]
    public void Without_a_time_ahead_nothing_is_promised_N_22(string text) => Assert.Null(Promise.In(text));
}
