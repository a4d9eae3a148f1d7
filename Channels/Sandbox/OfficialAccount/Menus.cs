using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatDesk.Channels.Sandbox.Platform;
using ChatDesk.Channels.WeChat;
using Microsoft.AspNetCore.Http;

namespace ChatDesk.Channels.Sandbox.OfficialAccount;

/// <summary>The played menu/create, menu/get and menu/delete.</summary>
/// <remarks>Source: https://developers.weixin.qq.com/doc/service/api/custommenu/api_createcustommenu.</remarks>
internal sealed class Menus
{
    private readonly ConcurrentDictionary<string, string> _menus = [];

    public IResult Create(PlayedAccount account, PlatformBody body)
    {
        if (Parse(body) is not { } buttons)
            return PlatformAnswer.Refuse(PlatformErrors.InvalidMenuType);
        if (MenuRules.Problems(buttons).FirstOrDefault() is { } problem)
            return PlatformAnswer.Refuse(new(problem.Code, problem.Sentence));
        _menus[account.Key] = body.Raw;
        return PlatformAnswer.Ok();
    }

    public IResult Get(PlayedAccount account) => _menus.TryGetValue(account.Key, out var menu)
        ? PlatformAnswer.Bare(("menu", JsonNode.Parse(menu)))
        : PlatformAnswer.Refuse(PlatformErrors.NoMenu);

    public IResult Delete(PlayedAccount account)
    {
        _menus.TryRemove(account.Key, out _);
        return PlatformAnswer.Ok();
    }

    private static IReadOnlyList<MenuButton>? Parse(PlatformBody body)
    {
        try
        {
            return body.Root.Deserialize(WeChatJson.Raw.CustomMenu)?.Button;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
