using System.Globalization;
using System.Net.Http.Json;
using ChatDesk.BotHost.Conversations;
using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Delivery;
using ChatDesk.BotHost.Owners;
using ChatDesk.BotHost.Tasks;
using ChatDesk.Channels.Sandbox.Platform;
using ChatDesk.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatDesk.Tests.BotHost.Delivery;

/// <summary>N-05: what one way cannot carry the next one does, once; what none carries a person hears of.</summary>
public sealed class LadderTests
{
    private const string CustomSend = "custom/send";
    private const string TemplateSend = "template/send";
    private const string Text = "今天14点到18点停水，请提前储水";

    [Theory]
    [OnEachDatabase(45047)]
    [OnEachDatabase(45015)]
    public async Task What_the_window_refuses_arrives_once_as_a_template_message_N_05(DatabaseProvider provider, int code)
    {
        await using var desk = await Desk.StartAsync(provider);
        var (phones, phone) = await WriterAsync(desk);
        await phones.FaultAsync(new Fault(FaultKind.Error, CustomSend, Times: null, ErrorCode: code));

        await desk.QueueAsync("notice", phone.OpenId, Text);
        var row = await desk.UntilAsync("notice", OutboxState.Sent, attempts: 2);
        await desk.SendDueAsync();

        Assert.Equal(DeliveryRung.Template, row.Rung);
        Assert.Equal(0, await desk.TasksAsync(row));
        Assert.Single(await PushedAsync(phone), item => item.Kind == "template");
        Assert.Equal(0, await desk.LeftAsync(phone.OpenId));
    }

    [Theory]
    [OnEachDatabase(43004)]
    [OnEachDatabase(40003)]
    [OnEachDatabase(40037)]
    [OnEachDatabase(47003)]
    public async Task A_refused_template_goes_on_as_a_signed_SMS_N_05(DatabaseProvider provider, int code)
    {
        await using var gateway = await SmsGateway.StartAsync();
        await using var desk = await Desk.StartAsync(provider, new DeskSettings { Configuration = gateway.Configuration });
        var (phones, phone) = await WriterAsync(desk);
        await BindAsync(desk, phone.OpenId, "13800138000");
        await phones.FaultAsync(new Fault(FaultKind.Error, CustomSend, ErrorCode: 45015));
        await phones.FaultAsync(new Fault(FaultKind.Error, TemplateSend, Times: null, ErrorCode: code));

        await desk.QueueAsync("notice", phone.OpenId, Text);
        var row = await desk.UntilAsync("notice", OutboxState.Sent, attempts: 3);

        Assert.Equal(DeliveryRung.Sms, row.Rung);
        Assert.Equal([("13800138000", Text)], gateway.Sent);
        Assert.Empty(await PushedAsync(phone));
        Assert.Contains(code.ToString(CultureInfo.InvariantCulture), row.Refusals, StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task A_template_that_the_platform_refuses_is_also_a_task_for_whoever_keeps_the_settings(DatabaseProvider provider)
    {
        await using var desk = await Desk.StartAsync(provider);
        var (phones, phone) = await WriterAsync(desk);
        await phones.FaultAsync(new Fault(FaultKind.Error, CustomSend, Times: null, ErrorCode: 45015));
        await phones.FaultAsync(new Fault(FaultKind.Error, TemplateSend, Times: null, ErrorCode: 40037));

        foreach (var key in (string[])["one", "two"])
        {
            await desk.QueueAsync(key, phone.OpenId, Text);
            await desk.UntilAsync(key, OutboxState.Failed, attempts: key == "one" ? 2 : 1);
        }

        var tasks = await desk.ReadAsync(db => db.Set<DeskTask>().Where(task => task.Kind == DeskTaskKind.Misconfigured).ToListAsync());
        Assert.Contains("模板编号无效（40037）", Assert.Single(tasks).Title, StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task What_nobody_can_deliver_is_a_task_that_says_in_Chinese_why_N_05(DatabaseProvider provider)
    {
        await using var desk = await Desk.StartAsync(provider);
        var (phones, phone) = await WriterAsync(desk);
        await phones.FaultAsync(new Fault(FaultKind.Error, CustomSend, ErrorCode: 45015));
        await phones.FaultAsync(new Fault(FaultKind.Error, TemplateSend, ErrorCode: 43004));

        await desk.QueueAsync("finished", phone.OpenId, Text, DeliveryPurpose.Finished);
        var row = await desk.UntilAsync("finished", OutboxState.Failed, attempts: 2);

        var task = await desk.ReadAsync(db => db.Set<DeskTask>().SingleAsync(task => task.Key == "undelivered:" + row.Id));
        Assert.Equal(
            "完工通知没有送达业主（业主48小时内没有发过消息（45015）；模板或订阅通知：业主已取消关注（43004）；短信：没有配置短信通道），请电话告知", task.Title);
        Assert.NotNull(task.ConversationId);
        Assert.False((await desk.ChatAsync(phone.OpenId)).IsReachable);
    }

    [Theory, OnEachDatabase]
    public async Task What_may_have_arrived_is_tried_once_more_the_same_way_and_never_another_way(DatabaseProvider provider)
    {
        await using var desk = await Desk.StartAsync(provider, new DeskSettings { Configuration = new Dictionary<string, string?> { ["Channels:WeChat:SendTimeout"] = "00:00:05" } });
        var (phones, phone) = await WriterAsync(desk);
        await desk.QueueAsync("first", phone.OpenId, "师傅已接单");
        await desk.UntilAsync("first", OutboxState.Sent);
        await phones.FaultAsync(new Fault(FaultKind.ActThenHang, CustomSend));
        await desk.QueueAsync("second", phone.OpenId, "师傅已到场");
        await desk.UntilAsync("second", OutboxState.Queued);

        await phones.FaultAsync(new Fault(FaultKind.Error, CustomSend, ErrorCode: 45047));
        await phones.AdvanceAsync(TimeSpan.FromMinutes(1));
        var row = await desk.UntilAsync("second", OutboxState.Failed, attempts: 2);

        Assert.Equal((true, DeliveryRung.Person), (row.IsPossibleRepeat, row.Rung));
        Assert.Equal(1, await desk.TasksAsync(row));
        Assert.Equal(["师傅已接单", "师傅已到场"], (await PushedAsync(phone)).Select(item => item.Text));
    }

    [Theory, OnEachDatabase]
    public async Task One_consent_carries_one_subscription_notice(DatabaseProvider provider)
    {
        await using var desk = await Desk.StartAsync(provider, new DeskSettings
        {
            Configuration = new Dictionary<string, string?>(DeliveryDesk.WithoutTemplates)
            {
                ["Channels:WeChat:Accounts:estate:Templates:notice:Id"] = "T1",
                ["Channels:WeChat:Accounts:estate:Templates:notice:Kind"] = "Subscription",
                ["Channels:WeChat:Accounts:estate:Templates:notice:Fields:thing1"] = "{text}",
            },
        });
        var (phones, phone) = await WriterAsync(desk);
        using (var accepted = await desk.Http.PostAsJsonAsync($"/sandbox/phones/owners/{phone.OpenId}/consent", new { templateIds = new[] { "T1" } }))
            accepted.EnsureSuccessStatusCode();
        await phones.AdvanceAsync(TimeSpan.FromHours(49));

        await desk.QueueAsync("one", phone.OpenId, "今天停水");
        await desk.QueueAsync("two", phone.OpenId, "明天停电");

        Assert.Equal(DeliveryRung.Template, (await desk.UntilAsync("one", OutboxState.Sent)).Rung);
        Assert.Contains("业主没有同意接收订阅通知", (await desk.UntilAsync("two", OutboxState.Failed, attempts: 0)).Refusals, StringComparison.Ordinal);
        Assert.Single(await PushedAsync(phone));
    }

    [Theory, OnEachDatabase]
    public async Task A_gateway_that_is_busy_gets_the_same_SMS_again(DatabaseProvider provider)
    {
        await using var gateway = await SmsGateway.StartAsync();
        await using var desk = await Desk.StartAsync(provider, new DeskSettings
        {
            Configuration = new Dictionary<string, string?>([.. DeliveryDesk.WithoutTemplates, .. gateway.Configuration]),
        });
        var (phones, phone) = await WriterAsync(desk);
        await BindAsync(desk, phone.OpenId, "13800138000");
        await phones.AdvanceAsync(TimeSpan.FromHours(49));
        gateway.Answer = System.Net.HttpStatusCode.ServiceUnavailable;

        await desk.QueueAsync("notice", phone.OpenId, Text);
        await desk.UntilAsync("notice", OutboxState.Queued);
        gateway.Answer = System.Net.HttpStatusCode.OK;
        await phones.AdvanceAsync(TimeSpan.FromMinutes(5));

        await desk.UntilAsync("notice", OutboxState.Sent, attempts: 2);
        Assert.Equal([("13800138000", Text)], gateway.Sent);
    }

    private static async Task<(SandboxPhones Phones, OwnerPhone Owner)> WriterAsync(Desk desk)
    {
        SandboxPhones phones = new(desk.Http);
        var phone = phones.Owner("openid-zhou");
        await phone.FollowAsync();
        await phone.SayAsync("你好");
        return (phones, phone);
    }

    private static Task BindAsync(Desk desk, string openId, string number) => desk.ReadAsync(async db =>
    {
        Owner owner = new() { Name = "周女士", Phone = number };
        db.Add(owner);
        await db.SaveChangesAsync();
        (await db.Set<Conversation>().SingleAsync(chat => chat.PeerId == openId)).OwnerId = owner.Id;
        return await db.SaveChangesAsync();
    });

    /// <summary>What came without being an answer.</summary>
    private static async Task<IReadOnlyList<ChatDesk.Channels.Sandbox.Phones.PhoneItem>> PushedAsync(OwnerPhone phone) =>
        [.. (await phone.InboxAsync()).Where(item => item.Via != "reply")];
}
