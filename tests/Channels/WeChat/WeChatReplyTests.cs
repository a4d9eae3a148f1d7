using System.Text;
using System.Xml.Linq;
using ChatDesk.Channels.Activities;
using ChatDesk.Channels.Protocol;
using ChatDesk.Channels.WeChat;
using ChatDesk.Tests.Channels.Protocol;

namespace ChatDesk.Tests.Channels.WeChat;

/// <summary>Expected documents: developers.weixin.qq.com/doc/service/guide/product/message/Passive_user_reply_message.html.</summary>
public sealed class WeChatReplyTests
{
    private static readonly Activity Message = WeChatAdapter.ToActivity(ActivityFiles.Payload("WeChat", "text"), "main");
    private static readonly DateTimeOffset At = DateTimeOffset.FromUnixTimeSeconds(1700000002);

    [Fact]
    public void A_text_goes_back_to_its_writer()
    {
        AssertXml(
            "<xml><ToUserName><![CDATA[oOPENID7Zs1QrGx0a3b]]></ToUserName><FromUserName><![CDATA[gh_97417a04a28d]]></FromUserName>" +
            "<CreateTime>1700000002</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[已受理]]></Content></xml>",
            FakeDesk.Reply(Message, "已受理"));
    }

    [Fact]
    public void An_image_goes_by_its_media_id()
    {
        AssertXml(
            "<xml><ToUserName><![CDATA[oOPENID7Zs1QrGx0a3b]]></ToUserName><FromUserName><![CDATA[gh_97417a04a28d]]></FromUserName>" +
            "<CreateTime>1700000002</CreateTime><MsgType><![CDATA[image]]></MsgType><Image><MediaId><![CDATA[M1]]></MediaId></Image></xml>",
            FakeDesk.Reply(Message, null) with { Attachments = [new("image/jpeg", MediaId: "M1")] });
    }

    [Fact]
    public void A_link_goes_as_one_article()
    {
        AssertXml(
            "<xml><ToUserName><![CDATA[oOPENID7Zs1QrGx0a3b]]></ToUserName><FromUserName><![CDATA[gh_97417a04a28d]]></FromUserName>" +
            "<CreateTime>1700000002</CreateTime><MsgType><![CDATA[news]]></MsgType><ArticleCount>1</ArticleCount><Articles><item>" +
            "<Title><![CDATA[报修进度]]></Title><Description><![CDATA[点开查看]]></Description><PicUrl><![CDATA[]]></PicUrl>" +
            "<Url><![CDATA[https://desk.example/t/1?a=1&b=2]]></Url></item></Articles></xml>",
            FakeDesk.Reply(Message, null) with { Attachments = [new WebLink("报修进度", "点开查看", "https://desk.example/t/1?a=1&b=2", null).ToAttachment()] });
    }

    [Fact]
    public void Choices_become_links_that_answer_when_tapped()
    {
        var reply = FakeDesk.Reply(Message, "本次服务满意吗？") with { SuggestedActions = [new("满意", "t123.4"), new("不 满意&", "t123.1")] };
        Assert.Equal(
            "本次服务满意吗？\n<a href=\"weixin://bizmsgmenu?msgmenucontent=%E6%BB%A1%E6%84%8F&msgmenuid=t123.4\">满意</a>" +
            "\n<a href=\"weixin://bizmsgmenu?msgmenucontent=%E4%B8%8D%20%E6%BB%A1%E6%84%8F%26&msgmenuid=t123.1\">不 满意&</a>",
            Content(reply));
    }

    [Fact]
    public void A_text_over_2048_bytes_is_cut_between_characters_and_keeps_its_links()
    {
        var reply = FakeDesk.Reply(Message, string.Concat(Enumerable.Repeat("👨‍👩‍👧漏", 500))) with { SuggestedActions = [new("满意", "t1")] };
        var content = Content(reply);

        Assert.InRange(Encoding.UTF8.GetByteCount(content), 2048 - 21, 2048);
        Assert.EndsWith("…\n<a href=\"weixin://bizmsgmenu?msgmenucontent=%E6%BB%A1%E6%84%8F&msgmenuid=t1\">满意</a>", content, StringComparison.Ordinal);
        Assert.Matches("^(👨‍👩‍👧漏)*(👨‍👩‍👧)?…", content);
    }

    [Fact]
    public void Anything_a_person_can_write_survives_the_xml()
    {
        Assert.Equal("]]> <![CDATA[ <b> & 😭", Content(FakeDesk.Reply(Message, "]]>\u0001 <![CDATA[ <b> & 😭\uD83D")));
    }

    [Fact]
    public void What_does_not_fit_one_passive_reply_gives_none()
    {
        var image = new Attachment("image/jpeg", MediaId: "M1");
        Assert.Null(WeChatReply.ToXml(Message, FakeDesk.Reply(Message, "看图") with { Attachments = [image] }, At));
        Assert.Null(WeChatReply.ToXml(Message, FakeDesk.Reply(Message, null) with { Attachments = [image, image] }, At));
        Assert.Null(WeChatReply.ToXml(Message, FakeDesk.Reply(Message, null) with { Attachments = [image with { MediaId = null }] }, At));
        Assert.Null(WeChatReply.ToXml(Message, FakeDesk.Reply(Message, ""), At));
    }

    private static string Content(Activity reply) =>
        XElement.Parse(WeChatReply.ToXml(Message, reply, At)!.ToString(SaveOptions.DisableFormatting)).Element("Content")!.Value;

    private static void AssertXml(string expected, Activity reply) =>
        Assert.Equal(expected, WeChatReply.ToXml(Message, reply, At)!.ToString(SaveOptions.DisableFormatting));
}
