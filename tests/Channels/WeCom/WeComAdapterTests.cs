using ChatDesk.Channels.Activities;
using ChatDesk.Channels.WeCom;
using ChatDesk.Tests.Channels.Protocol;

namespace ChatDesk.Tests.Channels.WeCom;

public sealed class WeComAdapterTests
{
    public static TheoryData<string> Payloads => ActivityFiles.Names("WeCom");

    [Theory, MemberData(nameof(Payloads))]
    public void A_documented_message_becomes_the_expected_activity(string name)
    {
        ActivityFiles.AssertIsAsWritten(Read(name), "WeCom", name);
    }

    [Fact]
    public void A_repeated_press_has_the_same_id()
    {
        Assert.Equal(Read("card_press").Id, Read("card_press").Id);
    }

    [Theory]
    [InlineData("FromUserName", "lisi")]
    [InlineData("CreateTime", "1700000001")]
    [InlineData("Event", "template_card_menu_event")]
    [InlineData("EventKey", "reassign")]
    [InlineData("TaskId", "wo-1024-v4")]
    [InlineData("ChangeType", "update_user")]
    [InlineData("UserID", "wangwu")]
    public void Events_that_differ_in_one_stable_field_have_different_ids(string field, string value)
    {
        var other = ActivityFiles.Payload("WeCom", "card_press");
        other.SetElementValue(field, value);
        Assert.NotEqual(Read("card_press").Id, WeComAdapter.ToActivity(other, "dispatch").Id);
    }

    [Theory]
    [InlineData("text", "MsgType")]
    [InlineData("text", "MsgId")]
    [InlineData("text", "Content")]
    [InlineData("card_press", "FromUserName")]
    [InlineData("card_press", "CreateTime")]
    [InlineData("card_press", "Event")]
    public void A_field_that_is_always_sent_may_not_be_missing(string name, string field)
    {
        var message = ActivityFiles.Payload("WeCom", name);
        message.Element(field)!.Remove();
        Assert.Throws<FormatException>(() => WeComAdapter.ToActivity(message, "dispatch"));
    }

    private static Activity Read(string name) => WeComAdapter.ToActivity(ActivityFiles.Payload("WeCom", name), "dispatch");
}
