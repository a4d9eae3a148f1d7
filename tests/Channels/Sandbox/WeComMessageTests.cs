using System.Text.Json;
using ChatDesk.Channels.Sandbox.Phones;

namespace ChatDesk.Tests.Channels.Sandbox;

public sealed class WeComMessageTests
{
    private const string Card = """
        {"card_type":"button_interaction","task_id":"TASK","main_title":{"title":"3栋502 厨房漏水","desc":"GD2605-0001"},
         "horizontal_content_list":[{"keyname":"业主","value":"李女士"}],
         "button_list":[{"text":"接单","key":"accept","style":1},{"text":"退单","key":"refuse","style":2}]}
        """;

    [Fact]
    public async Task A_card_reaches_each_member_once_and_carries_a_code()
    {
        await using var host = await SandboxHost.StartAsync();

        var answer = await host.SendToStaffAsync(CardMessage("zhangsan|lisi", "t1"));

        Assert.Equal(0, Code(answer));
        Assert.False(string.IsNullOrEmpty(answer.GetProperty("response_code").GetString()));
        foreach (var member in new[] { "zhangsan", "lisi" })
        {
            var card = Assert.Single(await host.StaffItemsAsync(member)).Card!;
            Assert.Equal(("3栋502 厨房漏水", "GD2605-0001"), (card.Title, card.Description));
            Assert.Equal(["接单", "退单"], card.Buttons.Select(b => b.Text));
            Assert.Equal(new PhoneCardRow("业主", "李女士", null), Assert.Single(card.Rows));
        }
    }

    [Fact]
    public async Task Each_press_is_an_event_with_a_fresh_code()
    {
        await using var host = await SandboxHost.StartAsync();
        await host.SendToStaffAsync(CardMessage("zhangsan", "t1"));
        var seq = (await host.StaffItemsAsync("zhangsan"))[0].Seq;

        await host.StaffAsync("zhangsan", "press", new { seq, key = "accept" });
        await host.StaffAsync("zhangsan", "press", new { seq, key = "accept" });

        Assert.All(host.Callbacks, x => Assert.Equal(
            ("event", "template_card_event", "accept", "t1", "button_interaction", "1000002", "zhangsan"),
            (x.Element("MsgType")!.Value, x.Element("Event")!.Value, x.Element("EventKey")!.Value, x.Element("TaskId")!.Value,
                x.Element("CardType")!.Value, x.Element("AgentID")!.Value, x.Element("FromUserName")!.Value)));
        Assert.Equal(2, host.Callbacks.Select(x => x.Element("ResponseCode")!.Value).Distinct().Count());
    }

    [Fact]
    public async Task A_code_updates_the_named_members_cards_once_and_then_is_60140()
    {
        await using var host = await SandboxHost.StartAsync();
        var code = (await host.SendToStaffAsync(CardMessage("zhangsan|lisi", "t1"))).GetProperty("response_code").GetString();
        var update = $$$"""{"userids":["lisi","wangwu"],"agentid":1000002,"response_code":"{{{code}}}","button":{"replace_name":"已被张师傅接单"}}""";

        var first = await host.UpdateCardAsync(update);
        var second = await host.UpdateCardAsync(update);

        Assert.Equal((0, 60140), (Code(first), Code(second)));
        Assert.Equal("wangwu", Assert.Single(first.GetProperty("invaliduser").EnumerateArray()).GetString());
        Assert.Equal("已被张师傅接单", (await host.StaffItemsAsync("lisi"))[0].Card!.Replaced);
        Assert.Null((await host.StaffItemsAsync("zhangsan"))[0].Card!.Replaced);
        using var pressed = await PressAsync(host, "lisi");
        Assert.Equal(System.Net.HttpStatusCode.Conflict, pressed.StatusCode);
    }

    [Fact]
    public async Task A_code_works_for_seventy_two_hours()
    {
        await using var host = await SandboxHost.StartAsync();
        var code = (await host.SendToStaffAsync(CardMessage("zhangsan", "t1"))).GetProperty("response_code").GetString();

        host.Clock.Advance(TimeSpan.FromHours(72));

        Assert.Equal(60140, Code(await host.UpdateCardAsync(
            $$$"""{"userids":["zhangsan"],"agentid":1000002,"response_code":"{{{code}}}","button":{"replace_name":"已过期"}}""")));
    }

    [Fact]
    public async Task A_presss_code_puts_a_new_card_in_the_old_ones_place()
    {
        await using var host = await SandboxHost.StartAsync();
        await host.SendToStaffAsync(CardMessage("zhangsan", "t1"));
        await host.StaffAsync("zhangsan", "press", new { seq = (await host.StaffItemsAsync("zhangsan"))[0].Seq, key = "accept" });
        var code = host.Callbacks[0].Element("ResponseCode")!.Value;

        await host.UpdateCardAsync($$$"""
            {"userids":["zhangsan"],"agentid":1000002,"response_code":"{{{code}}}","template_card":{"card_type":"button_interaction",
             "main_title":{"title":"3栋502 厨房漏水"},"button_list":[{"text":"出发","key":"depart"},{"text":"到场","key":"arrive"}]}}
            """);

        var card = Assert.Single(await host.StaffItemsAsync("zhangsan")).Card!;
        Assert.Equal(["出发", "到场"], card.Buttons.Select(b => b.Text));
        Assert.Equal(("t1", 1), (card.TaskId, card.Updates));
    }

    [Theory]
    [InlineData("\"task_id\":\"TASK\",", "", 40058)] // mandatory where something can be pressed
    [InlineData("TASK", "工单1", 40058)] // only 0-9A-Za-z_-@
    [InlineData("\"title\":\"3栋502 厨房漏水\",", "", 41016)]
    [InlineData("button_interaction", "text_notice", 42045)] // a notice needs its card_action
    [InlineData("\"key\":\"accept\"", "\"key\":\"\"", 40058)]
    [InlineData("button_interaction", "poem", 40058)]
    public async Task A_card_against_the_rules_gets_the_documented_code(string part, string instead, int code)
    {
        await using var host = await SandboxHost.StartAsync();

        var answer = await host.SendToStaffAsync(Message("zhangsan", Card.Replace(part, instead, StringComparison.Ordinal)));

        Assert.Equal(code, Code(answer));
        Assert.Empty(await host.StaffItemsAsync("zhangsan"));
    }

    [Fact]
    public async Task A_task_id_is_used_once_per_application()
    {
        await using var host = await SandboxHost.StartAsync();

        Assert.Equal(0, Code(await host.SendToStaffAsync(CardMessage("zhangsan", "t1"))));
        Assert.Equal(40058, Code(await host.SendToStaffAsync(CardMessage("lisi", "t1"))));
    }

    [Fact]
    public async Task Seven_buttons_are_one_too_many()
    {
        await using var host = await SandboxHost.StartAsync();
        string Buttons(int count) => string.Join(',', Enumerable.Range(1, count).Select(i => $$"""{"text":"{{i}}","key":"k{{i}}"}"""));
        string With(int count) => Message("zhangsan", $$"""
            {"card_type":"button_interaction","task_id":"t{{count}}","main_title":{"title":"a"},"button_list":[{{Buttons(count)}}]}
            """);

        Assert.Equal(0, Code(await host.SendToStaffAsync(With(6))));
        Assert.Equal(40058, Code(await host.SendToStaffAsync(With(7))));
    }

    [Fact]
    public async Task Unknown_members_are_named_in_lower_case_and_nobody_at_all_is_81013()
    {
        await using var host = await SandboxHost.StartAsync();
        using var left = await host.Http.PostAsync("/sandbox/phones/staff/LiSi/leave", null);

        var partly = await host.SendToStaffAsync(Text("zhangsan|LiSi", "通知"));
        var nobody = await host.SendToStaffAsync(Text("LiSi", "通知"));
        var missing = await host.SendToStaffAsync(Text("", "通知"));

        Assert.Equal((0, "lisi"), (Code(partly), partly.GetProperty("invaliduser").GetString()));
        Assert.Equal(81013, Code(nobody));
        Assert.Equal(82001, Code(missing));
    }

    [Fact]
    public async Task The_thirty_first_message_in_a_minute_is_dropped_without_an_error()
    {
        await using var host = await SandboxHost.StartAsync();

        for (var i = 0; i < 31; i++)
            Assert.Equal(0, Code(await host.SendToStaffAsync(Text("zhangsan", $"第{i}条"))));
        var atOnce = (await host.StaffItemsAsync("zhangsan")).Count;
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await host.SendToStaffAsync(Text("zhangsan", "一分钟后"));

        Assert.Equal((30, 31), (atOnce, (await host.StaffItemsAsync("zhangsan")).Count));
    }

    [Fact]
    public async Task An_identical_message_is_swallowed_when_asked_for_and_delivered_again_after_the_interval()
    {
        await using var host = await SandboxHost.StartAsync();
        const string Message = """
            {"touser":"zhangsan","msgtype":"text","agentid":1000002,"enable_duplicate_check":1,"duplicate_check_interval":1800,"text":{"content":"GD2605-0001 已派单"}}
            """;

        await host.SendToStaffAsync(Message);
        Assert.Equal(0, Code(await host.SendToStaffAsync(Message)));
        Assert.Single(await host.StaffItemsAsync("zhangsan"));
        host.Clock.Advance(TimeSpan.FromSeconds(1800));
        await host.SendToStaffAsync(Message);

        Assert.Equal(2, (await host.StaffItemsAsync("zhangsan")).Count);
    }

    [Fact]
    public async Task A_text_over_2048_bytes_is_cut()
    {
        await using var host = await SandboxHost.StartAsync();

        await host.SendToStaffAsync(Text("zhangsan", new string('水', 1000)));

        Assert.Equal(682, Assert.Single(await host.StaffItemsAsync("zhangsan")).Text!.Length); // 682 × 3 = 2046 bytes
    }

    [Fact]
    public async Task Another_applications_agent_id_is_refused()
    {
        await using var host = await SandboxHost.StartAsync();

        Assert.Equal(40056, Code(await host.SendToStaffAsync("""{"touser":"zhangsan","msgtype":"text","agentid":7,"text":{"content":"a"}}""")));
    }

    [Fact]
    public async Task A_passive_reply_to_a_press_greys_out_the_buttons_of_the_pressing_member_only()
    {
        await using var host = await SandboxHost.StartAsync();
        await host.SendToStaffAsync(CardMessage("zhangsan|lisi", "t1"));
        host.Answer = x => $"<xml><ToUserName>{x.Element("FromUserName")!.Value}</ToUserName><MsgType>update_button</MsgType>"
            + "<Button><ReplaceName>已接单</ReplaceName></Button></xml>";

        await host.StaffAsync("zhangsan", "press", new { seq = (await host.StaffItemsAsync("zhangsan"))[0].Seq, key = "accept" });

        Assert.Equal("已接单", (await host.StaffItemsAsync("zhangsan"))[0].Card!.Replaced);
        Assert.Null((await host.StaffItemsAsync("lisi"))[0].Card!.Replaced);
    }

    private static Task<HttpResponseMessage> PressAsync(SandboxHost host, string member) =>
        host.Http.PostAsync($"/sandbox/phones/staff/{member}/press",
            new StringContent("""{"seq":2,"key":"accept"}""", System.Text.Encoding.UTF8, "application/json"));

    private static string CardMessage(string to, string taskId) => Message(to, Card.Replace("TASK", taskId, StringComparison.Ordinal));

    private static string Message(string to, string card) =>
        $$"""{"touser":"{{to}}","msgtype":"template_card","agentid":1000002,"template_card":{{card}}}""";

    private static string Text(string to, string content) =>
        $$$"""{"touser":"{{{to}}}","msgtype":"text","agentid":1000002,"text":{"content":"{{{content}}}"}}""";

    private static int Code(JsonElement answer) => answer.GetProperty("errcode").GetInt32();
}
