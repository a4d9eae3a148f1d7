using System.Text.Json.Nodes;
using ChatDesk.Channels.Sandbox.Phones;
using ChatDesk.Channels.Sandbox.Platform;
using Microsoft.AspNetCore.Http;

namespace ChatDesk.Channels.Sandbox.WeComApp;

/// <summary>The played message/send.</summary>
internal sealed class MessageSend(
    SandboxPhones phones, MediaShelf media, MemberRate rate, ResponseCodes codes, SentBefore sentBefore, SentMessages sent)
{
    private readonly Lock _gate = new();
    private readonly HashSet<(string App, string TaskId)> _taskIds = [];

    public IResult Handle(PlayedAccount app, PlatformBody body)
    {
        if (!WeComApi.IsAgent(app, body.Root))
            return PlatformAnswer.Refuse(PlatformErrors.InvalidAgentId);
        lock (_gate)
            return Send(app.Key, body);
    }

    private IResult Send(string app, PlatformBody body)
    {
        var key = SentBefore.Key(app, body);
        if (sentBefore.Find(key) is { } same)
            return PlatformAnswer.Ok(same);
        var messageId = Guid.NewGuid().ToString("N");
        var (item, invalid) = ApplicationMessage.Read(body.Root, app, messageId, media);
        if (item is null)
            return PlatformAnswer.Refuse(invalid!.Value);
        var (recipients, unreachable) = Recipients.Read(body.Root, phones);
        if (recipients is null)
            return PlatformAnswer.Refuse(unreachable!.Value);
        if (item.Card is { TaskId.Length: > 0 } card && !_taskIds.Add((app, card.TaskId)))
            return PlatformAnswer.Refuse(PlatformErrors.InvalidField("task_id is used already"));
        sent.Keep(app, messageId, [.. recipients.Valid.Where(id => rate.TryTake(app, id)).Select(id => (id, phones.Show(PhoneKind.Staff, id, item with { Via = "message" }).Seq))]);
        var answer = Answer(app, messageId, item, recipients);
        sentBefore.Keep(key, SentBefore.Interval(body.Root), answer);
        return PlatformAnswer.Ok(answer);
    }

    private (string Name, JsonNode? Value)[] Answer(string app, string messageId, PhoneItem item, Recipients recipients)
    {
        List<(string, JsonNode?)> answer =
        [
            ("invaliduser", string.Join('|', recipients.Invalid)), ("invalidparty", ""), ("invalidtag", ""), ("unlicenseduser", ""), ("msgid", messageId),
        ];
        if (item.Card is { } card && CardRules.HasResponseCode(card.Json))
            answer.Add(("response_code", codes.Issue(app, messageId)));
        return [.. answer];
    }
}
