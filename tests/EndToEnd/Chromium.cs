using Microsoft.Playwright;

namespace ChatDesk.Tests.EndToEnd;

/// <summary>One browser for all stories; each story opens windows of its own in it.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string UsualPlace = "/usr/bin/chromium";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly string[] Switches =
        ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private IPlaywright? _driver;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout((float)Patience.TotalMilliseconds);
        _driver = await Playwright.CreateAsync();
        _browser = await _driver.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHATDESK_TEST_CHROMIUM") ?? UsualPlace,
            Args = Switches,
        });
    }

    /// <summary>A browser without cookies, as one person holds it.</summary>
    public async Task<IBrowserContext> OpenAsync(Uri desk, Screen screen)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = desk.ToString(),
            Locale = "zh-CN",
            ViewportSize = screen == Screen.Phone ? new() { Width = 390, Height = 844 } : new() { Width = 1440, Height = 900 },
            IsMobile = screen == Screen.Phone,
            HasTouch = screen == Screen.Phone,
        });
        context.SetDefaultTimeout((float)Patience.TotalMilliseconds);
        return context;
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _driver?.Dispose();
    }
}

/// <summary>The stories share the browser and come one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class Stories : ICollectionFixture<Chromium>
{
    public const string Name = "stories";
}
