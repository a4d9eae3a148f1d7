using System.Net;
using System.Text.RegularExpressions;
using ChatDesk.Tests.BotHost.Console;

namespace ChatDesk.Tests.BotHost.Imports;

/// <summary>A second person at the import page.</summary>
internal sealed partial class ImportDeskGuest(ConsoleBrowser browser) : IAsyncDisposable
{
    public ConsoleBrowser Browser => browser;

    public async Task<(string Preview, string Page)> UploadAsync(string fileName, byte[] file)
    {
        using var answer = await browser.UploadAsync("/console/import", "/console/import", fileName, file, ("kind", "Owners"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var preview = answer.Headers.Location!.ToString();
        return (preview, await browser.ReadAsync(preview));
    }

    public async Task<string> ConfirmAsync(string preview, string page)
    {
        using var answer = await browser.SendAsync("/console/import", preview, ("seen", Seen().Match(page).Groups[1].Value));
        return await browser.ReadAsync(preview);
    }

    public ValueTask DisposeAsync()
    {
        browser.Dispose();
        return ValueTask.CompletedTask;
    }

    [GeneratedRegex("name=\"seen\" value=\"([^\"]+)\"")]
    private static partial Regex Seen();
}
