using Microsoft.Playwright;

namespace ChatDesk.Tests.EndToEnd.Pages;

/// <summary>The engineer's page of one ticket.</summary>
internal sealed class WorkPage(IPage page)
{
    public IPage Page => page;

    /// <summary>What came of the last form.</summary>
    public ILocator Notice => page.Locator("main > .notice");

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

    /// <summary>Says that there is no signal.</summary>
    public ILocator OfflineLine => page.Locator("#offline");

    /// <summary>What the phone keeps until the desk has it.</summary>
    public ILocator Waiting => page.Locator("#waiting");

    public ILocator WaitingCount => page.Locator("#waiting [data-count]");

    public ILocator WaitingEntries => page.Locator("#waiting li");

    /// <summary>Chooses from the estate's list.</summary>
    public async Task UseAsync(string material, int times)
    {
        var list = page.Locator("form:has(#text) .materials");
        await list.Locator("summary").ClickAsync();
        for (var i = 0; i < times; i++)
            await list.GetByLabel($"{material} +1", new() { Exact = true }).ClickAsync();
    }

    public async Task PauseAsync(string reason, string length)
    {
        await page.Locator("summary", new() { HasText = "暂停" }).ClickAsync();
        await page.GetByLabel(reason, new() { Exact = true }).CheckAsync();
        await page.Locator("form:has([name=pause])").GetByLabel(length, new() { Exact = true }).CheckAsync();
        await PressAsync("确认暂停");
    }

    /// <summary>What stands at the form that was pressed.</summary>
    public ILocator SaidHere => page.Locator(".said-here");

    /// <summary>Records a step that has to wait on the phone.</summary>
    public async Task RecordAsync(string text, params string[] photos)
    {
        await page.GetByLabel("做了什么").FillAsync(text);
        if (photos.Length > 0)
            await page.Locator("#photos").SetInputFilesAsync(photos);
        await PressAsync("保存这一步");
        await Assertions.Expect(WaitingEntries.Filter(new() { HasText = text })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByLabel("做了什么")).ToHaveValueAsync("");
    }

    /// <summary>The owner signs with a finger, and the work is done; it has to wait on the phone.</summary>
    public async Task FinishSignedAsync(string text, Func<Task> beforePressing)
    {
        await page.Locator("summary", new() { HasText = "完工" }).ClickAsync();
        await page.GetByLabel("完工说明").FillAsync(text);
        await SignAsync();
        await beforePressing();
        await PressAsync("确认完工");
        await Assertions.Expect(WaitingEntries.Filter(new() { HasText = text })).ToContainTextAsync("业主签名");
    }

    private async Task SignAsync()
    {
        var canvas = page.Locator("canvas");
        await canvas.ScrollIntoViewIfNeededAsync();
        var box = await canvas.BoundingBoxAsync() ?? throw new InvalidOperationException("The canvas is hidden.");
        await page.Mouse.MoveAsync(box.X + 30, box.Y + 40);
        await page.Mouse.DownAsync();
        foreach (var (x, y) in new[] { (90, 90), (150, 40), (210, 90) })
            await page.Mouse.MoveAsync(box.X + x, box.Y + y, new() { Steps = 5 });
        await page.Mouse.UpAsync();
    }
}
