using System.Net.Http.Json;
using ChatDesk.Channels.Activities;
using ChatDesk.Channels.Sandbox.Phones;
using ChatDesk.Channels.WeCom;
using ChatDesk.Tests.Channels.WeCom;

namespace ChatDesk.Tests.Channels.Sandbox;

/// <summary>Application messages of every type, all cards, robots, groups, members, recall.</summary>
public sealed class WeComDeskTests : PlayedPlatformTest
{
    [Fact]
    public async Task Each_type_of_message_shows_on_the_phone()
    {
        var file = (await Application.UploadMediaAsync("desk", "file", new("清单.pdf", "application/pdf", [1, 2, 3, 4, 5, 6]), default))!;
        AppMessage[] messages =
        [
            AppMessage.OfText("文字"), AppMessage.OfVoice(file), AppMessage.OfFile(file), AppMessage.OfVideo(new(file, "标题")), AppMessage.OfImage(file),
            AppMessage.OfTextCard(new("派单", "3栋", "https://desk.example/w/1")), AppMessage.OfNews([new("周报", "本周", "https://desk.example/n/1")]),
            AppMessage.OfArticles([new("周报", file, null, null, "<p>好</p>", null)]), AppMessage.OfMarkdown("**紧急**"),
            AppMessage.OfCard(Cards.Notice), AppMessage.OfCard(Cards.Dispatch with { HorizontalContentList = null }), AppMessage.OfCard(Cards.Vote), AppMessage.OfCard(Cards.Choices),
            AppMessage.OfCard(Cards.Notice with { CardType = TemplateCard.NewsNotice, CardImage = new("https://desk.example/p.png") }),
        ];

        foreach (var message in messages)
            Assert.Equal(SendOutcome.Sent, (await SendAsync(message)).Outcome);
        Assert.Equal(messages.Length, (await ItemsAsync("staff/zhangsan")).Count);
    }

    [Theory]
    [InlineData("textcard's title")]
    [InlineData("textcard's description")]
    [InlineData("textcard's url")]
    [InlineData("textcard's button")]
    [InlineData("1 to 8 articles")]
    [InlineData("article's title")]
    [InlineData("2048 bytes")]
    public void A_message_beyond_a_limit_is_the_callers_mistake(string about)
    {
        AppBody.LinkCard card = new("派单", "3栋", "https://desk.example/w/1");
        var message = about switch
        {
            "textcard's title" => AppMessage.OfTextCard(card with { Title = new string('长', 43) }),
            "textcard's description" => AppMessage.OfTextCard(card with { Description = new string('长', 171) }),
            "textcard's url" => AppMessage.OfTextCard(card with { Url = "desk.example" }),
            "textcard's button" => AppMessage.OfTextCard(card with { Btntxt = "打开工单吧" }),
            "1 to 8 articles" => AppMessage.OfNews([.. Enumerable.Repeat(new AppBody.Link("周报", null, "https://desk.example"), 9)]),
            "article's title" => AppMessage.OfNews([new("", null, "https://desk.example")]),
            _ => AppMessage.OfMarkdown(new string('长', 683)),
        };

        Assert.Contains(about, Assert.Throws<ArgumentException>(message.ToAttachment).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_votes_ticks_come_back_with_the_press()
    {
        await SendAsync(AppMessage.OfCard(Cards.Vote));
        var item = (await ItemsAsync("staff/zhangsan")).Single();
        Assert.Equal(["a", "b"], item.Card!.Questions.Single().Options.Select(o => o.Id));

        await PostAsync("staff/zhangsan/press", new { seq = item.Seq, key = "submit", selected = new Dictionary<string, string[]> { ["q1"] = ["a", "b"] } });

        var press = Receiver.Received.Single();
        Assert.Equal((EventName.CardAction, "submit", "a,b"), (press.Name, press.Values["EventKey"], press.Values["SelectedItems/q1"]));
    }

    [Fact]
    public async Task A_message_is_taken_back_within_a_day()
    {
        var first = await SendAsync(AppMessage.OfText("发错了"));
        var second = await SendAsync(AppMessage.OfText("也发错了"));

        Assert.Equal(SendOutcome.Sent, (await Application.RecallAsync("desk", first.MessageId!, default)).Outcome);
        Assert.Equal(40035, (await Application.RecallAsync("desk", first.MessageId!, default)).ErrorCode);
        Clock.Advance(TimeSpan.FromHours(24));
        Assert.Equal(40035, (await Application.RecallAsync("desk", second.MessageId!, default)).ErrorCode);
        Assert.Equal(["也发错了"], (await ItemsAsync("staff/zhangsan")).Select(i => i.Text));
    }

    [Fact]
    public async Task A_robot_sends_twenty_a_minute_and_the_next_is_130101()
    {
        for (var i = 0; i < 20; i++)
            Assert.Equal(SendOutcome.Sent, (await Application.SendToGroupAsync("desk", GroupMessage.OfText($"第{i}条"), default)).Outcome);
        var refused = await Application.SendToGroupAsync("desk", GroupMessage.OfText("第20条"), default);
        Clock.Advance(TimeSpan.FromMinutes(1));
        var later = await Application.SendToGroupAsync("desk", GroupMessage.OfText("第21条"), default);

        Assert.Equal((SendOutcome.Quota, 130101), (refused.Outcome, refused.ErrorCode));
        Assert.Equal(SendOutcome.Sent, later.Outcome);
        Assert.Equal(21, (await RoomAsync("desk")).Count);
    }

    [Fact]
    public async Task Each_type_of_robot_message_shows_in_its_group()
    {
        var file = (await Application.UploadGroupFileAsync("desk", "file", new("a.txt", "text/plain", [1, 2, 3, 4, 5, 6]), default)).Value!;
        GroupMessage[] messages =
        [
            GroupMessage.OfText("停水", ["@all"]), GroupMessage.OfMarkdown("**停水**"), GroupMessage.OfMarkdownV2("# 停水"), GroupMessage.OfImage([0xFF, 0xD8, 0xFF, 0xE0]),
            GroupMessage.OfNews([new("周报", "本周", "https://desk.example/n/1")]), GroupMessage.OfFile(file), GroupMessage.OfVoice(file), GroupMessage.OfCard(Cards.Notice),
        ];

        foreach (var message in messages)
            Assert.Equal(SendOutcome.Sent, (await Application.SendToGroupAsync("desk", message, default)).Outcome);
        Assert.Equal(messages.Length, (await RoomAsync("desk")).Count);
        await Assert.ThrowsAsync<ArgumentException>(() => Application.SendToGroupAsync("desk", GroupMessage.OfCard(Cards.Dispatch), default));
        Assert.Throws<ArgumentException>(() => GroupMessage.OfImage(new byte[2 * 1024 * 1024 + 1]));
        Assert.Equal(2048, System.Text.Encoding.UTF8.GetByteCount(GroupMessage.OfText(new string('a', 3000)).Text!.Content));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Application.SendToGroupAsync("other", GroupMessage.OfText("x"), default));
    }

    [Fact]
    public async Task A_group_of_the_application_gets_its_messages_on_every_members_phone()
    {
        await JoinAsync("zhangsan", "lisi", "wangwu");
        var id = (await Application.CreateAppChatAsync("desk", new("3栋抢修", "zhangsan", ["zhangsan", "lisi"], "chat1"), default)).Value!;
        await Application.SendToAppChatAsync("desk", id, AppMessage.OfText("到了"), default);
        await Application.UpdateAppChatAsync("desk", new(id, "3栋", AddUserList: ["wangwu"], DelUserList: ["lisi"]), default);
        await Application.SendToAppChatAsync("desk", id, AppMessage.OfText("修好了"), default);

        var chat = (await Application.GetAppChatAsync("desk", id, default)).Value!.ChatInfo;
        Assert.Equal(("3栋", "zhangsan,wangwu"), (chat.Name, string.Join(',', chat.Userlist)));
        Assert.Equal(["到了", "修好了"], (await RoomAsync(id)).Select(i => i.Text));
        Assert.Equal("到了", (await ItemsAsync("staff/lisi"))[^1].Text);
        Assert.Equal("修好了", (await ItemsAsync("staff/wangwu"))[^1].Text);
        Assert.Equal(86001, (await Application.SendToAppChatAsync("desk", "other", AppMessage.OfText("x"), default)).ErrorCode);
        Assert.Equal(40031, (await Application.CreateAppChatAsync("desk", new("群", null, ["zhangsan", "nobody"]), default)).ErrorCode);
        await Assert.ThrowsAsync<ArgumentException>(() => Application.CreateAppChatAsync("desk", new("群", null, ["zhangsan"]), default));
        await Assert.ThrowsAsync<ArgumentException>(() => Application.SendToAppChatAsync("desk", id, AppMessage.OfCard(Cards.Notice), default));
    }

    [Fact]
    public async Task Members_and_departments_are_those_of_the_staff_phones()
    {
        await JoinAsync("zhangsan", "lisi");

        var ids = (await Application.GetMemberIdsAsync("desk", null, default)).Value!;
        var departments = (await Application.GetDepartmentsAsync("desk", under: null, default)).Value!.Department;
        var members = (await Application.GetMemberNamesAsync("desk", 1, withChildren: true, default)).Value!.Userlist;

        Assert.Equal(["lisi", "zhangsan"], ids.DeptUser.Select(p => p.Userid));
        Assert.Equal(["lisi", "zhangsan"], members.Select(m => m.Userid));
        Assert.Contains(ids.DeptUser[0].Department, departments.Select(d => d.Id));
        Assert.Equal(departments.Select(d => d.Id), (await Application.GetDepartmentIdsAsync("desk", under: null, default)).Value!.DepartmentId.Select(d => d.Id));
        Assert.Equal("zhangsan", (await Application.GetMemberAsync("desk", "zhangsan", default)).Value!.Userid);
        Assert.Equal((SendOutcome.Drop, 60111), Refusal(await Application.GetMemberAsync("desk", "nobody", default)));
        Assert.Equal(departments[1].Name, (await Application.GetDepartmentAsync("desk", departments[1].Id, default)).Value!.Department.Name);
        Assert.NotEmpty((await Application.GetMembersAsync("desk", departments[1].Id, default)).Value!.Userlist);
        Assert.Equal(60111, (await Application.FindMemberAsync("desk", "13800000000", default)).ErrorCode);
        Assert.Equal([1], (await Application.GetAgentAsync("desk", default)).Value!.AllowPartys!.Partyid);
        Assert.NotEmpty((await Application.GetCallbackAddressesAsync("desk", default)).Value!.IpList);
    }

    private static (SendOutcome, int?) Refusal<T>(ApiResult<T> answer)
        where T : class => (answer.Outcome, answer.ErrorCode);

    private async Task JoinAsync(params string[] userIds)
    {
        foreach (var userId in userIds)
            await PostAsync($"staff/{userId}/text", new { content = "在" });
    }

    private async Task<IReadOnlyList<PhoneItem>> RoomAsync(string room) => (await Browser.GetFromJsonAsync<IReadOnlyList<PhoneItem>>("/sandbox/rooms/" + room))!;

    private Task<SendResult> SendAsync(AppMessage message) => Application.SendAsync(new Activity
    {
        Type = ActivityType.Message, ChannelId = ChannelNames.WeCom, Account = "desk", From = new("desk"), Recipient = new("zhangsan"), Attachments = [message.ToAttachment()],
    }, default);
}
