using ChatDesk.Channels.Activities;
using ChatDesk.Channels.WeChat;

namespace ChatDesk.Tests.Channels.Sandbox;

/// <summary>Menu, QR codes, 客服消息 of every type, quotas.</summary>
public sealed class AccountDeskTests : PlayedPlatformTest
{
    private static readonly MenuButton Repair = new() { Name = "我要报修", Type = "click", Key = "REPAIR" };

    public static TheoryData<int, MenuButton[]> BadMenus => new()
    {
        { 40016, [Repair, Repair, Repair, Repair] },
        { 40018, [new() { Name = "六个汉字以上了", Type = "click", Key = "K" }] },
        { 40017, [new() { Name = "空的", Type = "click" }] },
        { 40017, [new() { Name = "都有", Type = "click", Key = "K", Items = [Repair] }] },
        { 40019, [new() { Name = "键长", Type = "click", Key = new string('k', 129) }] },
        { 40020, [new() { Name = "址长", Type = "view", Url = "https://desk.example/" + new string('u', 1024) }] },
        { 40023, [new() { Name = "服务", Items = [Repair, Repair, Repair, Repair, Repair, Repair] }] },
        { 40024, [new() { Name = "服务", Items = [new() { Name = "缴费", Type = "miniprogram", Url = "https://desk.example" }] }] },
        { 40025, [new() { Name = "服务", Items = [new() { Name = new string('长', 21), Type = "click", Key = "K" }] }] },
        { 40022, [new() { Name = "服务", Items = [new() { Name = "深", Items = [Repair] }] }] },
    };

    [Theory, MemberData(nameof(BadMenus))]
    public async Task A_menu_beyond_a_limit_is_the_callers_mistake_and_refused_by_the_platform(int code, MenuButton[] menu)
    {
        Assert.Contains(code, MenuRules.Problems(menu).Select(p => p.Code));
        await Assert.ThrowsAsync<ArgumentException>(() => OfficialAccount.CreateMenuAsync("demo", menu, default));
    }

    [Fact]
    public async Task A_menu_is_there_until_it_is_deleted()
    {
        await OfficialAccount.CreateMenuAsync("demo", [Repair, new() { Name = "服务", Items = [new() { Name = "我的工单", Type = "view", Url = "https://desk.example/my?a=1&b=2" }] }], default);
        var menu = (await OfficialAccount.GetMenuAsync("demo", default)).Value!.Menu.Button;
        await OfficialAccount.DeleteMenuAsync("demo", default);

        Assert.Equal(["我要报修", "服务"], menu.Select(b => b.Name));
        Assert.Equal("https://desk.example/my?a=1&b=2", menu[1].Items![0].Url);
        Assert.Equal(46003, (await OfficialAccount.GetMenuAsync("demo", default)).ErrorCode);
    }

    [Fact]
    public async Task Qr_codes_live_up_to_thirty_days_or_for_ever()
    {
        var temporary = (await OfficialAccount.CreateQrCodeAsync("demo", "unit:12", TimeSpan.FromDays(30), default)).Value!;
        var permanent = (await OfficialAccount.CreateQrCodeAsync("demo", new string('s', 64), lifetime: null, default)).Value!;

        Assert.Equal((2_592_000, 0), (temporary.ExpireSeconds, permanent.ExpireSeconds));
        Assert.Equal("https://mp.weixin.qq.com/cgi-bin/showqrcode?ticket=" + temporary.Ticket, temporary.PictureUrl);
        await Assert.ThrowsAsync<ArgumentException>(() => OfficialAccount.CreateQrCodeAsync("demo", "unit:12", TimeSpan.FromDays(31), default));
        await Assert.ThrowsAsync<ArgumentException>(() => OfficialAccount.CreateQrCodeAsync("demo", new string('s', 65), lifetime: null, default));
        await Assert.ThrowsAsync<ArgumentException>(() => OfficialAccount.CreateQrCodeAsync("demo", "", lifetime: null, default));
    }

    [Fact]
    public async Task Each_type_of_message_shows_on_the_phone_and_unknown_files_are_refused()
    {
        var picture = (await OfficialAccount.UploadMediaAsync("demo", "image", new("a.jpg", "image/jpeg", [0xFF, 0xD8]), default))!;
        var voice = (await OfficialAccount.UploadMediaAsync("demo", "voice", new("a.amr", "audio/amr", [1, 2]), default))!;
        var video = (await OfficialAccount.UploadMediaAsync("demo", "video", new("a.mp4", "video/mp4", [1, 2]), default))!;
        CustomMessage[] messages =
        [
            CustomMessage.OfVoice(voice), CustomMessage.OfVideo(new(video, picture, "关水阀", "怎么做")),
            CustomMessage.OfMusic(new("歌", "", "https://desk.example/a.mp3", "https://desk.example/a.mp3", picture)),
            CustomMessage.OfMiniProgram(new("缴费", "wx1", "pages/pay", picture)), CustomMessage.OfOldArticles(picture), CustomMessage.OfCoupon("C1"),
        ];

        foreach (var message in messages)
        {
            await PostAsync("owners/oA/text", new { content = "在吗" });
            Assert.Equal(SendOutcome.Sent, (await SendAsync(message)).Outcome);
        }
        Assert.Equal(6, (await ItemsAsync("owners/oA")).Count(i => i.Via == "message"));
        Assert.Equal(40007, (await SendAsync(CustomMessage.OfVoice("unknown"))).ErrorCode);
        Assert.Equal(40007, (await SendAsync(CustomMessage.OfVideo(new(video, "unknown", "", "")))).ErrorCode);
    }

    [Fact]
    public async Task Typing_needs_an_open_window_and_costs_none_of_it()
    {
        await PostAsync("owners/oA/text", new { content = "在吗" });
        Assert.Equal(SendOutcome.Sent, (await OfficialAccount.SetTypingAsync("demo", "oA", isTyping: true, default)).Outcome);
        for (var i = 0; i < 5; i++)
            Assert.Equal(SendOutcome.Sent, (await SendAsync(CustomMessage.OfText("在"))).Outcome);
        Clock.Advance(TimeSpan.FromHours(48));
        Assert.Equal(45015, (await OfficialAccount.SetTypingAsync("demo", "oA", isTyping: true, default)).ErrorCode);
    }

    [Fact]
    public async Task A_days_quota_is_told_and_cleared_ten_times_a_month()
    {
        await PostAsync("owners/oA/text", new { content = "在吗" });
        await SendAsync(CustomMessage.OfText("在"));

        Assert.Equal((500_000, 1), Used(await OfficialAccount.GetQuotaAsync("demo", "/cgi-bin/message/custom/send", default)));
        for (var i = 0; i < 10; i++)
            Assert.Equal(SendOutcome.Sent, (await OfficialAccount.ClearQuotaAsync("demo", default)).Outcome);
        Assert.Equal((500_000, 0), Used(await OfficialAccount.GetQuotaAsync("demo", "/cgi-bin/message/custom/send", default)));
        Assert.Equal(48006, (await OfficialAccount.ClearQuotaAsync("demo", default)).ErrorCode);
    }

    [Fact]
    public async Task The_account_tells_its_templates_addresses_and_reachability()
    {
        Assert.Equal(3, (await OfficialAccount.GetTemplatesAsync("demo", default)).Value!.TemplateList.Count);
        Assert.Empty((await OfficialAccount.GetSubscriptionTemplatesAsync("demo", default)).Value!.Data);
        Assert.NotEmpty((await OfficialAccount.GetCallbackAddressesAsync("demo", default)).Value!.IpList);
        Assert.NotEmpty((await OfficialAccount.CheckCallbackAsync("demo", default)).Value!.Ping!);
    }

    private static (long Limit, long Used) Used(ApiResult<WeChatQuota> answer) => (answer.Value!.Quota.DailyLimit, answer.Value.Quota.Used);

    private Task<SendResult> SendAsync(CustomMessage message) => OfficialAccount.SendAsync(new Activity
    {
        Type = ActivityType.Message, ChannelId = ChannelNames.OfficialAccount, Account = "demo", From = new("gh"), Recipient = new("oA"), Attachments = [message.ToAttachment()],
    }, default);
}
