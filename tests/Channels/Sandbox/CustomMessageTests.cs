using System.Text.Json;

namespace ChatDesk.Tests.Channels.Sandbox;

public sealed class CustomMessageTests
{
    [Fact]
    public async Task Five_messages_follow_a_users_message_and_the_sixth_is_45047_until_the_user_writes_again()
    {
        await using var host = await SandboxHost.StartAsync();
        await host.OwnerAsync("text", new { content = "你好" });

        List<int> codes = [];
        for (var i = 0; i < 6; i++)
            codes.Add(Code(await host.SendTextToOwnerAsync()));
        await host.OwnerAsync("text", new { content = "在吗" });
        codes.Add(Code(await host.SendTextToOwnerAsync()));

        Assert.Equal([0, 0, 0, 0, 0, 45047, 0], codes);
        Assert.Equal(6, (await host.OwnerItemsAsync()).Count(i => i is { From: "them", Via: "message" }));
    }

    [Fact]
    public async Task Forty_eight_hours_after_the_users_message_the_window_is_closed()
    {
        await using var host = await SandboxHost.StartAsync();
        await host.OwnerAsync("text", new { content = "你好" });

        host.Clock.Advance(TimeSpan.FromHours(48) - TimeSpan.FromSeconds(1));
        var before = Code(await host.SendTextToOwnerAsync());
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        var after = Code(await host.SendTextToOwnerAsync());

        Assert.Equal((0, 45015), (before, after));
    }

    [Theory]
    [InlineData("follow", "{}")]
    [InlineData("click", """{"key":"REPAIR_NEW"}""")]
    [InlineData("scan", """{"scene":"unit12"}""")]
    [InlineData("tap", """{"id":"t1","content":"满意"}""")]
    public async Task A_follow_a_click_a_scan_and_a_tap_allow_three_messages_within_one_minute(string action, string body)
    {
        await using var host = await SandboxHost.StartAsync();
        await host.OwnerAsync(action, JsonSerializer.Deserialize<JsonElement>(body));

        List<int> codes = [];
        for (var i = 0; i < 4; i++)
            codes.Add(Code(await host.SendTextToOwnerAsync()));
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        codes.Add(Code(await host.SendTextToOwnerAsync()));

        Assert.Equal([0, 0, 0, 45047, 45015], codes);
    }

    [Fact]
    public async Task Nobody_writes_to_strangers_or_to_people_who_unfollowed()
    {
        await using var host = await SandboxHost.StartAsync();
        await host.OwnerAsync("text", new { content = "你好" });
        await host.OwnerAsync("unfollow");

        Assert.Equal(40003, Code(await host.SendTextToOwnerAsync(openId: "oNobody")));
        Assert.Equal(45015, Code(await host.SendTextToOwnerAsync()));
    }

    [Theory]
    [InlineData("", 44002)]
    [InlineData("{", 47001)]
    [InlineData("""{"touser":"oOwner1","msgtype":"text","text":{"content":""}}""", 44004)]
    [InlineData("""{"touser":"oOwner1","msgtype":"text","text":{"content":"\u6c34"}}""", 40033)]
    [InlineData("""{"touser":"oOwner1","msgtype":"text"}""", 40035)]
    [InlineData("""{"touser":"oOwner1","msgtype":"poem","poem":{}}""", 40008)]
    [InlineData("""{"touser":"oOwner1","msgtype":"image","image":{"media_id":"unknown"}}""", 40007)]
    [InlineData("""{"touser":"oOwner1","msgtype":"news","news":{"articles":[{"title":"a"},{"title":"b"}]}}""", 45008)]
    [InlineData("""{"touser":"oOwner1","msgtype":"msgmenu","msgmenu":{"head_content":"?","list":[]}}""", 40035)]
    public async Task A_bad_message_gets_the_documented_code_and_costs_no_budget(string json, int code)
    {
        await using var host = await SandboxHost.StartAsync();
        await host.OwnerAsync("text", new { content = "你好" });

        Assert.Equal(code, Code(await host.SendToOwnerAsync(json)));
        for (var i = 0; i < 5; i++)
            Assert.Equal(0, Code(await host.SendTextToOwnerAsync()));
    }

    [Fact]
    public async Task News_and_menus_show_on_the_phone()
    {
        await using var host = await SandboxHost.StartAsync();
        await host.OwnerAsync("text", new { content = "你好" });

        await host.SendToOwnerAsync("""{"touser":"oOwner1","msgtype":"news","news":{"articles":[{"title":"进度","description":"已派单","url":"https://example.com/t/1"}]}}""");
        await host.SendToOwnerAsync("""
            {"touser":"oOwner1","msgtype":"msgmenu","msgmenu":{"head_content":"满意吗？https://example.com/s/1","list":[{"id":"a","content":"满意"},{"id":"b","content":"不满意"}],"tail_content":"谢谢"}}
            """);

        var items = await host.OwnerItemsAsync();
        Assert.Equal(("进度", "已派单", "https://example.com/t/1"), (items[^2].Title, items[^2].Text, items[^2].Url));
        Assert.Equal(["a", "b"], items[^1].Choices.Select(c => c.Id));
        Assert.Equal("https://example.com/s/1", Assert.Single(items[^1].Links).Url);
    }

    private static int Code(JsonElement answer) => answer.GetProperty("errcode").GetInt32();
}
