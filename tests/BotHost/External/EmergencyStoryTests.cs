using ChatDesk.BotHost.Data;
using ChatDesk.Tests.Fixtures;

namespace ChatDesk.Tests.BotHost.External;

/// <summary>Story 6: danger. The safety sentence comes first, and everybody who has to know hears of it at once.</summary>
[Collection(nameof(OutsideStories))]
public sealed class EmergencyStoryTests(OutsideWorlds worlds)
{
    [Theory]
    [OnEachDatabase("oD052", "有人困在电梯里了，快来", "不要扒门", "119", "ti01,ti02")]
    [OnEachDatabase("oD053", "家里有很浓的燃气味", "马上开窗", "0000-5550177", "guan01,guan02")]
    [OnEachDatabase("oD054", "楼道着火了，烟很大", "马上撤离", "119", "zx01,zx02")]
    [OnEachDatabase("oD055", "家里水管爆了，水喷得到处都是", "关阀", "0000-5550119", "guan01,guan02")]
    [OnEachDatabase("oD056", "有人触电了", "拉闸断电", "120", "dian01,dian02")]
    public async Task The_safety_sentence_comes_at_once_and_team_desk_and_supervisor_get_a_card(
        DatabaseProvider provider, string openId, string words, string advice, string call, string team)
    {
        var world = await worlds.OnAsync(provider);
        world.Time.Hold();
        try
        {
            var reply = await world.Owner(openId).SayAsync(words);

            Assert.StartsWith("【紧急】", reply.Text, StringComparison.Ordinal);
            Assert.Contains(advice, reply.Text, StringComparison.Ordinal);
            Assert.Contains(call, reply.Text, StringComparison.Ordinal);
            Assert.Contains("小区24小时值班：0000-5550119", reply.Text, StringComparison.Ordinal);
            foreach (var engineer in team.Split(','))
                Assert.Contains("接单", (await world.Member(engineer).WaitForCardAsync(reply.Number)).Buttons);
            foreach (var watcher in new[] { "kf01", "kf02", "kf03", "zg01" })
                await world.Member(watcher).WaitForMessageAsync(reply.Number, message => message.Card is not null);
            Assert.All([.. team.Split(','), "kf01", "kf02", "kf03", "zg01"], member => Assert.Single(world.Member(member).Messages(reply.Number)));
        }
        finally
        {
            world.Time.LetGo();
        }
    }
}
