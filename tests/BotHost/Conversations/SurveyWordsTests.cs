using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Texts;
using ChatDesk.BotHost.Tickets;
using ChatDesk.Tests.Fixtures;

namespace ChatDesk.Tests.BotHost.Conversations;

public sealed class SurveyWordsTests
{
    [Theory]
    [OnEachDatabase("满意", SurveyScore.Satisfied)]
    [OnEachDatabase("非常满意，师傅很专业", SurveyScore.VerySatisfied)]
    [OnEachDatabase("1", SurveyScore.VerySatisfied)]
    [OnEachDatabase("一般吧", SurveyScore.Neutral)]
    public async Task A_typed_answer_rates_and_closes_R_140(DatabaseProvider provider, string words, SurveyScore score)
    {
        await using var desk = await TurnDesk.StartAsync(provider);
        var owner = await FinishedAsync(desk);

        Assert.Equal(OwnerTexts.SurveyThanks, await owner.SayAsync(words));

        var ticket = await desk.OnlyTicketAsync();
        Assert.Equal((TicketState.Closed, score), (ticket.State, ticket.Events.Single(e => e.Type == TicketEventType.Rated).Data.Score));
    }

    [Theory, OnEachDatabase]
    public async Task Not_content_reopens_and_after_it_a_number_is_no_rating_R_141(DatabaseProvider provider)
    {
        await using var desk = await TurnDesk.StartAsync(provider);
        var owner = await FinishedAsync(desk);

        Assert.Equal(OwnerTexts.SurveySorry, await owner.SayAsync("不满意"));
        Assert.NotEqual(OwnerTexts.SurveyLate, await owner.SayAsync("1"));

        var ticket = await desk.OnlyTicketAsync();
        Assert.Equal((TicketState.InProgress, 2), (ticket.State, ticket.Resolution));
        Assert.Single(ticket.Events, e => e.Type == TicketEventType.Rated);
    }

    [Theory]
    [OnEachDatabase("好像又漏了")]
    [OnEachDatabase("不好意思，打扰了")]
    [OnEachDatabase("可以明天来吗？")]
    [OnEachDatabase("12")]
    public async Task Words_that_only_contain_praise_or_blame_are_no_rating(DatabaseProvider provider, string words)
    {
        await using var desk = await TurnDesk.StartAsync(provider);
        var owner = await FinishedAsync(desk);

        await owner.SayAsync(words);

        Assert.DoesNotContain((await desk.OnlyTicketAsync()).Events, e => e.Type == TicketEventType.Rated);
    }

    [Theory, OnEachDatabase]
    public async Task A_link_of_an_earlier_survey_rates_nothing(DatabaseProvider provider)
    {
        await using var desk = await TurnDesk.StartAsync(provider);
        var owner = await FinishedAsync(desk);
        var old = (await owner.Phone.WaitForAsync(item => item.Choices.Count == 4)).Choices;
        await owner.SayAsync("还在漏水");

        Assert.Equal(OwnerTexts.SurveyLate, await owner.TapAsync(old[0]));
        Assert.Equal(TicketState.InProgress, (await desk.OnlyTicketAsync()).State);
        Assert.DoesNotContain((await desk.OnlyTicketAsync()).Events, e => e.Type == TicketEventType.Rated);
    }

    [Theory, OnEachDatabase]
    public async Task Not_mended_reopens_the_ticket_and_raises_a_second_follow_up(DatabaseProvider provider)
    {
        await using var desk = await TurnDesk.StartAsync(provider);
        var owner = await FinishedAsync(desk);

        Assert.Contains("已重新安排", await owner.SayAsync("没修好"), StringComparison.Ordinal);

        var ticket = await desk.OnlyTicketAsync();
        Assert.Equal((TicketState.InProgress, 2), (ticket.State, ticket.Resolution));
        Assert.Single(await desk.TasksAsync(), task => task.Title.Contains(ticket.Number, StringComparison.Ordinal));
        await TurnDesk.CardAsync(desk.Staff("li"), ticket.Number, "出发");
    }

    private static async Task<ChattingOwner> FinishedAsync(TurnDesk desk)
    {
        var owner = await desk.WangAsync();
        await owner.SayAsync("厨房水管漏水");
        await desk.FinishAsync((await desk.OnlyTicketAsync()).Number);
        await owner.Phone.WaitForAsync(item => item.Choices.Count == 4);
        return owner;
    }
}
