using System.Net;
using ChatDesk.Channels.Activities;
using ChatDesk.Channels.Protocol;
using ChatDesk.Tests.Channels.Protocol;

namespace ChatDesk.Tests.Channels.WeChat;

public sealed class WeChatCallbackTests : CallbackTest
{
    private PlatformCaller WeChat => new(Host.Http, "/callback/wechat/main", CallbackHost.AppId);

    private PlatformCaller Plain => WeChat with { Path = "/callback/wechat/plain" };

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
        Host.Desk.Answer = message => FakeDesk.Reply(message, "收到😀 ]]> <b>&\u0007");

        using var response = await WeChat.PostAsync(Messages.Text("水管漏了"));

        var reply = await WeChat.OpenAsync(response);
        Assert.Equal("oOPENID", reply.Element("ToUserName")!.Value);
        Assert.Equal("gh_x", reply.Element("FromUserName")!.Value);
        Assert.Equal("text", reply.Element("MsgType")!.Value);
        Assert.Equal("收到😀 ]]> <b>&", reply.Element("Content")!.Value);
        Assert.Equal("水管漏了", Assert.Single(Host.Desk.Heard).Text);
        await Host.Desk.HandedOver.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_message_without_a_reply_is_acknowledged_in_plain()
    {
        using var response = await WeChat.PostAsync(Messages.Text("谢谢"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("success", await response.Content.ReadAsStringAsync());
        Assert.False(Host.Desk.HandedOver.IsCompleted);
    }

    [Fact]
    public async Task A_reply_that_cannot_be_passive_is_acknowledged_and_not_handed_over()
    {
        Host.Desk.Answer = message => FakeDesk.Reply(message, "看图") with { Attachments = [new(AttachmentType.Image, MediaId: "m")] };

        using var response = await WeChat.PostAsync(Messages.Text("你好"));

        Assert.Equal("success", await response.Content.ReadAsStringAsync());
        Assert.False(Host.Desk.HandedOver.IsCompleted);
    }

    [Fact]
    public async Task A_reply_without_a_form_is_acknowledged_and_not_handed_over()
    {
        Host.Desk.Answer = message => FakeDesk.Reply(message, null) with { Attachments = [new(AttachmentType.Link)] };

        using var response = await WeChat.PostAsync(Messages.Text("你好"));

        Assert.Equal("success", await response.Content.ReadAsStringAsync());
        Assert.False(Host.Desk.HandedOver.IsCompleted);
    }

    [Fact]
    public async Task A_reply_to_a_caller_who_hung_up_is_not_handed_over()
    {
        Host.Desk.Work = Host.CallerLeft;
        Host.Desk.Answer = message => FakeDesk.Reply(message, "太晚了");
        var call = WeChat.PostAsync(Messages.Text("你好"));
        await Host.Desk.Reached.WaitAsync(TimeSpan.FromSeconds(30));
        Host.Http.CancelPendingRequests();

        await Assert.ThrowsAsync<TaskCanceledException>(() => call);
        await Host.RequestEnded.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.False(Host.Desk.HandedOver.IsCompleted);
    }

    [Fact]
    public async Task In_compatible_mode_only_the_encrypted_part_counts()
    {
        var encrypted = new CallbackCipher(CallbackHost.Key, CallbackHost.AppId).Encrypt(Messages.Text("真"));

        using var response = await WeChat.PostBodyAsync(Messages.Text("假").Replace("</xml>", $"<Encrypt>\n {encrypted} \n</Encrypt></xml>", StringComparison.Ordinal), encrypted);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("真", Assert.Single(Host.Desk.Heard).Text);
    }

    [Fact]
    public async Task A_plaintext_account_takes_and_gives_plain_xml()
    {
        Host.Desk.Answer = message => FakeDesk.Reply(message, "好的");

        using var response = await Plain.PostPlainAsync(Messages.Text("你好"));

        Assert.Contains("<![CDATA[好的]]>", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_account_is_found_in_any_case_and_named_as_configured()
    {
        using var response = await (WeChat with { Path = "/callback/wechat/MAIN" }).PostAsync(Messages.Text("你好"));

        Assert.Equal("main", Assert.Single(Host.Desk.Heard).Account);
    }

    [Theory]
    [InlineData(-9)]
    [InlineData(9)]
    public async Task A_timestamp_less_than_10_minutes_away_is_accepted(int minutes)
    {
        using var response = await (WeChat with { At = DateTimeOffset.UtcNow.AddMinutes(minutes) }).PostAsync(Messages.Text("你好"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task A_replayed_body_reaches_the_desk_under_the_same_id()
    {
        using var first = await WeChat.PostAsync(Messages.Text("你好"));
        using var again = await WeChat.PostAsync(Messages.Text("你好"));

        Assert.Equal(["22345678901234567", "22345678901234567"], Host.Desk.Heard.Select(a => a.Id));
    }

    [Fact]
    public async Task A_type_nobody_knows_reaches_the_desk_under_its_name()
    {
        using var response = await WeChat.PostAsync(Messages.Text("你好").Replace("[text]", "[hologram]", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("hologram", Assert.Single(Host.Desk.Heard).Name);
    }

    [Fact]
    public async Task Control_characters_and_emoji_reach_the_desk_as_clean_text()
    {
        using var response = await WeChat.PostAsync(Messages.Text("漏\u0010水\u001D😭\u0000"));

        Assert.Equal("漏水😭", Assert.Single(Host.Desk.Heard).Text);
    }
}
