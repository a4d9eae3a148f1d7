using ChatDesk.Channels.Activities;

namespace ChatDesk.Channels.WeChat;

/// <content>Followers.</content>
/// <remarks>Source: https://developers.weixin.qq.com/doc/service/api/usermanage/userinfo/api_userinfo.</remarks>
public sealed partial class WeChatClient
{
    private const int MostUsersAtOnce = 100;

    /// <summary>What the platform tells of a person; since 2021-12-27 no name and no picture.</summary>
    public async Task<ApiResult<WeChatUser>> GetUserAsync(string account, string openId, CancellationToken ct)
    {
        var answer = await GetAsync(account, "cgi-bin/user/info", $"openid={Uri.EscapeDataString(openId)}&lang=zh_CN", ct);
        return answer.Read(WeChatJson.Raw.WeChatUser);
    }

    /// <summary>The same for up to 100 people.</summary>
    /// <exception cref="ArgumentException">None, or more than 100.</exception>
    public async Task<ApiResult<WeChatUsers>> GetUsersAsync(string account, IReadOnlyCollection<string> openIds, CancellationToken ct)
    {
        if (openIds is not { Count: >= 1 and <= MostUsersAtOnce })
            throw new ArgumentException("One call asks for 1 to 100 people.", nameof(openIds));
        UserQuery query = new([.. openIds.Select(id => new UserQuery.User(id))]);
        var answer = await PostAsync(account, "cgi-bin/user/info/batchget", query, WeChatJson.Raw.UserQuery, ct);
        return answer.Read(WeChatJson.Raw.WeChatUsers);
    }

    /// <summary>Up to 10,000 followers.</summary>
    /// <param name="account">The configured account.</param>
    /// <param name="after">The last openid of the page before; null for the first page.</param>
    /// <param name="ct">Cancels the call.</param>
    public async Task<ApiResult<WeChatFollowers>> GetFollowersAsync(string account, string? after, CancellationToken ct)
    {
        var answer = await GetAsync(account, "cgi-bin/user/get", $"next_openid={Uri.EscapeDataString(after ?? "")}", ct);
        return answer.Read(WeChatJson.Raw.WeChatFollowers);
    }
}

internal sealed record UserQuery(IReadOnlyList<UserQuery.User> UserList)
{
    internal sealed record User(string Openid)
    {
        public string Lang => "zh_CN";
    }
}

/// <param name="UserInfoList">In the order in which they were asked for.</param>
public sealed record WeChatUsers(IReadOnlyList<WeChatUser> UserInfoList);

/// <param name="Total">All followers.</param>
/// <param name="Data">This page's; null after the last.</param>
/// <param name="NextOpenid">The last of this page, empty after the last.</param>
public sealed record WeChatFollowers(int Total, WeChatFollowers.Page? Data, string? NextOpenid)
{
    public sealed record Page(IReadOnlyList<string> Openid);
}

/// <summary>A person as the account knows one. Its JSON names are the platform's.</summary>
public sealed record WeChatUser
{
    /// <summary>1 for a follower; with 0 nothing but the openid is there.</summary>
    public int Subscribe { get; init; }

    public required string Openid { get; init; }

    /// <summary>Null where the account is bound to no open platform.</summary>
    public string? Unionid { get; init; }

    /// <summary>Unix seconds of the last follow.</summary>
    public long SubscribeTime { get; init; }

    public string? Remark { get; init; }

    public IReadOnlyList<int> TagidList { get; init; } = [];

    /// <summary>How the person came, such as ADD_SCENE_QR_CODE.</summary>
    public string? SubscribeScene { get; init; }

    /// <summary>The number of the code that was scanned, 0 for none.</summary>
    public long QrScene { get; init; }

    /// <summary>The text of the code that was scanned.</summary>
    public string? QrSceneStr { get; init; }

    public bool IsFollowing => Subscribe == 1;
}
