using System.Text;

namespace ChatDesk.Channels.WeChat;

/// <summary>The platform's limits on a menu. Pure.</summary>
/// <remarks>Source: https://developers.weixin.qq.com/doc/service/api/custommenu/api_createcustommenu.</remarks>
public static class MenuRules
{
    private const int MostButtons = 3;
    private const int MostItems = 5;
    private const int KeyBytes = 128;
    private const int UrlBytes = 1024;

    /// <returns>Every rule that the menu breaks.</returns>
    public static IEnumerable<MenuProblem> Problems(IReadOnlyCollection<MenuButton> menu)
    {
        ArgumentNullException.ThrowIfNull(menu);
        if (menu.Count is 0 or > MostButtons)
            yield return new(40016, "A menu has 1 to 3 buttons.");
        foreach (var problem in menu.SelectMany(Top))
            yield return problem;
    }

    private static IEnumerable<MenuProblem> Top(MenuButton button)
    {
        if (Bytes(button.Name) is 0 or > 16)
            yield return new(40018, $"'{button.Name}': a button's name has 1 to 16 bytes, about 5 Chinese characters.");
        if (button.Items is null)
        {
            foreach (var problem in Action(button, isItem: false))
                yield return problem;
            yield break;
        }
        if (button.Type is not null)
            yield return new(40017, $"'{button.Name}': a button with others under it has no type.");
        if (button.Items.Count is 0 or > MostItems)
            yield return new(40023, $"'{button.Name}': 1 to 5 buttons are under a button.");
        foreach (var problem in button.Items.SelectMany(Item))
            yield return problem;
    }

    private static IEnumerable<MenuProblem> Item(MenuButton button)
    {
        if (Bytes(button.Name) is 0 or > 60)
            yield return new(40025, $"'{button.Name}': the name of a button under another has 1 to 60 bytes.");
        if (button.Items is not null)
            yield return new(40022, $"'{button.Name}': a menu has two levels.");
        foreach (var problem in Action(button, isItem: true))
            yield return problem;
    }

    private static IEnumerable<MenuProblem> Action(MenuButton button, bool isItem)
    {
        var isComplete = button.Type switch
        {
            "click" or "scancode_push" or "scancode_waitmsg" or "pic_sysphoto" or "pic_photo_or_album" or "pic_weixin" or "location_select" => IsThere(button.Key),
            "view" => IsThere(button.Url),
            "miniprogram" => IsThere(button.Url) && IsThere(button.AppId) && IsThere(button.PagePath),
            "media_id" => IsThere(button.MediaId),
            "article_id" or "article_view_limited" => IsThere(button.ArticleId),
            _ => false,
        };
        if (!isComplete)
            yield return new(isItem ? 40024 : 40017, $"'{button.Name}': a button has one of the platform's types and what that type needs.");
        if (Bytes(button.Key) > KeyBytes)
            yield return new(isItem ? 40026 : 40019, $"'{button.Name}': a key has at most 128 bytes.");
        if (Bytes(button.Url) > UrlBytes)
            yield return new(isItem ? 40027 : 40020, $"'{button.Name}': an address has at most 1024 bytes.");
    }

    private static bool IsThere(string? text) => !string.IsNullOrEmpty(text);

    private static int Bytes(string? text) => Encoding.UTF8.GetByteCount(text ?? "");
}
