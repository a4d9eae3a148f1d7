using System.Xml.Linq;
using ChatDesk.Channels.Sandbox.Platform;
using Microsoft.Extensions.Hosting;
using static ChatDesk.Channels.Sandbox.Platform.CallbackXmlWriter;

namespace ChatDesk.Channels.Sandbox.OfficialAccount;

/// <summary>Events that the platform sends by itself, some time after a call was answered.</summary>
/// <remarks>Elements: https://developers.weixin.qq.com/doc/service/guide/product/message/ (接收事件推送).</remarks>
internal sealed class NoticeEvents(CallbackSender callbacks, TimeProvider clock, IHostApplicationLifetime lifetime)
{
    public void TemplateSent(PlayedAccount account, string openId, long messageId) =>
        Send(account, openId, "TEMPLATESENDJOBFINISH", Number("MsgID", messageId), Text("Status", "success"));

    public void SubscriptionSent(PlayedAccount account, string openId, string templateId, long messageId) =>
        Send(account, openId, "subscribe_msg_sent_event", new XElement("SubscribeMsgSentEvent", new XElement("List",
            Text("TemplateId", templateId), Number("MsgID", messageId), Number("ErrorCode", 0), Text("ErrorStatus", "success"))));

    public void Send(PlayedAccount account, string openId, string name, params XElement[] fields)
    {
        var xml = Write(
        [
            Text("ToUserName", account.Address), Text("FromUserName", openId), Number("CreateTime", clock.GetUtcNow().ToUnixTimeSeconds()),
            Text("MsgType", "event"), Text("Event", name), .. fields,
        ]);
        _ = SendAsync(account, xml, openId);
    }

    private async Task SendAsync(PlayedAccount account, string xml, string openId)
    {
        await Task.Yield();
        await ((Task)callbacks.SendAsync(account, "wechat", xml, openId, lifetime.ApplicationStopping)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
