using System.Net;
using ChatDesk.Channels.Activities;
using ChatDesk.Tests.Channels.Protocol;

namespace ChatDesk.Tests.Channels.WeCom;

public sealed class WeComCallbackTests : CallbackTest
{
    private PlatformCaller WeCom => new(Host.Http, "/callback/wecom/dispatch", CallbackHost.CorpId);

    [Fact]
    public async Task The_url_is_verified_by_the_decrypted_echo_and_nothing_else()
    {
        using var response = await WeCom.VerifyEncryptedAsync("1616140317555161061");

        Assert.Equal("1616140317555161061"u8.ToArray(), await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task An_echo_that_is_not_encrypted_is_refused()
    {
        using var response = await WeCom.VerifyAsync("1616140317555161061");

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task A_press_without_a_reply_is_acknowledged_with_nothing()
    {
        using var response = await WeCom.PostAsync(File.ReadAllText("Fixtures/WeCom/card_press.xml"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
        Assert.Equal(EventName.CardAction, Assert.Single(Host.Desk.Heard).Name);
    }

    [Fact]
    public async Task A_text_gets_an_encrypted_text_from_the_corporation()
    {
        Host.Desk.Answer = message => FakeDesk.Reply(message, "已记录");

        using var response = await WeCom.PostAsync(File.ReadAllText("Fixtures/WeCom/text.xml"));

        var reply = await WeCom.OpenAsync(response);
        Assert.Equal("zhangsan", reply.Element("ToUserName")!.Value);
        Assert.Equal(CallbackHost.CorpId, reply.Element("FromUserName")!.Value);
        Assert.Equal("已记录", reply.Element("Content")!.Value);
    }

    [Fact]
    public async Task A_message_for_another_corporation_is_refused()
    {
        using var response = await (WeCom with { ReceiveId = "wx49f0ab532d5d035a" }).PostAsync(File.ReadAllText("Fixtures/WeCom/text.xml"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(Host.Desk.Heard);
    }

    [Fact]
    public async Task A_plain_body_is_refused()
    {
        using var response = await WeCom.PostPlainAsync(File.ReadAllText("Fixtures/WeCom/text.xml"));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task An_unknown_application_is_not_found()
    {
        using var response = await (WeCom with { Path = "/callback/wecom/other" }).PostAsync("<xml/>");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }
}
