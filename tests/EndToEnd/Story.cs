using System.Text.RegularExpressions;
using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Security;
using ChatDesk.Tests.EndToEnd.Pages;
using ChatDesk.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace ChatDesk.Tests.EndToEnd;

/// <summary>
/// A desk with the demonstration estate on Monday at ten, and the browsers of the people who play. Where the environment's
/// CHATDESK_TEST_SCREENSHOTS names a folder, a picture of every page that was looked at is put there.
/// </summary>
internal sealed partial class Story : IAsyncDisposable
{
    private readonly Chromium _chromium;
    private readonly Screen _screen;
    private readonly List<string> _printed;
    private readonly List<string> _errors = [];
    private readonly List<IBrowserContext> _browsers = [];

    private Story(Chromium chromium, Screen screen, Desk desk, List<string> printed) =>
        (_chromium, _screen, Desk, _printed) = (chromium, screen, desk, printed);

    public Desk Desk { get; }

    /// <summary>The console's password that the first start printed.</summary>
    public string OneTimePassword => OneTime().Match(Assert.Single(_printed)).Groups[1].Value;

    public static async Task<Story> StartAsync(Chromium chromium, Screen screen)
    {
        List<string> printed = [];
        var desk = await Desk.StartAsync(DatabaseProvider.Sqlite, new() { Services = services => services.AddSingleton<TellOperator>(printed.Add) });
        return new(chromium, screen, desk, printed);
    }

    public async Task<PlaygroundPage> OpenPlaygroundAsync()
    {
        PlaygroundPage playground = new(await OpenAsync());
        await playground.OpenAsync();
        return playground;
    }

    /// <summary>The console on a browser of its own, at its door.</summary>
    public async Task<ConsolePage> OpenConsoleAsync()
    {
        var page = await OpenAsync();
        await page.GotoAsync("/console");
        return new(page);
    }

    /// <summary>Looks at a page as it stands: it fits the screen's width.</summary>
    public Task LookAtAsync(IPage page, string name) => page.LookAtAsync(name, _screen);

    /// <summary>No page had an error in its console, and no request was refused.</summary>
    public void AssertNoErrors() => Assert.Empty(_errors);

    public async ValueTask DisposeAsync()
    {
        foreach (var browser in _browsers)
            await browser.DisposeAsync();
        await Desk.DisposeAsync();
    }

    private async Task<IPage> OpenAsync()
    {
        var browser = await _chromium.OpenAsync(Desk.Url, _screen);
        _browsers.Add(browser);
        browser.Console += (_, line) => Note(line.Type == "error", line.Text);
        browser.WebError += (_, error) => Note(true, error.Error);
        browser.Response += (_, answer) => Note(answer.Status >= 400, $"{answer.Status} {answer.Url}");
        return await browser.NewPageAsync();
    }

    private void Note(bool isError, string what)
    {
        if (isError)
            _errors.Add(what);
    }

    [GeneratedRegex("one-time password ([^,]+),")]
    private static partial Regex OneTime();
}
