using static Microsoft.Playwright.Assertions;

namespace ChatDesk.Tests.EndToEnd;

[Collection(Stories.Name)]
public sealed class ClockTests(Chromium chromium)
{
    [Theory, OnEachScreen]
    public async Task What_nobody_takes_climbs_from_the_lead_to_the_manager_and_a_complaint_to_the_supervisor_N_10_T10_T16(Screen screen)
    {
        await using var story = await Story.StartAsync(chromium, screen);
        var playground = await story.OpenPlaygroundAsync();
        var owner = await playground.BindHomeAsync();
        var leak = await owner.ReportLeakAsync();
        await owner.SayAsync("我要投诉，保安态度太差了");
        await Expect(owner.Newest).Not.ToContainTextAsync(leak);
        var complaint = await owner.ReceiptNumberAsync();

        await playground.MoveClockAsync("+5 分钟");
        await Expect((await playground.PickUpAsync("李师傅")).Newest).ToContainTextAsync($"【无人接单】{leak}");
        await playground.MoveClockAsync("+5 分钟");
        await playground.MoveClockAsync("+5 分钟");
        await Expect((await playground.PickUpAsync("邹经理")).Heard(leak)).ToContainTextAsync("15分钟没有人接单");
        for (var half = 0; half < 3; half++)
            await playground.MoveClockAsync("+30 分钟");
        await Expect((await playground.PickUpAsync("林客服")).Heard(complaint)).ToContainTextAsync("【即将超时】");
        await playground.MoveClockAsync("+2 小时");
        foreach (var told in new[] { "谢主管", "邹经理" })
            await Expect((await playground.PickUpAsync(told)).Heard("安排人受理投诉")).ToContainTextAsync($"【已超时】{complaint}");
        await story.LookAtAsync(playground.Page, "playground-clock");
        story.AssertNoErrors();
    }
}
