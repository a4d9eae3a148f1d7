using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ChatDesk.Channels.Sandbox.Phones;
using ChatDesk.Channels.Sandbox.Platform;
using Microsoft.AspNetCore.Http;

namespace ChatDesk.Channels.Sandbox.WeComApp;

/// <summary>The played appchat: groups that an application made, to which it alone writes.</summary>
/// <remarks>Source: https://developer.work.weixin.qq.com/document/path/90245 and path/90248.</remarks>
internal sealed partial class AppChats(SandboxPhones phones, MediaShelf media, Quotas quotas, Rooms rooms)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Chat> _chats = [];

    public IResult Create(PlayedAccount app, PlatformBody body)
    {
        if (!quotas.TryTakeToday(app.Address, "appchat/create", SandboxLimits.WeCom.AppChatsPerDay))
            return PlatformAnswer.Refuse(PlatformErrors.Quota);
        var id = body.Root.Text("chatid") ?? Guid.NewGuid().ToString("N");
        var members = Names(body.Root, "userlist");
        var owner = body.Root.Text("owner") ?? members.FirstOrDefault();
        if (!ChatId().IsMatch(id) || (body.Root.Text("name")?.Length ?? 0) > SandboxLimits.WeCom.AppChatNameCharacters)
            return PlatformAnswer.Refuse(PlatformErrors.InvalidChat);
        if (members.Count is < SandboxLimits.WeCom.AppChatMembersLeast or > SandboxLimits.WeCom.AppChatMembers || !members.TrueForAll(IsMember))
            return PlatformAnswer.Refuse(PlatformErrors.InvalidUser);
        lock (_gate)
            return _chats.TryAdd(id, new(app.Key, body.Root.Text("name") ?? "群聊", owner!, members))
                ? PlatformAnswer.Ok(("chatid", id))
                : PlatformAnswer.Refuse(PlatformErrors.ChatExists);
    }

    public IResult Update(PlayedAccount app, PlatformBody body) => With(app, body.Root.Text("chatid"), (id, chat) =>
    {
        var members = chat.Members.Union(Names(body.Root, "add_user_list")).Except(Names(body.Root, "del_user_list"), StringComparer.OrdinalIgnoreCase).ToList();
        if (members.Count is < SandboxLimits.WeCom.AppChatMembersLeast or > SandboxLimits.WeCom.AppChatMembers || !members.TrueForAll(IsMember))
            return PlatformAnswer.Refuse(PlatformErrors.InvalidUser);
        _chats[id] = chat with { Name = body.Root.Text("name") ?? chat.Name, Owner = body.Root.Text("owner") ?? chat.Owner, Members = members };
        return PlatformAnswer.Ok();
    });

    public IResult Get(PlayedAccount app, string? chatId) => With(app, chatId, (id, chat) => PlatformAnswer.Ok(("chat_info", new JsonObject
    {
        ["chatid"] = id, ["name"] = chat.Name, ["owner"] = chat.Owner, ["userlist"] = new JsonArray([.. chat.Members.Select(m => (JsonNode)m)]),
    })));

    public IResult Send(PlayedAccount app, PlatformBody body) => With(app, body.Root.Text("chatid"), (id, chat) =>
    {
        if (body.Root.Text("msgtype") == "template_card")
            return PlatformAnswer.Refuse(PlatformErrors.InvalidMessageType);
        var (item, error) = ApplicationMessage.Read(body.Root, app.Key, messageId: "", media);
        if (item is null)
            return PlatformAnswer.Refuse(error!.Value);
        if (!quotas.TryTakeThisMinute(app.Address, "appchat/send", SandboxLimits.WeCom.AppChatPersonsPerMinute, chat.Members.Count))
            return PlatformAnswer.Refuse(PlatformErrors.Quota);
        rooms.Show(id, item);
        foreach (var member in chat.Members.Where(member => TryTake(app, member)))
            phones.Show(PhoneKind.Staff, member, item with { Via = "message" });
        return PlatformAnswer.Ok();
    });

    /// <summary>What is too much for a member is dropped and nobody is told.</summary>
    private bool TryTake(PlayedAccount app, string member) =>
        quotas.TryTakeThisMinute($"{app.Address} {member}", "appchat", SandboxLimits.WeCom.AppChatMemberMinute)
        && quotas.TryTakeToday($"{app.Address} {member}", "appchat", SandboxLimits.WeCom.AppChatMemberDay);

    private IResult With(PlayedAccount app, string? chatId, Func<string, Chat, IResult> act)
    {
        lock (_gate)
        {
            if (chatId is null || !_chats.TryGetValue(chatId, out var chat))
                return PlatformAnswer.Refuse(PlatformErrors.InvalidChat);
            return chat.App == app.Key ? act(chatId, chat) : PlatformAnswer.Refuse(PlatformErrors.ForeignChat);
        }
    }

    private bool IsMember(string userId) => phones.Summary(PhoneKind.Staff, userId) is { Following: true };

    private static List<string> Names(JsonElement json, string name) =>
        [.. json.Items(name).Where(u => u.ValueKind == JsonValueKind.String).Select(u => u.GetString()!).Distinct(StringComparer.OrdinalIgnoreCase)];

    private sealed record Chat(string App, string Name, string Owner, List<string> Members);

    [GeneratedRegex(@"\A[0-9A-Za-z]{1,32}\z")]
    private static partial Regex ChatId();
}
