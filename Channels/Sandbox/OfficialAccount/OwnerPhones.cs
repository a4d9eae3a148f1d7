using System.Xml.Linq;
using ChatDesk.Channels.Activities;
using ChatDesk.Channels.Sandbox.Phones;
using ChatDesk.Channels.Sandbox.Platform;
using static ChatDesk.Channels.Sandbox.Platform.CallbackXmlWriter;

namespace ChatDesk.Channels.Sandbox.OfficialAccount;

/// <summary>Owners' WeChat: what is done on a phone becomes a callback, its answer appears on the phone.</summary>
/// <remarks>Elements: https://developers.weixin.qq.com/doc/service/guide/product/message/ (接收普通消息, 接收事件推送).</remarks>
internal sealed class OwnerPhones(
    SandboxPhones phones, SendingWindows windows, Consents consents, MediaShelf media, CallbackSender callbacks, MessageIds ids, SandboxAddress address, TimeProvider clock)
{
    private const string OutOfService = "该公众号提供的服务出现故障，请稍后再试";

    public Task<PhoneResult> FollowAsync(PlayedAccount account, string openId, string? scene, CancellationToken ct)
    {
        phones.SetFollowing(PhoneKind.Owner, openId, following: true);
        Tell(openId, "已关注公众号");
        windows.Tap(account.Key, openId);
        return EventAsync(account, openId, "subscribe", scene is null ? [] : Scene("qrscene_" + scene), ct);
    }

    public Task<PhoneResult> UnfollowAsync(PlayedAccount account, string openId, CancellationToken ct)
    {
        phones.SetFollowing(PhoneKind.Owner, openId, following: false);
        Tell(openId, "已取消关注");
        windows.Close(account.Key, openId);
        return EventAsync(account, openId, "unsubscribe", [Text("EventKey", "")], ct);
    }

    /// <summary>Scans a code: who does not follow yet follows by it.</summary>
    public Task<PhoneResult> ScanAsync(PlayedAccount account, string openId, string scene, CancellationToken ct)
    {
        if (phones.Summary(PhoneKind.Owner, openId) is not { Following: true })
            return FollowAsync(account, openId, scene, ct);
        Tell(openId, "扫描了二维码");
        windows.Tap(account.Key, openId);
        return EventAsync(account, openId, "SCAN", Scene(scene), ct);
    }

    public Task<PhoneResult> ClickAsync(PlayedAccount account, string openId, string key, CancellationToken ct)
    {
        Tell(openId, $"点击了菜单“{key}”");
        windows.Tap(account.Key, openId);
        return EventAsync(account, openId, "CLICK", [Text("EventKey", key)], ct);
    }

    /// <summary>Accepts or refuses 订阅通知 in the box that a page opened.</summary>
    public Task<PhoneResult> ConsentAsync(PlayedAccount account, string openId, OwnerDoes.Consent does, CancellationToken ct)
    {
        foreach (var template in does.TemplateIds.Where(_ => does.Accepts))
            consents.Accept(account.Key, openId, template);
        Tell(openId, does.Accepts ? "已允许发送通知" : "已拒绝发送通知");
        return EventAsync(account, openId, "subscribe_msg_popup_event", [new XElement("SubscribeMsgPopupEvent", does.TemplateIds.Select(Answer))], ct);

        XElement Answer(string template) => new("List",
            Text("TemplateId", template), Text("SubscribeStatusString", does.Accepts ? "accept" : "reject"), Number("PopupScene", 2));
    }

    public Task<PhoneResult> TextAsync(PlayedAccount account, string openId, string content, CancellationToken ct) =>
        MessageAsync(account, openId, new() { From = "me", Kind = "text", Text = content }, "text", [Text("Content", content)], ct);

    /// <summary>Taps an item of a menu or a link in a text: arrives like a text, opens only the short window.</summary>
    public Task<PhoneResult> TapAsync(PlayedAccount account, string openId, OwnerDoes.Tap tap, CancellationToken ct) =>
        MessageAsync(account, openId, new() { From = "me", Kind = "text", Text = tap.Content }, "text",
            [Text("Content", tap.Content), Text("bizmsgmenuid", tap.Id)], ct, isTap: true);

    public Task<PhoneResult> ImageAsync(PlayedAccount account, string openId, MediaFile picture, CancellationToken ct)
    {
        var mediaId = media.Put(picture);
        var url = CustomMessage.PictureUrl(mediaId);
        return MessageAsync(account, openId, new() { From = "me", Kind = "image", Url = url }, "image",
            [Text("PicUrl", new Uri(address.Root(), url).ToString()), Text("MediaId", mediaId)], ct);
    }

    public Task<PhoneResult> VoiceAsync(PlayedAccount account, string openId, string? recognition, CancellationToken ct)
    {
        var mediaId = media.Put(new("voice.amr", "audio/amr", "#!AMR\n"u8.ToArray()));
        List<XElement> fields = [Text("MediaId", mediaId), Text("Format", "amr")];
        if (recognition is not null)
            fields.Add(Text("Recognition", recognition));
        return MessageAsync(account, openId, new() { From = "me", Kind = "voice", Text = recognition }, "voice", fields, ct);
    }

    public Task<PhoneResult> LocationAsync(PlayedAccount account, string openId, OwnerDoes.Location place, CancellationToken ct) =>
        MessageAsync(account, openId, new() { From = "me", Kind = "location", Text = place.Label }, "location",
            [new("Location_X", place.Latitude), new("Location_Y", place.Longitude), Number("Scale", 16), Text("Label", place.Label)], ct);

    public Task<PhoneResult> LinkAsync(PlayedAccount account, string openId, OwnerDoes.Link link, CancellationToken ct) =>
        MessageAsync(account, openId, new() { From = "me", Kind = "link", Title = link.Title, Text = link.Description, Url = link.Url }, "link",
            [Text("Title", link.Title), Text("Description", link.Description), Text("Url", link.Url)], ct);

    public Task<PhoneResult> OtherAsync(PlayedAccount account, string openId, OwnerDoes.Other other, CancellationToken ct) =>
        MessageAsync(account, openId, new() { From = "me", Kind = "text", Text = $"[{other.MsgType}]" }, other.MsgType,
            [.. (other.Fields ?? []).Select(f => Text(f.Key, f.Value))], ct);

    private static XElement[] Scene(string key) => [Text("EventKey", key), Text("Ticket", "gQ" + Guid.NewGuid().ToString("N"))];

    private Task<PhoneResult> MessageAsync(
        PlayedAccount account, string openId, PhoneItem item, string type, IEnumerable<XElement> fields, CancellationToken ct, bool isTap = false)
    {
        if (phones.Summary(PhoneKind.Owner, openId) is not { Following: true })
            phones.SetFollowing(PhoneKind.Owner, openId, following: true);
        phones.Show(PhoneKind.Owner, openId, item);
        if (isTap)
            windows.Tap(account.Key, openId);
        else
            windows.UserMessage(account.Key, openId);
        var messageId = ids.Next();
        return SendAsync(account, openId, type, [.. fields, Number("MsgId", messageId)], messageId.ToString(), ct);
    }

    private Task<PhoneResult> EventAsync(PlayedAccount account, string openId, string name, IEnumerable<XElement> fields, CancellationToken ct) =>
        SendAsync(account, openId, "event", [Text("Event", name), .. fields], messageId: null, ct);

    private async Task<PhoneResult> SendAsync(
        PlayedAccount account, string openId, string type, IEnumerable<XElement> fields, string? messageId, CancellationToken ct)
    {
        var xml = Write(
        [
            Text("ToUserName", account.Address), Text("FromUserName", openId), Number("CreateTime", clock.GetUtcNow().ToUnixTimeSeconds()),
            Text("MsgType", type), .. fields,
        ]);
        var outcome = await callbacks.SendAsync(account, "wechat", xml, openId, ct);
        var reply = outcome.Reply is null ? null : PassiveReply.Read(outcome.Reply, openId, media);
        if (!outcome.Accepted || outcome.Broken || (outcome.Reply is not null && reply is null))
            Tell(openId, OutOfService);
        return new(outcome.Accepted, outcome.Attempts, messageId, reply is null ? null : phones.Show(PhoneKind.Owner, openId, reply));
    }

    private void Tell(string openId, string words) =>
        phones.Show(PhoneKind.Owner, openId, new() { From = "system", Kind = "notice", Text = words });
}
