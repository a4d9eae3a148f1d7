using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatDesk.Tests.EndToEnd.Pages;

/// <summary>The desk's console.</summary>
internal sealed class ConsolePage(IPage page)
{
    public const string Password = "Chuntian#88-lai";

    public IPage Page => page;

    public ILocator Tickets => page.Locator(".console-tickets tbody tr");

    public ILocator Tasks => page.Locator(".console-tasks li");

    public ILocator Timeline => page.Locator(".console-timeline li");

    /// <summary>What came of the last action.</summary>
    public ILocator Said => page.GetByRole(AriaRole.Status).First;

    /// <summary>Signs in with the printed password and exchanges it, as the console asks at once.</summary>
    public async Task SignInAsync(string oneTimePassword)
    {
        await page.GetByLabel("用户名").FillAsync("admin");
        await page.GetByLabel("密码", new() { Exact = true }).FillAsync(oneTimePassword);
        await PressAsync("登录");
        await page.GetByLabel("一次性密码").FillAsync(oneTimePassword);
        await page.GetByLabel("新密码", new() { Exact = true }).FillAsync(Password);
        await page.GetByLabel("再输一次新密码").FillAsync(Password);
        await PressAsync("保存");
        await Expect(page.GetByText("系统管理员")).ToBeVisibleAsync();
    }

    /// <summary>Opens one of the console's three parts: 工单, 代客录入, 待办.</summary>
    public Task TurnToAsync(string part) =>
        page.GetByRole(AriaRole.Navigation, new() { Name = "主导航" }).GetByRole(AriaRole.Link, new() { Name = part }).ClickAsync();

    public async Task SearchAsync(string words)
    {
        await page.GetByLabel("搜索").FillAsync(words);
        await PressAsync("查询");
    }

    public async Task FilterAsync(string filter, string choice)
    {
        await page.GetByLabel(filter, new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = choice });
        await PressAsync("查询");
    }

    public Task OpenTicketAsync(string number) => page.GetByRole(AriaRole.Link, new() { Name = number }).First.ClickAsync();

    /// <summary>Enters a request for somebody of the register.</summary>
    /// <returns>The new ticket's number.</returns>
    public async Task<string> EnterAsync(string source, string place, string owner, string words)
    {
        await TurnToAsync("代客录入");
        await page.Locator("label.form-selectgroup-item", new() { HasText = source }).ClickAsync();
        await page.GetByLabel("位置速填").FillAsync(place);
        await page.GetByLabel("位置速填").PressAsync("Tab");
        await page.Locator("#owners").GetByRole(AriaRole.Button, new() { Name = owner }).ClickAsync();
        await page.GetByLabel("业主说了什么").FillAsync(words);
        await PressAsync("受理并派单");
        return await page.Locator(".console-number").InnerTextAsync();
    }

    public async Task AssignAsync(string name)
    {
        var option = page.Locator("#assignee option", new() { HasText = name });
        await page.GetByLabel("指派给").SelectOptionAsync(await option.GetAttributeAsync("value") ?? "");
        await PressAsync("指派");
    }

    public async Task CommentAsync(string words)
    {
        await page.GetByLabel("内部备注").FillAsync(words);
        await PressAsync("添加备注");
    }

    public async Task CancelAsync(string reason)
    {
        await page.GetByLabel("取消工单").FillAsync(reason);
        await PressAsync("取消");
    }

    private Task PressAsync(string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}
