using System.Text.Json;

namespace ChatDesk.Tests.Channels.Sandbox;

/// <summary>Codes and rules: api_sendtemplatemessage, api_sendnewsubscribemsg.</summary>
public sealed class NoticeTests
{
    private static readonly (string, string)[] Templates =
    [
        ("Channels:WeChat:ApiUrl", "http://chatdesk-sandbox.invalid/sandbox/wechat"),
        ("Channels:WeChat:Accounts:demo:AppId", "wxba5fad812f8e6fb9"),
        ("Channels:WeChat:Accounts:demo:AppSecret", "secret"),
        ("Channels:WeChat:Accounts:demo:Token", "AAAAA"),
        ("Channels:WeChat:Accounts:demo:EncodingAesKey", new string('A', 43)),
        ("Channels:WeChat:Accounts:demo:Templates:assigned:Id", "T1"),
        ("Channels:WeChat:Accounts:demo:Templates:assigned:Fields:thing2", "{subject}"),
        ("Channels:WeChat:Accounts:demo:Templates:finished:Id", "T2"),
        ("Channels:WeChat:Accounts:demo:Templates:finished:Kind", "Subscription"),
        ("Channels:WeChat:Accounts:demo:Templates:finished:Fields:phrase2", "{status}"),
    ];

    [Theory]
    [InlineData("""{"touser":"oOwner1","template_id":"T1","data":{"thing2":{"value":"厨房水管漏水"}}}""", 0)]
    [InlineData("""{"touser":"oNobody","template_id":"T1","data":{"thing2":{"value":"漏水"}}}""", 40003)]
    [InlineData("""{"touser":"oOwner1","template_id":"T9","data":{"thing2":{"value":"漏水"}}}""", 40037)]
    [InlineData("""{"touser":"oOwner1","template_id":"T2","data":{"phrase2":{"value":"漏水"}}}""", 40037)]
    [InlineData("""{"touser":"oOwner1","template_id":"T1","data":{"thing2":{"value":"123456789012345678901"}}}""", 47003)]
    [InlineData("""{"touser":"oOwner1","template_id":"T1","data":{"thing2":{"value":""}}}""", 47003)]
    [InlineData("""{"touser":"oOwner1","template_id":"T1","data":"{\"thing2\":{\"value\":\"漏水\"}}"}""", 47003)]
    [InlineData("""{"touser":"oOwner1","template_id":"T1","data":{"thing2":{"value":"\u6c34"}}}""", 40033)]
    public async Task A_template_message_is_checked_as_the_document_says(string json, int code)
    {
        await using var host = await SandboxHost.StartAsync(Templates);
        await host.OwnerAsync("follow");

        Assert.Equal(code, Code(await SendAsync(host, "template/send", json)));
    }

    [Fact]
    public async Task A_template_message_shows_on_the_followers_phone_and_its_result_is_called_back()
    {
        await using var host = await SandboxHost.StartAsync(Templates);
        await host.OwnerAsync("follow");

        var answer = await SendAsync(host, "template/send", """{"touser":"oOwner1","template_id":"T1","url":"https://example.com/t","data":{"thing2":{"value":"漏水"}}}""");

        var item = (await host.OwnerItemsAsync())[^1];
        Assert.Equal(("template", "事项：漏水", "https://example.com/t"), (item.Kind, item.Text, item.Url));
        var result = await host.CallbackAsync("TEMPLATESENDJOBFINISH");
        Assert.Equal(answer.GetProperty("msgid").GetInt64().ToString(), result.Element("MsgID")!.Value);
        Assert.Equal("success", result.Element("Status")!.Value);
    }

    [Fact]
    public async Task A_repeated_client_msg_id_is_swallowed_for_ten_minutes()
    {
        await using var host = await SandboxHost.StartAsync(Templates);
        await host.OwnerAsync("follow");
        const string json = """{"touser":"oOwner1","template_id":"T1","client_msg_id":"c1","data":{"thing2":{"value":"漏水"}}}""";

        var first = await SendAsync(host, "template/send", json);
        var again = await SendAsync(host, "template/send", json);
        host.Clock.Advance(TimeSpan.FromMinutes(10));
        var later = await SendAsync(host, "template/send", json);

        Assert.Equal(first.GetProperty("msgid").GetInt64(), again.GetProperty("msgid").GetInt64());
        Assert.NotEqual(first.GetProperty("msgid").GetInt64(), later.GetProperty("msgid").GetInt64());
        Assert.Equal(2, (await host.OwnerItemsAsync()).Count(i => i.Kind == "template"));
    }

    [Fact]
    public async Task Who_unfollowed_gets_no_template_message()
    {
        await using var host = await SandboxHost.StartAsync(Templates);
        await host.OwnerAsync("follow");
        await host.OwnerAsync("unfollow");

        Assert.Equal(43004, Code(await SendAsync(host, "template/send", """{"touser":"oOwner1","template_id":"T1","data":{"thing2":{"value":"漏水"}}}""")));
    }

    [Fact]
    public async Task One_consent_is_one_notice_also_to_people_who_do_not_follow()
    {
        await using var host = await SandboxHost.StartAsync(Templates);
        await host.OwnerAsync("follow");
        await host.OwnerAsync("unfollow");
        const string json = """{"touser":"oOwner1","template_id":"T2","page":"https://example.com/t","data":{"phrase2":{"value":"已完工"}}}""";

        var before = Code(await SendAsync(host, "subscribe/bizsend", json));
        await host.OwnerAsync("consent", new { templateIds = new[] { "T2" } });
        var accepted = Code(await SendAsync(host, "subscribe/bizsend", json));
        var second = Code(await SendAsync(host, "subscribe/bizsend", json));
        await host.OwnerAsync("consent", new { templateIds = new[] { "T2" }, accepts = false });
        var refused = Code(await SendAsync(host, "subscribe/bizsend", json));

        Assert.Equal((43101, 0, 43101, 43101), (before, accepted, second, refused));
        var popup = await host.CallbackAsync("subscribe_msg_popup_event");
        Assert.Equal("accept", popup.Descendants("SubscribeStatusString").Single().Value);
        var sent = await host.CallbackAsync("subscribe_msg_sent_event");
        Assert.Equal("T2", sent.Descendants("TemplateId").Single().Value);
    }

    private static int Code(JsonElement answer) => answer.GetProperty("errcode").GetInt32();

    private static async Task<JsonElement> SendAsync(SandboxHost host, string call, string json) =>
        await host.CallAsync($"/sandbox/wechat/cgi-bin/message/{call}?access_token={await host.WeChatTokenAsync()}", json);
}
