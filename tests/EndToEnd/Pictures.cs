using Microsoft.Playwright;

namespace ChatDesk.Tests.EndToEnd;

/// <summary>Looks at pages: where the environment's CHATDESK_TEST_SCREENSHOTS names a folder, a picture of each is put there.</summary>
internal static class Pictures
{
    /// <summary>Looks at a page as it stands: it fits the screen's width.</summary>
    public static async Task LookAtAsync(this IPage page, string name, Screen screen)
    {
        var overhang = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overhang <= 0, $"{name} is {overhang} px wider than the {screen}'s screen.");
        if (Environment.GetEnvironmentVariable("CHATDESK_TEST_SCREENSHOTS") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{screen}.png"), FullPage = true });
    }
}
