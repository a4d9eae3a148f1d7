using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Delivery;
using ChatDesk.Channels.Activities;
using ChatDesk.Channels.Sandbox.Platform;
using ChatDesk.Tests.Fixtures;

namespace ChatDesk.Tests.BotHost.Delivery;

/// <summary>
/// What the desk makes of the platform's limits, played by the sandbox. Source of numbers and codes:
/// https://developers.weixin.qq.com/doc/offiaccount/Customer_Service/Customer_Service_Messages.html (客服消息下发规则).
/// </summary>
public sealed class PlatformLimitsTests
{
    private const string CustomSend = "custom/send";

    private static DeskSettings Plain => new() { Configuration = DeliveryDesk.WithoutTemplates };

    [Theory]
    [OnEachDatabase(45015)]
    [OnEachDatabase(45047)]
    public async Task A_closed_window_is_not_tried_again_but_becomes_a_task(DatabaseProvider provider, int code)
    {
        await using var desk = await Desk.StartAsync(provider, Plain);
        var (phones, phone) = await WriterAsync(desk);
        await phones.FaultAsync(new Fault(FaultKind.Error, CustomSend, ErrorCode: code));

        await desk.QueueAsync("notice", phone.OpenId, "今天停水，请储水");
        var row = await desk.UntilAsync("notice", OutboxState.Failed);
        await phones.AdvanceAsync(TimeSpan.FromDays(1));
        await desk.SendDueAsync();

        Assert.Equal(1, (await desk.RowAsync("notice")).Attempts);
        Assert.StartsWith($"{code}", row.LastError, StringComparison.Ordinal);
        Assert.Equal(1, await desk.TasksAsync(row));
        Assert.DoesNotContain(await phone.InboxAsync(), item => item.Via == "message");
    }

    [Theory, OnEachDatabase]
    public async Task A_used_up_day_is_over_at_midnight_of_the_platform(DatabaseProvider provider)
    {
        await using var desk = await Desk.StartAsync(provider, Plain);
        var (phones, phone) = await WriterAsync(desk);
        await phones.FaultAsync(new Fault(FaultKind.Error, CustomSend, ErrorCode: 45009));

        await desk.QueueAsync("notice", phone.OpenId, "今天停水，请储水");
        var row = await desk.UntilAsync("notice", OutboxState.Queued);
        Assert.Equal(new DateTimeOffset(2026, 11, 24, 0, 0, 0, TimeSpan.FromHours(8)), row.DueAt);

        await phones.AdvanceAsync(row.DueAt - desk.Clock.Now);
        await desk.UntilAsync("notice", OutboxState.Sent, attempts: 2);
        Assert.Single(await phone.InboxAsync(), item => item.Via == "message");
    }

    [Theory]
    [OnEachDatabase(-1)]
    [OnEachDatabase(45011)]
    public async Task A_busy_platform_is_asked_again_and_its_refusals_cost_nothing_of_the_window(DatabaseProvider provider, int code)
    {
        await using var desk = await Desk.StartAsync(provider);
        var (phones, phone) = await WriterAsync(desk);
        await phones.FaultAsync(new Fault(FaultKind.Error, CustomSend, Times: 6, ErrorCode: code));

        await desk.QueueAsync("notice", phone.OpenId, "今天停水，请储水");
        for (var attempt = 1; attempt <= 6; attempt++)
        {
            await desk.UntilAsync("notice", OutboxState.Queued, attempt);
            await phones.AdvanceAsync(TimeSpan.FromMinutes(5));
        }

        Assert.False((await desk.UntilAsync("notice", OutboxState.Sent, attempts: 7)).IsPossibleRepeat);
        Assert.Equal(4, await phone.BudgetAsync());
        Assert.Equal(4, await desk.LeftAsync(phone.OpenId));
    }

    [Theory, OnEachDatabase]
    public async Task Progress_leaves_the_last_message_of_a_window_for_the_end_of_the_work(DatabaseProvider provider)
    {
        await using var desk = await Desk.StartAsync(provider, Plain);
        var (_, phone) = await WriterAsync(desk);

        for (var i = 1; i <= 4; i++)
        {
            await desk.QueueAsync($"progress:{i}", phone.OpenId, $"进展{i}", DeliveryPurpose.Progress);
            await desk.UntilAsync($"progress:{i}", OutboxState.Sent);
        }

        await desk.QueueAsync("progress:5", phone.OpenId, new OutgoingMessage { Text = "进展5", Brief = "进展5" }, DeliveryPurpose.Progress, "GD2611-0001");
        await desk.UntilAsync("progress:5", OutboxState.Held, attempts: 0);
        await desk.QueueAsync("finished", phone.OpenId, "已完工，请评价", DeliveryPurpose.Finished);
        await desk.UntilAsync("finished", OutboxState.Sent);
        await desk.QueueAsync("notice", phone.OpenId, "今天停水，请储水");
        var refused = await desk.UntilAsync("notice", OutboxState.Failed, attempts: 0);

        Assert.Equal(0, await phone.BudgetAsync());
        Assert.Equal(1, await desk.TasksAsync(refused));
        Assert.Null(refused.LastError);
        Assert.Equal(["进展1", "进展2", "进展3", "进展4", "已完工，请评价"], (await phone.InboxAsync()).Where(item => item.Via == "message").Select(item => item.Text));
    }

    [Theory, OnEachDatabase]
    public async Task A_platform_that_acts_and_never_answers_may_have_shown_the_text_twice_and_the_row_says_so_N_19(DatabaseProvider provider)
    {
        await using var desk = await Desk.StartAsync(provider, new DeskSettings
        {
            Configuration = new Dictionary<string, string?>(DeliveryDesk.WithoutTemplates) { ["Channels:WeChat:SendTimeout"] = "00:00:05" },
        });
        var (phones, phone) = await WriterAsync(desk);
        await desk.QueueAsync("first", phone.OpenId, "师傅已接单");
        await desk.UntilAsync("first", OutboxState.Sent);
        await phones.FaultAsync(new Fault(FaultKind.ActThenHang, CustomSend));

        await desk.QueueAsync("second", phone.OpenId, "师傅已到场");
        await desk.UntilAsync("second", OutboxState.Queued);
        await phones.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.True((await desk.UntilAsync("second", OutboxState.Sent, attempts: 2)).IsPossibleRepeat);
        Assert.Equal(["师傅已接单", "师傅已到场", "师傅已到场"], (await phone.InboxAsync()).Where(item => item.Via == "message").Select(item => item.Text));
    }

    [Theory, OnEachDatabase]
    public async Task A_text_with_a_picture_which_no_official_account_message_carries_becomes_a_task(DatabaseProvider provider)
    {
        await using var desk = await Desk.StartAsync(provider, Plain);
        var (_, phone) = await WriterAsync(desk);

        await desk.QueueAsync("both", phone.OpenId, new OutgoingMessage { Text = "请看照片", Attachments = [new Attachment("image/jpeg", MediaId: "m1")] });

        Assert.Equal(1, await desk.TasksAsync(await desk.UntilAsync("both", OutboxState.Failed)));
        Assert.Equal(5, await desk.LeftAsync(phone.OpenId));
    }

    /// <summary>An owner who just wrote: five messages may be sent.</summary>
    private static async Task<(SandboxPhones Phones, OwnerPhone Owner)> WriterAsync(Desk desk)
    {
        SandboxPhones phones = new(desk.Http);
        var phone = phones.Owner("openid-zhou");
        await phone.SayAsync("你好");
        return (phones, phone);
    }
}
