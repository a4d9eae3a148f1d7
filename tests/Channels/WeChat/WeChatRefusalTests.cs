using System.Net;
using System.Net.Sockets;
using ChatDesk.Channels.Protocol;
using ChatDesk.Tests.Channels.Protocol;

namespace ChatDesk.Tests.Channels.WeChat;

/// <summary>Everything that is wrong is answered with a status, an empty body and a counted reason; the desk never hears of it.</summary>
public sealed class WeChatRefusalTests : CallbackTest
{
    private PlatformCaller WeChat => new(Host.Http, "/callback/wechat/main", CallbackHost.AppId);

    private PlatformCaller Plain => WeChat with { Path = "/callback/wechat/plain" };

    [Fact]
    public async Task An_encrypted_account_refuses_plain_bodies()
    {
        using var response = await WeChat.PostPlainAsync(Messages.Text("你好"));

        await AssertRefused(response, HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task An_unknown_account_is_not_found()
    {
        var unknown = WeChat with { Path = "/callback/wechat/other" };
        using var post = await unknown.PostAsync(Messages.Text("你好"));
        using var get = await unknown.VerifyAsync("1");

        await AssertRefused(post, HttpStatusCode.NotFound);
        await AssertRefused(get, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_wrong_signature_is_refused()
    {
        using Rejections rejections = new();
        var stranger = WeChat with { Token = "guessed" };
        using var post = await stranger.PostAsync(Messages.Text("你好"));
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
        var body = $"<xml><Encrypt>{new CallbackCipher(CallbackHost.Key, CallbackHost.AppId).Encrypt(Messages.Text("你好"))}</Encrypt></xml>";
        using var response = await WeChat.PostRawAsync(query, body);

        await AssertRefused(response, HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_signature_without_the_body_does_not_open_an_encrypted_message()
    {
        var encrypted = new CallbackCipher(CallbackHost.Key, CallbackHost.AppId).Encrypt(Messages.Text("你好"));
        using var response = await WeChat.PostBodyAsync($"<xml><Encrypt>{encrypted}</Encrypt></xml>", encrypted: "");

        await AssertRefused(response, HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData(-11)]
    [InlineData(11)]
    public async Task A_timestamp_more_than_10_minutes_away_is_refused(int minutes)
    {
        using Rejections rejections = new();
        using var response = await (WeChat with { At = DateTimeOffset.UtcNow.AddMinutes(minutes) }).PostAsync(Messages.Text("你好"));

        await AssertRefused(response, HttpStatusCode.Forbidden);
        Assert.True(rejections.Saw("stale"));
    }

    [Fact]
    public async Task A_message_for_another_receive_id_is_refused()
    {
        using Rejections rejections = new();
        using var response = await (WeChat with { ReceiveId = "wxother" }).PostAsync(Messages.Text("你好"));

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
        using var streamed = await Host.Http.SendAsync(request);

        await AssertRefused(announced, HttpStatusCode.RequestEntityTooLarge);
        await AssertRefused(streamed, HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task A_body_that_breaks_http_is_a_bad_request_without_a_page()
    {
        using TcpClient caller = new();
        await caller.ConnectAsync(Host.Http.BaseAddress!.Host, Host.Http.BaseAddress.Port);
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
        var message = CallbackXml.Parse(Messages.Text("你好"))!;
        message.Element(field)!.Remove();
        using var response = await WeChat.PostAsync(message.ToString());

        await AssertRefused(response, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_desk_that_cannot_store_is_not_acknowledged_and_shows_no_exception_page()
    {
        Host.Desk.Answer = _ => throw new InvalidOperationException("no database");
        using var response = await WeChat.PostAsync(Messages.Text("你好"));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsStringAsync());
    }

    private async Task AssertRefused(HttpResponseMessage response, HttpStatusCode status)
    {
        Assert.Equal(status, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsStringAsync());
        Assert.Empty(Host.Desk.Heard);
    }
}
