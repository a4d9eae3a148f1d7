using Microsoft.Playwright;

namespace ChatDesk.Tests.EndToEnd.Pages;

/// <summary>The engineer's page of one ticket.</summary>
internal sealed class WorkPage(IPage page)
{
    public IPage Page => page;

    /// <summary>What came of the last form.</summary>
    public ILocator Notice => page.GetByRole(AriaRole.Status);

    /// <summary>The owner's words and pictures.</summary>
    public ILocator Said => page.Locator(".said");

    public ILocator Timeline => page.Locator("#live .steps");

    public ILocator CallLink => page.Locator("a[href^='tel:']");

    public Task PressAsync(string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    public async Task DepartAsync(string arrival)
    {
        await page.GetByLabel(arrival, new() { Exact = true }).CheckAsync();
        await PressAsync("出发");
    }

    public async Task AddStepAsync(string text, string photo, string materials)
    {
        await page.GetByLabel("做了什么").FillAsync(text);
        await page.Locator("#photos").SetInputFilesAsync(photo);
        await page.Locator("#materials").FillAsync(materials);
        await PressAsync("保存这一步");
    }

    public async Task FinishAsync(string text)
    {
        await page.Locator("summary", new() { HasText = "完工" }).ClickAsync();
        await page.GetByLabel("完工说明").FillAsync(text);
        await PressAsync("确认完工");
    }
}
