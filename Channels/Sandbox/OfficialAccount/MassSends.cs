using System.Text;
using System.Text.Json;
using ChatDesk.Channels.Sandbox.Phones;
using ChatDesk.Channels.Sandbox.Platform;
using Microsoft.AspNetCore.Http;
using static ChatDesk.Channels.Sandbox.Platform.CallbackXmlWriter;

namespace ChatDesk.Channels.Sandbox.OfficialAccount;

/// <summary>The played mass calls: a follower takes four a month, the rest is filtered without an error.</summary>
/// <remarks>Source: https://developers.weixin.qq.com/doc/service/api/notify/mass/.</remarks>
internal sealed class MassSends(SandboxPhones phones, Drafts drafts, MediaShelf media, Quotas quotas, NoticeEvents events, MessageIds ids)
{
    private const string Monthly = "mass to a follower";
    private readonly Lock _gate = new();
    private readonly Dictionary<long, string> _status = [];
    private readonly Dictionary<(string Account, string ClientId), long> _sent = [];

    public IResult Preview(PlayedAccount account, PlatformBody body)
    {
        var openId = body.Root.Text("touser") ?? "";
        if (!quotas.TryTakeToday(account.Key, "mass/preview", SandboxLimits.OfficialAccount.MassPreviewsPerDay))
            return PlatformAnswer.Refuse(PlatformErrors.Quota);
        if (phones.Summary(PhoneKind.Owner, openId) is not { Following: true })
            return PlatformAnswer.Refuse(PlatformErrors.InvalidOpenId);
        var (item, error) = Draw(body.Root);
        if (item is null)
            return PlatformAnswer.Refuse(error!.Value);
        phones.Show(PhoneKind.Owner, openId, item);
        return PlatformAnswer.Ok(("msg_id", ids.Next()));
    }

    public IResult SendToAll(PlayedAccount account, PlatformBody body)
    {
        if (body.Root.Member("filter") is not { } filter)
            return PlatformAnswer.Refuse(PlatformErrors.InvalidParameter);
        var isToAll = filter.Member("is_to_all") is { ValueKind: JsonValueKind.True };
        if (!isToAll && filter.Number("tag_id") is null)
            return PlatformAnswer.Refuse(PlatformErrors.InvalidParameter);
        return Send(account, body, isToAll ? Followers() : [], isToAll);
    }

    public IResult SendToMany(PlayedAccount account, PlatformBody body)
    {
        var asked = body.Root.Items("touser").Where(u => u.ValueKind == JsonValueKind.String).Select(u => u.GetString()!).Distinct().ToList();
        return asked.Count is < SandboxLimits.OfficialAccount.MassOpenIdsLeast or > SandboxLimits.OfficialAccount.MassOpenIds
            ? PlatformAnswer.Refuse(PlatformErrors.InvalidOpenIdList)
            : Send(account, body, [.. asked.Intersect(Followers())], isToAll: false);
    }

    public IResult Get(PlayedAccount account, PlatformBody body)
    {
        lock (_gate)
            return body.Root.Number("msg_id") is { } id && _status.TryGetValue(id, out var status)
                ? PlatformAnswer.Bare(("msg_id", id), ("msg_status", status))
                : PlatformAnswer.Refuse(PlatformErrors.InvalidParameter);
    }

    public IResult Delete(PlayedAccount account, PlatformBody body)
    {
        lock (_gate)
        {
            if (body.Root.Number("msg_id") is not { } id || !_status.ContainsKey(id))
                return PlatformAnswer.Refuse(PlatformErrors.InvalidParameter);
            _status[id] = "DELETE";
            return PlatformAnswer.Ok();
        }
    }

    private IResult Send(PlayedAccount account, PlatformBody body, IReadOnlyList<string> to, bool isToAll)
    {
        var clientId = body.Root.Text("clientmsgid");
        if (Encoding.UTF8.GetByteCount(clientId ?? "") > SandboxLimits.OfficialAccount.ClientMessageIdBytes)
            return PlatformAnswer.Refuse(PlatformErrors.ClientMessageIdTooLong);
        lock (_gate)
        {
            if (clientId is not null && _sent.TryGetValue((account.Key, clientId), out var first))
                return PlatformAnswer.RefuseWith(PlatformErrors.SentBefore, ("msg_id", first));
            if (!quotas.TryTakeThisMinute(account.Key, "mass", SandboxLimits.OfficialAccount.MassCallsPerMinute))
                return PlatformAnswer.Refuse(PlatformErrors.TooFrequent);
            var (item, error) = Draw(body.Root);
            if (item is null)
                return PlatformAnswer.Refuse(error!.Value);
            if (isToAll && !TryTakeConsole(account))
                return PlatformAnswer.Refuse(PlatformErrors.NoMassQuota);
            drafts.Take(body.Root.Member("mpnews")?.Text("media_id"));
            return Deliver(account, to, item, clientId);
        }
    }

    private IResult Deliver(PlayedAccount account, IReadOnlyList<string> to, PhoneItem item, string? clientId)
    {
        var reached = to.Where(id => quotas.TryTakeThisMonth($"{account.Key} {id}", Monthly, SandboxLimits.OfficialAccount.MassPerFollowerMonth)).ToList();
        foreach (var openId in reached)
            phones.Show(PhoneKind.Owner, openId, item);
        var id = ids.Next();
        _status[id] = "SEND_SUCCESS";
        if (clientId is not null)
            _sent[(account.Key, clientId)] = id;
        events.Send(account, account.Address, "MASSSENDJOBFINISH",
            Number("MsgID", id), Text("Status", "send success"), Number("TotalCount", to.Count), Number("FilterCount", reached.Count),
            Number("SentCount", reached.Count), Number("ErrorCount", 0));
        return PlatformAnswer.Ok(("msg_id", id), ("msg_data_id", ids.Next()));
    }

    private bool TryTakeConsole(PlayedAccount account) =>
        quotas.TryTakeToday(account.Key, "mass to all", SandboxLimits.OfficialAccount.MassToAllPerDay)
        && quotas.TryTakeThisMonth(account.Key, "mass to all", SandboxLimits.OfficialAccount.MassToAllPerMonth);

    private List<string> Followers() => [.. phones.List().Where(p => p is { Kind: PhoneKind.Owner, Following: true }).Select(p => p.Id)];

    private (PhoneItem? Item, PlatformError? Error) Draw(JsonElement message) => message.Text("msgtype") switch
    {
        "mpnews" when drafts.Read(message.Member("mpnews")?.Text("media_id")) is [var article, ..] =>
            (new PhoneItem { From = "them", Kind = "news", Via = "message", Title = article.Text("title"), Text = article.Text("digest") }, null),
        "text" when message.Member("text")?.Text("content") is { } text => (TextMarkup.ToItem(text) with { Via = "message" }, null),
        "text" => (null, PlatformErrors.EmptyText),
        "image" when media.Find(message.Member("image")?.Text("media_id")) is not null =>
            (new PhoneItem { From = "them", Kind = "image", Via = "message", Url = CustomMessage.PictureUrl(message.Member("image")!.Value.Text("media_id")!) }, null),
        "mpnews" or "image" => (null, PlatformErrors.InvalidMediaId),
        _ => (null, PlatformErrors.InvalidMessageType),
    };
}
