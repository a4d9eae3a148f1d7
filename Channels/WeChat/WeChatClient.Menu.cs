using ChatDesk.Channels.Activities;

namespace ChatDesk.Channels.WeChat;

/// <content>The custom menu.</content>
/// <remarks>Source: https://developers.weixin.qq.com/doc/service/api/custommenu/api_createcustommenu. Clients show a new menu within 5 min, or after following again.</remarks>
public sealed partial class WeChatClient
{
    /// <summary>Puts a menu in place of the account's present one.</summary>
    /// <param name="account">The configured account.</param>
    /// <param name="menu">Null for the one of the configuration.</param>
    /// <param name="ct">Cancels the call.</param>
    /// <exception cref="ArgumentException">The menu breaks a limit, or there is none.</exception>
    public async Task<SendResult> CreateMenuAsync(string account, IReadOnlyList<MenuButton>? menu, CancellationToken ct)
    {
        menu ??= Account(account).Menu;
        var problems = string.Join(' ', MenuRules.Problems(menu).Select(problem => problem.Sentence));
        if (problems.Length > 0)
            throw new ArgumentException(problems, nameof(menu));
        return (await PostAsync(account, "cgi-bin/menu/create", new CustomMenu(menu), WeChatJson.Raw.CustomMenu, ct)).Done();
    }

    /// <summary>The menu that the account has now.</summary>
    public async Task<ApiResult<WeChatMenu>> GetMenuAsync(string account, CancellationToken ct) =>
        (await GetAsync(account, "cgi-bin/menu/get", "", ct)).Read(WeChatJson.Raw.WeChatMenu);

    public async Task<SendResult> DeleteMenuAsync(string account, CancellationToken ct) =>
        (await GetAsync(account, "cgi-bin/menu/delete", "", ct)).Done();
}

/// <param name="Menu">The menu for everybody.</param>
public sealed record WeChatMenu(WeChatMenu.Shown Menu)
{
    public sealed record Shown(IReadOnlyList<MenuButton> Button);
}
