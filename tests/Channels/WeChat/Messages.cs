namespace ChatDesk.Tests.Channels.WeChat;

internal static class Messages
{
    /// <summary>A text message as section 接收普通消息 of the platform's document has it.</summary>
    public static string Text(string content) =>
        "<xml><ToUserName><![CDATA[gh_x]]></ToUserName><FromUserName><![CDATA[oOPENID]]></FromUserName><CreateTime>1700000000</CreateTime>" +
        $"<MsgType><![CDATA[text]]></MsgType><Content><![CDATA[{content}]]></Content><MsgId>22345678901234567</MsgId></xml>";
}
