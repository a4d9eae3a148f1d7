using System.Xml.Linq;
using ChatDesk.Channels.Activities;
using ChatDesk.Channels.Sandbox.OfficialAccount;
using ChatDesk.Channels.Sandbox.Phones;
using ChatDesk.Channels.Sandbox.Platform;
using static ChatDesk.Channels.Sandbox.Platform.CallbackXmlWriter;

namespace ChatDesk.Channels.Sandbox.WeComApp;

/// <summary>Members' WeCom: what is done on a phone becomes a callback, its answer appears on the phone.</summary>
/// <remarks>Elements: https://developer.work.weixin.qq.com/document/path/90239 and 90240; replies: 90241.</remarks>
internal sealed class StaffPhones(
    SandboxPhones phones, MediaShelf media, CallbackSender callbacks, MessageIds ids, ResponseCodes codes, SandboxAddress address, TimeProvider clock)
{
    public Task<PhoneResult> TextAsync(PlayedAccount app, string userId, string content, CancellationToken ct) =>
        MessageAsync(app, userId, new() { From = "me", Kind = "text", Text = content }, "text", [Text("Content", content)], ct);

    public Task<PhoneResult> ImageAsync(PlayedAccount app, string userId, MediaFile picture, CancellationToken ct)
    {
        var mediaId = media.Put(picture);
        var url = CustomMessage.PictureUrl(mediaId);
        return MessageAsync(app, userId, new() { From = "me", Kind = "image", Url = url }, "image",
            [Text("PicUrl", new Uri(address.Root(), url).ToString()), Text("MediaId", mediaId)], ct);
    }

    public Task<PhoneResult> OpenAsync(PlayedAccount app, string userId, CancellationToken ct) =>
        EventAsync(app, userId, "enter_agent", [Text("EventKey", "")], ct);

    public Task<PhoneResult> ClickAsync(PlayedAccount app, string userId, string key, CancellationToken ct) =>
        EventAsync(app, userId, "click", [Text("EventKey", key)], ct);

    /// <summary>Presses a button of a card. Each press carries a fresh code.</summary>
    public Task<PhoneResult> PressAsync(PlayedAccount app, string userId, PhoneCard card, StaffDoes.Press press, CancellationToken ct) =>
        SendAsync(app, userId, "event",
        [
            Text("Event", card.Menu.Any(m => m.Key == press.Key) ? "template_card_menu_event" : "template_card_event"), Text("EventKey", press.Key), Text("TaskId", card.TaskId), Text("CardType", card.Type),
            Text("ResponseCode", codes.Issue(app.Key, card.MessageId)), Text("AgentID", app.Id), .. Selected(press),
        ], messageId: null, card, ct);

    private static IEnumerable<XElement> Selected(StaffDoes.Press press) => press.Selected is not { Count: > 0 } selected ? [] :
    [
        new("SelectedItems", selected.Select(answer => new XElement("SelectedItem",
            Text("QuestionKey", answer.Key), new XElement("OptionIds", answer.Value.Select(id => Text("OptionId", id)))))),
    ];

    /// <returns>The card with this number on the phone if the button is there to be pressed.</returns>
    public PhoneCard? FindPressable(string userId, StaffDoes.Press press)
    {
        var card = phones.Screen(PhoneKind.Staff, userId).Items.FirstOrDefault(i => i.Seq == press.Seq)?.Card;
        if (card is null)
            return null;
        var isButton = card.Replaced is null && card.Buttons.Any(b => b.Key == press.Key);
        return isButton || card.Menu.Any(m => m.Key == press.Key) ? card : null;
    }

    private Task<PhoneResult> MessageAsync(
        PlayedAccount app, string userId, PhoneItem item, string type, IEnumerable<XElement> fields, CancellationToken ct)
    {
        phones.Show(PhoneKind.Staff, userId, item);
        var messageId = ids.Next();
        return SendAsync(app, userId, type, [.. fields, Number("MsgId", messageId), Text("AgentID", app.Id)], messageId.ToString(), pressed: null, ct);
    }

    private Task<PhoneResult> EventAsync(PlayedAccount app, string userId, string name, IEnumerable<XElement> fields, CancellationToken ct) =>
        SendAsync(app, userId, "event", [Text("Event", name), .. fields, Text("AgentID", app.Id)], messageId: null, pressed: null, ct);

    private async Task<PhoneResult> SendAsync(
        PlayedAccount app, string userId, string type, IEnumerable<XElement> fields, string? messageId, PhoneCard? pressed, CancellationToken ct)
    {
        var xml = Write(
        [
            Text("ToUserName", app.Address), Text("FromUserName", userId), Number("CreateTime", clock.GetUtcNow().ToUnixTimeSeconds()),
            Text("MsgType", type), .. fields,
        ]);
        var outcome = await callbacks.SendAsync(app, "wecom", xml, sender: null, ct);
        return new(outcome.Accepted, outcome.Attempts, messageId, outcome.Reply is null ? null : Show(outcome.Reply, userId, pressed));
    }

    private PhoneItem? Show(XElement reply, string userId, PhoneCard? pressed)
    {
        if (pressed is not null && reply.Element("MsgType")?.Value == "update_button")
        {
            var words = reply.Element("Button")?.Element("ReplaceName")?.Value ?? "";
            phones.UpdateCards(pressed.MessageId, [userId], card => CardView.Close(card, words));
            return null;
        }

        return PassiveReply.Read(reply, userId, media) is { } item ? phones.Show(PhoneKind.Staff, userId, item) : null;
    }
}
