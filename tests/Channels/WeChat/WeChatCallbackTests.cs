using System.Net;
using System.Net.Sockets;
using ChatDesk.Channels.Activities;
using ChatDesk.Channels.Protocol;
using ChatDesk.Tests.Channels.Protocol;

namespace ChatDesk.Tests.Channels.WeChat;

public sealed class WeChatCallbackTests : IAsyncLifetime
{
    private CallbackHost _host = null!;

    private PlatformCaller WeChat => new(_host.Http, "/callback/wechat/main", CallbackHost.AppId);

    private PlatformCaller Plain => WeChat with { Path = "/callback/wechat/plain" };

    public async Task InitializeAsync() => _host = await CallbackHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Theory]
    [InlineData("1234567890")]
    [InlineData("<b>& +/=%")]
    public async Task The_url_is_verified_by_its_echo_byte_for_byte(string echo)
    {
        using var response = await WeChat.VerifyAsync(echo);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/plain", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(echo, await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task An_encrypted_message_gets_an_encrypted_reply_and_is_handed_over()
    {
        _host.Desk.Answer = message => FakeDesk.Reply(message, "收到😀 ]]> <b>&\u0007");

        using var response = await WeChat.PostAsync(Text("水管漏了"));

        var reply = await WeChat.OpenAsync(response);
        Assert.Equal("oOPENID", reply.Element("ToUserName")!.Value);
        Assert.Equal("gh_x", reply.Element("FromUserName")!.Value);
        Assert.Equal("text", reply.Element("MsgType")!.Value);
        Assert.Equal("收到😀 ]]> <b>&", reply.Element("Content")!.Value);
        Assert.Equal("水管漏了", Assert.Single(_host.Desk.Heard).Text);
        await _host.Desk.HandedOver.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_message_without_a_reply_is_acknowledged_in_plain()
    {
        using var response = await WeChat.PostAsync(Text("谢谢"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("success", await response.Content.ReadAsStringAsync());
        Assert.False(_host.Desk.HandedOver.IsCompleted);
    }

    [Fact]
    public async Task A_reply_that_cannot_be_passive_is_acknowledged_and_not_handed_over()
    {
        _host.Desk.Answer = message => FakeDesk.Reply(message, "看图") with { Attachments = [new(AttachmentType.Image, MediaId: "m")] };

        using var response = await WeChat.PostAsync(Text("你好"));

        Assert.Equal("success", await response.Content.ReadAsStringAsync());
        Assert.False(_host.Desk.HandedOver.IsCompleted);
    }

    [Fact]
    public async Task A_reply_without_a_form_is_acknowledged_and_not_handed_over()
    {
        _host.Desk.Answer = message => FakeDesk.Reply(message, null) with { Attachments = [new(AttachmentType.Link)] };

        using var response = await WeChat.PostAsync(Text("你好"));

        Assert.Equal("success", await response.Content.ReadAsStringAsync());
        Assert.False(_host.Desk.HandedOver.IsCompleted);
    }

    [Fact]
    public async Task A_reply_to_a_caller_who_hung_up_is_not_handed_over()
    {
        _host.Desk.Work = _host.CallerLeft;
        _host.Desk.Answer = message => FakeDesk.Reply(message, "太晚了");
        var call = WeChat.PostAsync(Text("你好"));
        await _host.Desk.Reached.WaitAsync(TimeSpan.FromSeconds(30));
        _host.Http.CancelPendingRequests();

        await Assert.ThrowsAsync<TaskCanceledException>(() => call);
        await _host.RequestEnded.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.False(_host.Desk.HandedOver.IsCompleted);
    }

    [Fact]
    public async Task In_compatible_mode_only_the_encrypted_part_counts()
    {
        var encrypted = new CallbackCipher(CallbackHost.Key, CallbackHost.AppId).Encrypt(Text("真"));

        using var response = await WeChat.PostBodyAsync(Text("假").Replace("</xml>", $"<Encrypt>\n {encrypted} \n</Encrypt></xml>", StringComparison.Ordinal), encrypted);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("真", Assert.Single(_host.Desk.Heard).Text);
    }

    [Fact]
    public async Task A_plaintext_account_takes_and_gives_plain_xml()
    {
        _host.Desk.Answer = message => FakeDesk.Reply(message, "好的");

        using var response = await Plain.PostPlainAsync(Text("你好"));

        Assert.Contains("<![CDATA[好的]]>", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_encrypted_account_refuses_plain_bodies()
    {
        using var response = await WeChat.PostPlainAsync(Text("你好"));

        await AssertRefused(response, HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_account_is_found_in_any_case_and_named_as_configured()
    {
        using var response = await (WeChat with { Path = "/callback/wechat/MAIN" }).PostAsync(Text("你好"));

        Assert.Equal("main", Assert.Single(_host.Desk.Heard).Account);
    }

    [Fact]
    public async Task An_unknown_account_is_not_found()
    {
        var unknown = WeChat with { Path = "/callback/wechat/other" };
        using var post = await unknown.PostAsync(Text("你好"));
        using var get = await unknown.VerifyAsync("1");

        await AssertRefused(post, HttpStatusCode.NotFound);
        await AssertRefused(get, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_wrong_signature_is_refused()
    {
        using Rejections rejections = new();
        var stranger = WeChat with { Token = "guessed" };
        using var post = await stranger.PostAsync(Text("你好"));
        using var get = await stranger.VerifyAsync("1");

        await AssertRefused(post, HttpStatusCode.Forbidden);
        await AssertRefused(get, HttpStatusCode.Forbidden);
        Assert.True(rejections.Saw("signature"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("msg_signature=&timestamp=&nonce=")]
    [InlineData("msg_signature=899cf89e464efb63f54ddac96b0a0a235f53aa78&timestamp=1&timestamp=2&nonce=x")]
    public async Task A_missing_signature_is_refused(string query)
    {
        var body = $"<xml><Encrypt>{new CallbackCipher(CallbackHost.Key, CallbackHost.AppId).Encrypt(Text("你好"))}</Encrypt></xml>";
        using var response = await WeChat.PostRawAsync(query, body);

        await AssertRefused(response, HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_signature_without_the_body_does_not_open_an_encrypted_message()
    {
        var encrypted = new CallbackCipher(CallbackHost.Key, CallbackHost.AppId).Encrypt(Text("你好"));
        using var response = await WeChat.PostBodyAsync($"<xml><Encrypt>{encrypted}</Encrypt></xml>", encrypted: "");

        await AssertRefused(response, HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData(-11)]
    [InlineData(11)]
    public async Task A_timestamp_more_than_10_minutes_away_is_refused(int minutes)
    {
        using Rejections rejections = new();
        using var response = await (WeChat with { At = DateTimeOffset.UtcNow.AddMinutes(minutes) }).PostAsync(Text("你好"));

        await AssertRefused(response, HttpStatusCode.Forbidden);
        Assert.True(rejections.Saw("stale"));
    }

    [Theory]
    [InlineData(-9)]
    [InlineData(9)]
    public async Task A_timestamp_less_than_10_minutes_away_is_accepted(int minutes)
    {
        using var response = await (WeChat with { At = DateTimeOffset.UtcNow.AddMinutes(minutes) }).PostAsync(Text("你好"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task A_replayed_body_reaches_the_desk_under_the_same_id()
    {
        using var first = await WeChat.PostAsync(Text("你好"));
        using var again = await WeChat.PostAsync(Text("你好"));

        Assert.Equal(["22345678901234567", "22345678901234567"], _host.Desk.Heard.Select(a => a.Id));
    }

    [Fact]
    public async Task A_message_for_another_receive_id_is_refused()
    {
        using Rejections rejections = new();
        using var response = await (WeChat with { ReceiveId = "wxother" }).PostAsync(Text("你好"));

        await AssertRefused(response, HttpStatusCode.BadRequest);
        Assert.True(rejections.Saw("id"));
    }

    [Theory]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "padding")]
    [InlineData("AAAA", "length")]
    [InlineData("AAA", "encoding")]
    [InlineData("", "length")]
    public async Task A_broken_cipher_text_is_a_bad_request(string encrypted, string reason)
    {
        using Rejections rejections = new();
        using var response = await WeChat.PostEncryptedAsync(encrypted);

        await AssertRefused(response, HttpStatusCode.BadRequest);
        Assert.True(rejections.Saw(reason));
    }

    public static TheoryData<string> BadXml =>
    [
        "",
        "no xml",
        "<xml>",
        "<xml></xml><xml></xml>",
        "<xml><Content>&undefined;</Content></xml>",
        "<!DOCTYPE xml [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><xml><Content>&e;</Content></xml>",
        "<!DOCTYPE xml [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><xml>&b;</xml>",
        string.Concat(Enumerable.Repeat("<a>", 100_000)),
        string.Concat(Enumerable.Repeat("<a>", 50_000)) + string.Concat(Enumerable.Repeat("</a>", 50_000)),
    ];

    [Theory, MemberData(nameof(BadXml))]
    public async Task Bad_xml_is_a_bad_request_inside_and_outside_the_cipher(string xml)
    {
        using var inside = await WeChat.PostAsync(xml);
        using var outside = await WeChat.PostBodyAsync(xml, encrypted: "");
        using var plain = await Plain.PostPlainAsync(xml);

        await AssertRefused(inside, HttpStatusCode.BadRequest);
        await AssertRefused(outside, HttpStatusCode.BadRequest);
        await AssertRefused(plain, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_body_over_1_MB_is_too_large_whether_its_length_is_announced_or_not()
    {
        var body = $"<xml><Content>{new string('x', CallbackXml.MaxBytes)}</Content></xml>";
        using var announced = await WeChat.PostBodyAsync(body, encrypted: "");
        using HttpRequestMessage request = new(HttpMethod.Post, "/callback/wechat/main") { Content = new StringContent(body) };
        request.Headers.TransferEncodingChunked = true;
        using var streamed = await _host.Http.SendAsync(request);

        await AssertRefused(announced, HttpStatusCode.RequestEntityTooLarge);
        await AssertRefused(streamed, HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task A_body_that_breaks_http_is_a_bad_request_without_a_page()
    {
        using TcpClient caller = new();
        await caller.ConnectAsync(_host.Http.BaseAddress!.Host, _host.Http.BaseAddress.Port);
        await caller.GetStream().WriteAsync(
            "POST /callback/wechat/main HTTP/1.1\r\nHost: desk\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\nno chunk\r\n"u8.ToArray());
        using StreamReader answer = new(caller.GetStream());

        var text = await answer.ReadToEndAsync();

        Assert.StartsWith("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n", text, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MsgType")]
    [InlineData("FromUserName")]
    [InlineData("CreateTime")]
    [InlineData("MsgId")]
    public async Task A_message_without_a_field_that_is_always_sent_is_a_bad_request(string field)
    {
        var message = CallbackXml.Parse(Text("你好"))!;
        message.Element(field)!.Remove();
        using var response = await WeChat.PostAsync(message.ToString());

        await AssertRefused(response, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_type_nobody_knows_reaches_the_desk_under_its_name()
    {
        using var response = await WeChat.PostAsync(Text("你好").Replace("[text]", "[hologram]", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("hologram", Assert.Single(_host.Desk.Heard).Name);
    }

    [Fact]
    public async Task Control_characters_and_emoji_reach_the_desk_as_clean_text()
    {
        using var response = await WeChat.PostAsync(Text("漏\u0010水\u001D😭\u0000"));

        Assert.Equal("漏水😭", Assert.Single(_host.Desk.Heard).Text);
    }

    [Fact]
    public async Task A_desk_that_cannot_store_is_not_acknowledged_and_shows_no_exception_page()
    {
        _host.Desk.Answer = _ => throw new InvalidOperationException("no database");
        using var response = await WeChat.PostAsync(Text("你好"));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsStringAsync());
    }

    private static string Text(string content) =>
        "<xml><ToUserName><![CDATA[gh_x]]></ToUserName><FromUserName><![CDATA[oOPENID]]></FromUserName><CreateTime>1700000000</CreateTime>" +
        $"<MsgType><![CDATA[text]]></MsgType><Content><![CDATA[{content}]]></Content><MsgId>22345678901234567</MsgId></xml>";

    private async Task AssertRefused(HttpResponseMessage response, HttpStatusCode status)
    {
        Assert.Equal(status, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsStringAsync());
        Assert.Empty(_host.Desk.Heard);
    }
}
