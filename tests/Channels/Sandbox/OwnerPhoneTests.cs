using System.Net.Http.Json;
using System.Xml.Linq;
using ChatDesk.Channels.Sandbox.Phones;
using Microsoft.AspNetCore.Http;

namespace ChatDesk.Tests.Channels.Sandbox;

public sealed class OwnerPhoneTests
{
    [Fact]
    public async Task A_text_arrives_as_an_encrypted_signed_callback_with_the_documented_elements()
    {
        await using var host = await SandboxHost.StartAsync();

        var result = await host.OwnerAsync("text", new { content = "厨房水管漏水" });

        var xml = Assert.Single(host.Callbacks);
        Assert.Equal("厨房水管漏水", xml.Element("Content")?.Value);
        Assert.Equal("text", xml.Element("MsgType")?.Value);
        Assert.Equal(SandboxHost.Owner, xml.Element("FromUserName")?.Value);
        Assert.StartsWith("gh_", xml.Element("ToUserName")?.Value, StringComparison.Ordinal);
        Assert.Equal("1777597200", xml.Element("CreateTime")?.Value); // date -d 2026-05-01T01:00:00Z +%s
        Assert.Equal(result.MsgId, xml.Element("MsgId")?.Value);
        var query = Assert.Single(host.Queries);
        Assert.Equal("aes", query["encrypt_type"]);
        Assert.Equal(SandboxHost.Owner, query["openid"]);
        Assert.False(string.IsNullOrEmpty(query["signature"]));
    }

    [Fact]
    public async Task A_passive_reply_appears_on_the_phone_with_its_links_and_answers()
    {
        await using var host = await SandboxHost.StartAsync();
        host.Answer = message => Reply(message, "text", """
            <Content><![CDATA[已受理 <a href="http://127.0.0.1/t/abc?x=1&amp;y=2">查看进度</a>
            <a href="weixin://bizmsgmenu?msgmenucontent=%E6%BB%A1%E6%84%8F&msgmenuid=t123.4">满意</a>]]></Content>
            """);

        var result = await host.OwnerAsync("text", new { content = "漏水" });

        Assert.True(result.Accepted);
        Assert.Equal(["me", "them"], (await host.OwnerItemsAsync()).Select(i => i.From));
        Assert.Equal("reply", result.Reply!.Via);
        Assert.Equal(new PhoneLink("查看进度", "http://127.0.0.1/t/abc?x=1&y=2"), Assert.Single(result.Reply.Links));
        Assert.Equal(new PhoneChoice("t123.4", "满意"), Assert.Single(result.Reply.Choices));
    }

    [Fact]
    public async Task An_address_in_the_text_is_a_link_as_in_the_client()
    {
        await using var host = await SandboxHost.StartAsync();
        host.Answer = message => Reply(message, "text", "<Content>进度：http://127.0.0.1:5080/t/GD2611-0001ab，随时可看</Content>");

        var result = await host.OwnerAsync("text", new { content = "漏水" });

        Assert.Equal("http://127.0.0.1:5080/t/GD2611-0001ab", Assert.Single(result.Reply!.Links).Url);
    }

    [Fact]
    public async Task A_tap_on_an_answer_comes_back_as_text_with_its_menu_id()
    {
        await using var host = await SandboxHost.StartAsync();

        await host.OwnerAsync("tap", new { id = "t123.4", content = "满意" });

        var xml = Assert.Single(host.Callbacks);
        Assert.Equal(("text", "满意", "t123.4"), (xml.Element("MsgType")?.Value, xml.Element("Content")?.Value, xml.Element("bizmsgmenuid")?.Value));
    }

    [Fact]
    public async Task Following_by_a_code_and_scanning_again_carry_the_scene_as_documented()
    {
        await using var host = await SandboxHost.StartAsync();

        await host.OwnerAsync("scan", new { scene = "unit12" });
        await host.OwnerAsync("scan", new { scene = "unit12" });
        await host.OwnerAsync("click", new { key = "REPAIR_NEW" });
        await host.OwnerAsync("unfollow");

        Assert.Equal(
            [("subscribe", "qrscene_unit12"), ("SCAN", "unit12"), ("CLICK", "REPAIR_NEW"), ("unsubscribe", "")],
            host.Callbacks.Select(x => (x.Element("Event")!.Value, x.Element("EventKey")!.Value)));
        Assert.All(host.Callbacks, x => Assert.Null(x.Element("MsgId")));
    }

    [Fact]
    public async Task Voice_place_link_and_unknown_types_carry_their_elements()
    {
        await using var host = await SandboxHost.StartAsync();

        await host.OwnerAsync("voice", new { recognition = "电梯坏了" });
        await host.OwnerAsync("location", new { latitude = 23.134, longitude = 113.358, label = "东门岗亭" });
        await host.OwnerAsync("link", new { title = "标题", description = "说明", url = "https://example.com/" });
        await host.OwnerAsync("other", new { msgType = "shortvideo", fields = new Dictionary<string, string> { ["ThumbMediaId"] = "x" } });

        Assert.Equal("电梯坏了", host.Callbacks[0].Element("Recognition")?.Value);
        Assert.Equal(("23.134", "113.358"), (host.Callbacks[1].Element("Location_X")?.Value, host.Callbacks[1].Element("Location_Y")?.Value));
        Assert.Equal("https://example.com/", host.Callbacks[2].Element("Url")?.Value);
        Assert.Equal(("shortvideo", "x"), (host.Callbacks[3].Element("MsgType")?.Value, host.Callbacks[3].Element("ThumbMediaId")?.Value));
    }

    [Fact]
    public async Task A_picture_can_be_fetched_from_the_platform_for_three_days()
    {
        await using var host = await SandboxHost.StartAsync();
        using MultipartFormDataContent form = new() { { new ByteArrayContent([0xFF, 0xD8, 0xFF, 0xE0]), "file", "leak.jpg" } };

        using var sent = await host.Http.PostAsync($"/sandbox/phones/owners/{SandboxHost.Owner}/image", form);
        var mediaId = Assert.Single(host.Callbacks).Element("MediaId")!.Value;
        var address = $"/sandbox/wechat/cgi-bin/media/get?media_id={mediaId}&access_token=";
        var inTime = await host.Http.GetByteArrayAsync(address + await host.WeChatTokenAsync());
        host.Clock.Advance(TimeSpan.FromDays(3));
        var late = await host.Http.GetFromJsonAsync<System.Text.Json.JsonElement>(address + await host.WeChatTokenAsync());

        Assert.Equal([0xFF, 0xD8, 0xFF, 0xE0], inTime);
        Assert.Equal(40007, late.GetProperty("errcode").GetInt32());
    }

    [Fact]
    public async Task Control_characters_and_emoji_travel_as_they_were_typed()
    {
        await using var host = await SandboxHost.StartAsync();
        string? raw = null;
        host.Answer = message => (raw = message.Element("Content")!.Value) is null ? null : null;

        await host.OwnerAsync("text", new { content = "漏水\u0010😀]]>" });

        Assert.Equal("漏水😀]]>", raw); // the desk's reader removes what XML refuses
    }

    [Fact]
    public async Task An_answer_that_the_platform_does_not_understand_shows_the_out_of_service_line()
    {
        await using var host = await SandboxHost.StartAsync();
        host.Misbehave = async http =>
        {
            await http.Response.WriteAsync("<html>502</html>");
            return true;
        };

        var result = await host.OwnerAsync("text", new { content = "你好" });

        Assert.Null(result.Reply);
        Assert.Contains("服务出现故障", (await host.OwnerItemsAsync())[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_without_an_answer_is_tried_three_times_in_all_with_the_same_id()
    {
        await using var host = await SandboxHost.StartAsync();
        await host.FaultAsync(new { kind = "LoseAnswer", api = "wechat", times = 3 });
        host.Answer = message => Reply(message, "text", "<Content>收到</Content>");

        var result = await host.OwnerAsync("text", new { content = "你好" });

        Assert.Equal((false, 3), (result.Accepted, result.Attempts));
        Assert.Equal(3, host.Callbacks.Count);
        Assert.Single(host.Callbacks.Select(x => x.Element("MsgId")!.Value).Distinct());
        Assert.DoesNotContain(await host.OwnerItemsAsync(), i => i.From == "them");
    }

    [Fact]
    public async Task Duplicates_and_repeats_after_another_message_can_be_switched_on()
    {
        await using var host = await SandboxHost.StartAsync();

        await host.FaultAsync(new { kind = "Duplicate", api = "wechat" });
        await host.OwnerAsync("text", new { content = "A" });
        await host.FaultAsync(new { kind = "RepeatLater", api = "wechat" });
        await host.OwnerAsync("text", new { content = "B" });
        await host.OwnerAsync("text", new { content = "C" });

        Assert.Equal(["A", "A", "B", "C", "B"], host.Callbacks.Select(x => x.Element("Content")!.Value));
    }

    [Fact]
    public async Task Two_messages_can_arrive_in_the_wrong_order()
    {
        await using var host = await SandboxHost.StartAsync();
        await host.FaultAsync(new { kind = "Swap", api = "wechat" });

        var first = host.OwnerAsync("text", new { content = "A" });
        while (!(await host.OwnerItemsAsync()).Any(i => i.Text == "A"))
            await Task.Yield();
        var second = host.OwnerAsync("text", new { content = "B" });
        await Task.WhenAll(first, second);

        Assert.Equal(["B", "A"], host.Callbacks.Select(x => x.Element("Content")!.Value));
    }

    [Fact]
    public async Task An_account_in_plaintext_mode_gets_plain_bodies_signed_in_the_query_and_answers_plainly()
    {
        const string Account = "Channels:WeChat:Accounts:demo:";
        await using var host = await SandboxHost.StartAsync(
            (Account + "AppId", "wxba5fad812f8e6fb9"), (Account + "AppSecret", "s"), (Account + "Token", "AAAAA"),
            (Account + "EncodingAesKey", new string('A', 43)), (Account + "Encrypted", "false"),
            ("Channels:WeChat:ApiUrl", "http://127.0.0.1/sandbox/wechat"));
        host.Answer = message => Reply(message, "text", "<Content>收到</Content>");

        var result = await host.OwnerAsync("text", new { content = "漏水" });

        Assert.Equal("漏水", Assert.Single(host.Callbacks).Element("Content")?.Value);
        Assert.False(Assert.Single(host.Queries).ContainsKey("msg_signature"));
        Assert.Equal("收到", result.Reply?.Text);
    }

    [Fact]
    public async Task Nobody_can_speak_here_for_an_account_whose_platform_is_real()
    {
        const string Account = "Channels:WeChat:Accounts:main:";
        await using var host = await SandboxHost.StartAsync(
            (Account + "AppId", "wxba5fad812f8e6fb9"), (Account + "AppSecret", "s"), (Account + "Token", "AAAAA"),
            (Account + "EncodingAesKey", new string('A', 43)));

        using var response = await host.Http.PostAsJsonAsync($"/sandbox/phones/owners/{SandboxHost.Owner}/text", new { content = "漏水" });

        Assert.Equal(System.Net.HttpStatusCode.NotFound, response.StatusCode);
        Assert.Empty(host.Callbacks);
    }

    private static string Reply(XElement message, string type, string content) =>
        $"<xml><ToUserName>{message.Element("FromUserName")!.Value}</ToUserName><FromUserName>{message.Element("ToUserName")!.Value}</FromUserName>"
        + $"<CreateTime>1</CreateTime><MsgType>{type}</MsgType>{content}</xml>";
}
