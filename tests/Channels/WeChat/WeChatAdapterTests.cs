using System.Globalization;
using System.Xml.Linq;
using ChatDesk.Channels.Activities;
using ChatDesk.Channels.Protocol;
using ChatDesk.Channels.WeChat;
using ChatDesk.Tests.Channels.Protocol;

namespace ChatDesk.Tests.Channels.WeChat;

public sealed class WeChatAdapterTests
{
    public static TheoryData<string> Payloads => ActivityFiles.Names("WeChat");

    [Theory, MemberData(nameof(Payloads))]
    public void A_documented_message_becomes_the_expected_activity(string name)
    {
        ActivityFiles.AssertIsAsWritten(Read(name), "WeChat", name);
    }

    [Fact]
    public void The_payloads_were_found()
    {
        Assert.True(Directory.GetFiles("Fixtures/WeChat", "*.xml").Length >= 38);
    }

    [Fact]
    public void A_repeated_event_has_the_same_id()
    {
        Assert.Equal(Read("click").Id, Read("click").Id);
    }

    [Theory]
    [InlineData("FromUserName", "oAnother")]
    [InlineData("CreateTime", "1700000001")]
    [InlineData("Event", "VIEW")]
    [InlineData("EventKey", "OTHER")]
    [InlineData("OpenID", "oSubject")]
    [InlineData("MsgID", "7")]
    public void Events_that_differ_in_one_stable_field_have_different_ids(string field, string value)
    {
        var other = ActivityFiles.Payload("WeChat", "click");
        other.SetElementValue(field, value);
        Assert.NotEqual(Read("click").Id, WeChatAdapter.ToActivity(other, "main").Id);
    }

    [Fact]
    public void Fields_cannot_flow_into_each_other_in_an_events_id()
    {
        var split = ActivityFiles.Payload("WeChat", "click");
        split.SetElementValue("EventKey", "A");
        split.SetElementValue("OpenID", "B");
        var joined = ActivityFiles.Payload("WeChat", "click");
        joined.SetElementValue("EventKey", "A;OpenID=1:B");
        Assert.NotEqual(WeChatAdapter.ToActivity(split, "main").Id, WeChatAdapter.ToActivity(joined, "main").Id);
    }

    [Theory]
    [InlineData("text", "MsgType")]
    [InlineData("text", "FromUserName")]
    [InlineData("text", "ToUserName")]
    [InlineData("text", "CreateTime")]
    [InlineData("text", "MsgId")]
    [InlineData("text", "Content")]
    [InlineData("image", "MediaId")]
    [InlineData("voice", "MediaId")]
    [InlineData("video", "MediaId")]
    [InlineData("location", "Location_X")]
    [InlineData("location", "Location_Y")]
    [InlineData("link", "Title")]
    [InlineData("link", "Url")]
    [InlineData("click", "Event")]
    [InlineData("click", "FromUserName")]
    [InlineData("click", "CreateTime")]
    public void A_field_that_is_always_sent_may_not_be_missing(string name, string field)
    {
        var message = ActivityFiles.Payload("WeChat", name);
        message.Element(field)!.Remove();
        Assert.Throws<FormatException>(() => WeChatAdapter.ToActivity(message, "main"));
    }

    [Theory]
    [InlineData("text", "CreateTime", "yesterday")]
    [InlineData("text", "CreateTime", "-1")]
    [InlineData("text", "CreateTime", "9223372036854775807")]
    [InlineData("text", "FromUserName", "")]
    [InlineData("text", "MsgId", "")]
    [InlineData("location", "Location_X", "north")]
    [InlineData("location", "Location_X", "NaN")]
    [InlineData("location", "Location_X", "90.1")]
    [InlineData("location", "Location_Y", "-180.1")]
    [InlineData("location", "Location_Y", "Infinity")]
    public void A_field_that_is_always_sent_may_not_be_malformed(string name, string field, string value)
    {
        var message = ActivityFiles.Payload("WeChat", name);
        message.SetElementValue(field, value);
        Assert.Throws<FormatException>(() => WeChatAdapter.ToActivity(message, "main"));
    }

    [Fact]
    public void A_type_without_a_message_id_gets_one_of_its_own()
    {
        var message = ActivityFiles.Payload("WeChat", "unknown");
        message.Element("MsgId")!.Remove();
        var id = WeChatAdapter.ToActivity(message, "main").Id;
        Assert.StartsWith("event-", id, StringComparison.Ordinal);
    }

    [Fact]
    public void Degrees_are_read_alike_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        try
        {
            var place = Read("location").Attachments[0].Content!.Value;
            Assert.Equal(31.230416, place.GetProperty("latitude").GetDouble());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Control_characters_are_gone_before_the_xml_is_read()
    {
        var text = new string([.. Enumerable.Range(0, 32).Select(c => (char)c), '\uFFFE', '\uFFFF']);
        var message = Message($"<Content><![CDATA[漏{text}水]]></Content>");
        Assert.Equal("漏\t\n\n水", WeChatAdapter.ToActivity(message, "main").Text);
    }

    private static Activity Read(string name) => WeChatAdapter.ToActivity(ActivityFiles.Payload("WeChat", name), "main");

    private static XElement Message(string content) => CallbackXml.Parse(
        $"<xml><ToUserName>gh</ToUserName><FromUserName>o</FromUserName><CreateTime>1</CreateTime><MsgType>text</MsgType>{content}<MsgId>1</MsgId></xml>")!;
}
