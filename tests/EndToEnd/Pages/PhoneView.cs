using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatDesk.Tests.EndToEnd.Pages;

/// <summary>An owner's or a staff member's phone on the playground.</summary>
internal sealed partial class PhoneView(ILocator phone)
{
    /// <summary>What came in last.</summary>
    public ILocator Newest => phone.Locator(".theirs").Last.Locator(".bubble");

    /// <summary>Follows the account and is welcomed.</summary>
    public async Task FollowAsync()
    {
        await phone.GetByRole(AriaRole.Button, new() { Name = "关注公众号" }).ClickAsync();
        await Expect(Newest).ToBeVisibleAsync();
    }

    public async Task SayAsync(string words)
    {
        await phone.GetByPlaceholder("发消息").FillAsync(words);
        await phone.GetByRole(AriaRole.Button, new() { Name = "发送" }).ClickAsync();
    }

    /// <summary>Taps one of the sentences that the playground keeps ready.</summary>
    public Task TapPhraseAsync(string words) =>
        phone.Locator(".phrases").GetByRole(AriaRole.Button, new() { Name = words, Exact = true }).ClickAsync();

    public async Task SendSamplePhotoAsync()
    {
        await phone.GetByLabel("更多", new() { Exact = true }).ClickAsync();
        await phone.GetByRole(AriaRole.Button, new() { Name = "示例照片" }).ClickAsync();
    }

    /// <summary>The newest incoming message with these words.</summary>
    public ILocator Heard(string words) => phone.Locator(".theirs .bubble").Filter(new() { HasText = words }).Last;

    /// <summary>The newest card with these words.</summary>
    public ILocator Card(string words) => phone.Locator(".card").Filter(new() { HasText = words }).Last;

    /// <summary>Presses a button of the newest card with these words.</summary>
    public Task PressAsync(string words, string button) => Button(Card(words), button).ClickAsync();

    /// <summary>The buttons that the newest card with these words offers.</summary>
    public ILocator ButtonsOf(string words) => Card(words).Locator(".card-button");

    /// <summary>Taps one of the answers that the newest message offers.</summary>
    public Task ChooseAsync(string answer) => Button(Newest, answer).ClickAsync();

    /// <summary>The number of the ticket in the newest receipt.</summary>
    public async Task<string> ReceiptNumberAsync()
    {
        var receipt = Heard("已为您登记");
        await Expect(receipt).ToContainTextAsync(Number());
        return Number().Match(await receipt.InnerTextAsync()).Value;
    }

    private static ILocator Button(ILocator within, string words) =>
        within.GetByRole(AriaRole.Button, new() { Name = words, Exact = true });

    [GeneratedRegex(@"GD\d{4}-\d{4}")]
    private static partial Regex Number();
}
