using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatDesk.Tests.EndToEnd.Pages;

/// <summary>The phones side by side, or one at a time on a narrow screen, and the desk's clock.</summary>
internal sealed class PlaygroundPage(IPage page)
{
    /// <summary>A phone is a button, or a line of the list while it has nothing new; in one step, since that may change meanwhile.</summary>
    private const string Choose = """
        (people, name) => {
          const person = [...people.querySelectorAll('button, option')].find(one => one.textContent.startsWith(name));
          if (person.tagName === 'BUTTON') return person.click();
          person.parentElement.value = person.value;
          person.parentElement.dispatchEvent(new Event('change'));
        }
        """;

    public IPage Page => page;

    private ILocator People => page.Locator("#people");

    public async Task OpenAsync()
    {
        await page.GotoAsync("/playground");
        await Expect(People.GetByRole(AriaRole.Button).First).ToBeVisibleAsync();
    }

    /// <summary>Brings somebody's phone to hand.</summary>
    public async Task<PhoneView> PickUpAsync(string name)
    {
        var phone = page.GetByLabel($"{name}的手机", new() { Exact = true });
        if (!await phone.IsVisibleAsync())
            await People.EvaluateAsync(Choose, name);
        await Expect(phone).ToBeVisibleAsync();
        return new(phone);
    }

    /// <summary>The console beside it in the same browser, as a newcomer opens it.</summary>
    public async Task<ConsolePage> OpenConsoleAsync() => new(await page.GetByText("打开控制台").FollowAsync());

    /// <summary>Moves the desk's clock by one of its buttons, such as +5 分钟.</summary>
    public Task MoveClockAsync(string button) => page.RunAndWaitForResponseAsync(
        () => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync(),
        answer => answer.Request.Method == "POST" && answer.Url.EndsWith("/sandbox/clock", StringComparison.Ordinal));
}
