using Microsoft.Playwright;

namespace ChatDesk.Tests.EndToEnd.Pages;

/// <summary>The owner's progress page.</summary>
internal sealed class ProgressPage(IPage page)
{
    public IPage Page => page;

    public ILocator State => page.Locator(".state strong");

    public ILocator Steps => page.Locator(".steps > li");

    public ILocator Photos => page.Locator(".steps img");

    public ILocator SurveyLink => page.GetByRole(AriaRole.Link, new() { Name = "请评价本次服务" });

    public ILocator CallLink => page.GetByRole(AriaRole.Link, new() { Name = "一键呼叫24小时客服" });

    /// <summary>What stands beside a name, such as 接单时间.</summary>
    public ILocator Fact(string name) => page.Locator($".facts > div:has(dt:text-is('{name}')) dd");

    /// <summary>Leaves a mark that a new load of the page would wipe out.</summary>
    public Task MarkAsync() => page.EvaluateAsync("window.isTheSamePage = true");

    public Task<bool> IsTheSameAsync() => page.EvaluateAsync<bool>("window.isTheSamePage === true");

    public async Task UnlockPhotosAsync(string digits)
    {
        await page.GetByLabel("手机号后4位").FillAsync(digits);
        await page.GetByRole(AriaRole.Button, new() { Name = "查看照片" }).ClickAsync();
    }
}
