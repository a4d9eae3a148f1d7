using System.Text.Json.Nodes;
using ChatDesk.Channels.Sandbox.Phones;
using ChatDesk.Channels.Sandbox.Platform;
using Microsoft.AspNetCore.Http;

namespace ChatDesk.Channels.Sandbox.OfficialAccount;

/// <summary>The played user/info, user/info/batchget and user/get.</summary>
/// <remarks>Source: https://developers.weixin.qq.com/doc/service/api/usermanage/userinfo/api_userinfo.</remarks>
internal sealed class Followers(SandboxPhones phones)
{
    public IResult Info(HttpRequest request) => Find(request.Query["openid"]) is { } user
        ? PlatformAnswer.Bare([.. user.Select(field => (field.Key, field.Value?.DeepClone()))])
        : PlatformAnswer.Refuse(PlatformErrors.InvalidOpenId);

    public IResult Batch(PlayedAccount account, PlatformBody body)
    {
        var asked = body.Root.Items("user_list");
        if (asked.Count is 0 or > SandboxLimits.OfficialAccount.UsersPerCall)
            return PlatformAnswer.Refuse(PlatformErrors.InvalidParameter);
        var found = asked.Select(user => Find(user.Text("openid"))).ToList();
        return found.Contains(null)
            ? PlatformAnswer.Refuse(PlatformErrors.InvalidOpenId)
            : PlatformAnswer.Bare(("user_info_list", new JsonArray([.. found])));
    }

    public IResult List(HttpRequest request)
    {
        var followers = phones.List().Where(p => p is { Kind: PhoneKind.Owner, Following: true }).Select(p => p.Id).Order(StringComparer.Ordinal).ToList();
        var after = request.Query["next_openid"].ToString();
        var page = followers.Where(id => string.CompareOrdinal(id, after) > 0).Take(SandboxLimits.OfficialAccount.FollowersPerPage).ToList();
        List<(string, JsonNode?)> answer = [("total", followers.Count), ("count", page.Count)];
        if (page.Count > 0)
            answer.Add(("data", new JsonObject { ["openid"] = new JsonArray([.. page.Select(id => (JsonNode)id)]) }));
        return PlatformAnswer.Bare([.. answer, ("next_openid", page.LastOrDefault() ?? "")]);
    }

    private JsonObject? Find(string? openId)
    {
        if (openId is null || phones.Summary(PhoneKind.Owner, openId) is not { } phone)
            return null;
        return phone.Following
            ? new JsonObject
            {
                ["subscribe"] = 1, ["openid"] = openId, ["language"] = "zh_CN", ["subscribe_time"] = 1_700_000_000, ["unionid"] = SignIn.UnionId(openId),
                ["remark"] = "", ["groupid"] = 0, ["tagid_list"] = new JsonArray(), ["subscribe_scene"] = "ADD_SCENE_QR_CODE", ["qr_scene"] = 0, ["qr_scene_str"] = "",
            }
            : new JsonObject { ["subscribe"] = 0, ["openid"] = openId };
    }
}
