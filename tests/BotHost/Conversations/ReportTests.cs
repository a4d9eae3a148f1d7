using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Tasks;
using ChatDesk.BotHost.Texts;
using ChatDesk.BotHost.Tickets;
using ChatDesk.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.Tests.BotHost.Conversations;

public sealed class ReportTests
{
    [Theory, OnEachDatabase]
    public async Task After_two_questions_for_the_place_the_ticket_opens_and_a_person_asks_on(DatabaseProvider provider)
    {
        await using var desk = await TurnDesk.StartAsync(provider);
        var owner = desk.Stranger();

        Assert.Equal(OwnerTexts.AskPlace, await owner.SayAsync("厨房水管漏水"));
        Assert.Equal(OwnerTexts.AskPlace, await owner.SayAsync("不知道"));
        Assert.Contains("已为您登记：位置待核实 厨房水管漏水", await owner.SayAsync("你自己查"), StringComparison.Ordinal);

        var ticket = await desk.OnlyTicketAsync();
        var task = Assert.Single(await desk.TasksAsync(), t => t.Kind == DeskTaskKind.HandOver);
        Assert.Equal((ticket.Number, OwnerTexts.PlaceTask(ticket.Number)), (task.TicketNumber, task.Title));
    }

    [Theory, OnEachDatabase]
    public async Task A_part_of_the_address_that_was_said_is_not_asked_again(DatabaseProvider provider)
    {
        await using var desk = await TurnDesk.StartAsync(provider);
        var owner = desk.Stranger();

        Assert.Equal(OwnerTexts.AskRoom, await owner.SayAsync("3栋厨房水管漏水"));
        Assert.Contains("已为您登记：3栋2单元201", await owner.SayAsync("2单元201"), StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task A_room_that_does_not_exist_is_never_accepted(DatabaseProvider provider)
    {
        await using var desk = await TurnDesk.StartAsync(provider);
        var owner = desk.Stranger();

        Assert.Equal(OwnerTexts.UnknownPlace, await owner.SayAsync("9栋2单元201厨房水管漏水"));
        Assert.Equal(OwnerTexts.UnknownPlace, await owner.SayAsync("9栋2单元202"));
        Assert.Contains("位置待核实", await owner.SayAsync("就是9栋2单元201"), StringComparison.Ordinal);
        Assert.Null((await desk.OnlyTicketAsync()).RoomId);
    }

    [Theory, OnEachDatabase]
    public async Task Later_words_about_the_same_matter_join_its_ticket_and_others_open_their_own(DatabaseProvider provider)
    {
        await using var desk = await TurnDesk.StartAsync(provider);
        var owner = await desk.WangAsync();
        await owner.SayAsync("厨房水管漏水");
        var number = (await desk.OnlyTicketAsync()).Number;

        desk.Desk.Clock.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal(OwnerTexts.Added(number), await owner.SayAsync("水已经漏到地板上了"));
        Assert.Contains("已为您登记", await owner.SayAsync("还有卧室的灯不亮了"), StringComparison.Ordinal);
        Assert.Equal(2, (await desk.TicketsAsync()).Count);
    }

    [Theory, OnEachDatabase]
    public async Task A_photo_before_its_text_and_one_after_it_belong_to_the_ticket(DatabaseProvider provider)
    {
        await using var desk = await TurnDesk.StartAsync(provider);
        var owner = await desk.WangAsync();

        Assert.Equal(OwnerTexts.PhotoFirst, await owner.SendPhotoAsync());
        Assert.Contains("已为您登记：3栋2单元201 厨房水管漏水", await owner.SayAsync("厨房水管漏水"), StringComparison.Ordinal);
        var number = (await desk.OnlyTicketAsync()).Number;
        Assert.Equal(OwnerTexts.PhotoAdded(number), await owner.SendPhotoAsync());

        var events = (await desk.OnlyTicketAsync()).Events;
        Assert.Single(events.Single(e => e.Type == TicketEventType.Opened).Files);
        Assert.Single(events.Single(e => e.Type == TicketEventType.OwnerAdded).Files);
    }

    [Theory, OnEachDatabase]
    public async Task A_photo_while_the_place_is_asked_for_stays_with_the_report(DatabaseProvider provider)
    {
        await using var desk = await TurnDesk.StartAsync(provider);
        var owner = desk.Stranger();
        await owner.SayAsync("厨房水管漏水");

        Assert.Equal(OwnerTexts.AskPlace, await owner.SendPhotoAsync());
        Assert.Contains("已为您登记：3栋2单元201", await owner.SayAsync("3栋2单元201"), StringComparison.Ordinal);
        Assert.Single((await desk.OnlyTicketAsync()).Events.Single(e => e.Type == TicketEventType.Opened).Files);
    }

    [Theory, OnEachDatabase]
    public async Task A_photo_that_came_before_any_words_takes_any_words_as_its_matter(DatabaseProvider provider)
    {
        await using var desk = await TurnDesk.StartAsync(provider);
        var owner = await desk.WangAsync();
        await owner.SendPhotoAsync();

        await owner.SayAsync("这里，麻烦看一下");

        Assert.Single((await desk.OnlyTicketAsync()).Events.Single(e => e.Type == TicketEventType.Opened).Files);
    }

    [Theory, OnEachDatabase]
    public async Task After_a_receipt_a_stranger_binds_with_four_digits_and_may_as_well_report_something_else(DatabaseProvider provider)
    {
        await using var desk = await TurnDesk.StartAsync(provider);
        var owner = desk.Stranger();
        await owner.SayAsync("1栋1单元502厨房水管漏水");

        Assert.Contains("已为您登记：1栋1单元电梯", await owner.SayAsync("1栋1单元电梯坏了"), StringComparison.Ordinal);
        Assert.Contains("已为您登记：1栋1单元502", await owner.SayAsync("1栋1单元502卧室插座没电"), StringComparison.Ordinal);
        Assert.Contains("已绑定1栋1单元502", await owner.SayAsync("1502"), StringComparison.Ordinal);
        Assert.Equal(3, (await desk.TicketsAsync()).Count);
    }

    [Theory, OnEachDatabase]
    public async Task The_last_four_digits_are_taken_as_such_even_where_a_room_has_that_number(DatabaseProvider provider)
    {
        await using var desk = await TurnDesk.StartAsync(provider);
        await desk.Desk.ReadAsync(db => db.Set<ChatDesk.BotHost.Owners.Owner>().Where(o => o.Name == "张先生").ExecuteUpdateAsync(set => set.SetProperty(o => o.Phone, "13800001002")));
        var owner = desk.Stranger();

        Assert.Equal(OwnerTexts.AskPhoneTail, await owner.SayAsync("晴川里1栋1单元502"));
        Assert.Contains("已绑定1栋1单元502", await owner.SayAsync("1002"), StringComparison.Ordinal);
    }
}
