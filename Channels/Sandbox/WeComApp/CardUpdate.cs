using System.Text.Json;
using System.Text.Json.Nodes;
using ChatDesk.Channels.Sandbox.Phones;
using ChatDesk.Channels.Sandbox.Platform;
using Microsoft.AspNetCore.Http;

namespace ChatDesk.Channels.Sandbox.WeComApp;

/// <summary>The played message/update_template_card.</summary>
/// <remarks>Source: https://developer.work.weixin.qq.com/document/path/94888.</remarks>
internal sealed class CardUpdate(SandboxPhones phones, ResponseCodes codes)
{
    public IResult Handle(PlayedAccount app, PlatformBody body)
    {
        var update = body.Root;
        if (!WeComApi.IsAgent(app, update))
            return PlatformAnswer.Refuse(PlatformErrors.InvalidAgentId);
        var (change, invalid) = ReadChange(update);
        if (change is null)
            return PlatformAnswer.Refuse(invalid!.Value);
        var atAll = update.Number("atall") == 1;
        List<string> userIds = [.. update.Items("userids").Where(u => u.ValueKind == JsonValueKind.String).Select(u => u.GetString()!)];
        if (!atAll && userIds.Count is 0 or > SandboxLimits.WeCom.Recipients)
            return PlatformAnswer.Refuse(userIds.Count == 0 ? PlatformErrors.RecipientsEmpty : PlatformErrors.InvalidParameter);
        if (codes.Use(app.Key, update.Text("response_code")) is not { } messageId)
            return PlatformAnswer.Refuse(PlatformErrors.ResponseCode);
        var missing = phones.UpdateCards(messageId, atAll ? phones.HoldersOf(messageId) : userIds, change);
        return PlatformAnswer.Ok(("invaliduser", new JsonArray([.. missing.Select(id => (JsonNode)id.ToLowerInvariant())])));
    }

    private static (Func<PhoneCard, PhoneCard>? Change, PlatformError? Error) ReadChange(JsonElement update)
    {
        if (update.Member("button")?.Text("replace_name") is { } words)
            return (card => CardView.Close(card, words), null);
        if (update.Member("template_card") is not { } replacement)
            return (null, PlatformErrors.InvalidField("button or template_card"));
        return CardRules.Check(replacement, needsTaskId: false) is { } error
            ? (null, error)
            : (card => CardView.Replace(card, replacement), null);
    }
}
