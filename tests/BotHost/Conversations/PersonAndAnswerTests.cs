using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Tasks;
using ChatDesk.BotHost.Texts;
using ChatDesk.BotHost.Tickets;
using ChatDesk.Tests.Fixtures;

namespace ChatDesk.Tests.BotHost.Conversations;

public sealed class PersonAndAnswerTests
{
    [Theory, OnEachDatabase]
    public async Task The_bot_is_silent_while_a_person_has_the_conversation_and_comes_back_when_asked(DatabaseProvider provider)
    {
        await using var desk = await TurnDesk.StartAsync(provider);
        var owner = await desk.WangAsync();

        Assert.Equal(OwnerTexts.HandedOver, await owner.SayAsync("转人工"));
        Assert.Single(await desk.TasksAsync(), task => task.Kind == DeskTaskKind.HandOver);
        await owner.SayToAPersonAsync("厨房水管漏水");
        await owner.SayToAPersonAsync("在吗？");
        Assert.Equal(OwnerTexts.BackToBot, await owner.SayAsync("回到机器人"));
        Assert.Contains("已为您登记", await owner.SayAsync("厨房水管漏水"), StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task Danger_is_answered_even_while_a_person_has_the_conversation(DatabaseProvider provider)
    {
        await using var desk = await TurnDesk.StartAsync(provider);
        var owner = await desk.WangAsync();
        await owner.SayAsync("转人工");

        Assert.StartsWith("【紧急】", await owner.SayAsync("家里有很浓的燃气味"), StringComparison.Ordinal);
    }

    [Theory]
    [OnEachDatabase(10, "1小时内")]
    [OnEachDatabase(23, "明早9点前")]
    public async Task A_question_without_an_answer_gets_a_promise_and_a_task_R_047(DatabaseProvider provider, int hour, string promise)
    {
        await using var desk = await TurnDesk.StartAsync(provider, DeskSettings.MondayMorning.AddHours(hour - 10));
        var owner = await desk.WangAsync();

        Assert.Contains(promise, await owner.SayAsync("附近哪家医院的牙科比较好？"), StringComparison.Ordinal);

        Assert.Equal(DeskTaskKind.Unanswered, Assert.Single(await desk.TasksAsync()).Kind);
    }

    [Theory, OnEachDatabase]
    public async Task Nobody_sees_or_cancels_another_ones_ticket_by_its_number(DatabaseProvider provider)
    {
        await using var desk = await TurnDesk.StartAsync(provider);
        await (await desk.WangAsync()).SayAsync("厨房水管漏水");
        var theirs = (await desk.OnlyTicketAsync()).Number;
        var stranger = desk.Stranger();
        var neighbour = desk.Stranger("oZhang");
        await neighbour.SayAsync("1栋1单元502，1502");
        await neighbour.SayAsync("卧室灯不亮了");

        foreach (var owner in new[] { stranger, neighbour })
        {
            foreach (var words in new[] { $"查一下{theirs}", $"取消{theirs}", $"{theirs}不用来了", $"{theirs}快点" })
            {
                var reply = await owner.SayAsync(words);
                Assert.DoesNotContain("3栋", reply, StringComparison.Ordinal);
                Assert.DoesNotContain("厨房", reply, StringComparison.Ordinal);
                Assert.DoesNotContain("取消吗", reply, StringComparison.Ordinal);
            }

            await owner.SayAsync("确认取消");
        }

        Assert.All(await desk.TicketsAsync(), ticket => Assert.Equal((TicketState.Dispatched, 0), (ticket.State, ticket.Urges)));
    }

    [Theory, OnEachDatabase]
    public async Task An_urge_before_anybody_took_it_reaches_the_supervisor_and_a_photo_reaches_nobody_yet(DatabaseProvider provider)
    {
        await using var desk = await TurnDesk.StartAsync(provider);
        var owner = await desk.WangAsync();
        await owner.SayAsync("厨房水管漏水");
        await owner.SendPhotoAsync();
        await owner.SayAsync("快点啊，都等一天了");

        var supervisor = desk.Staff("xie");
        await supervisor.WaitForAsync(item => item.Text?.Contains("业主催单", StringComparison.Ordinal) == true);
        Assert.DoesNotContain(await supervisor.ItemsAsync(), item => item.Text?.Contains("补充", StringComparison.Ordinal) == true);
    }
}
