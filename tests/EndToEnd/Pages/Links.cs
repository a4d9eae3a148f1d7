using Microsoft.Playwright;

namespace ChatDesk.Tests.EndToEnd.Pages;

/// <summary>Links that open a window of their own, as a phone opens them over the chat.</summary>
internal static class Links
{
    public static async Task<IPage> FollowAsync(this ILocator link)
    {
        var opened = await link.Page.Context.RunAndWaitForPageAsync(() => link.ClickAsync());
        await opened.WaitForLoadStateAsync();
        return opened;
    }

    /// <summary>The link in a message that leads to such a page: /t/ to the progress, /s/ to the survey, /w/ to the work page.</summary>
    public static ILocator LinkTo(this ILocator message, string path) => message.Locator($"a[href*='{path}']").First;
}
