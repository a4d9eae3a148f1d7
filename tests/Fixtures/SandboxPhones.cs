using System.Net.Http.Json;
using System.Text.Json;
using ChatDesk.Channels.Sandbox.Phones;
using ChatDesk.Channels.Sandbox.Platform;

namespace ChatDesk.Tests.Fixtures;

/// <summary>The sandbox's phones as a test holds them: every action is an HTTP callback to the desk and returns after its answer.</summary>
/// <param name="http">A client whose base address is the desk's.</param>
public sealed class SandboxPhones(HttpClient http)
{
    public OwnerPhone Owner(string openId) => new(http, openId);

    public StaffPhone Staff(string userId) => new(http, userId);

    /// <summary>All phones that were introduced or used.</summary>
    public async Task<IReadOnlyList<PhoneSummary>> ListAsync() =>
        (await http.GetFromJsonAsync<PhoneList>("/sandbox/phones"))!.Phones;

    /// <summary>Moves the desk's clock forward and wakes what is due.</summary>
    public async Task AdvanceAsync(TimeSpan by)
    {
        using var response = await http.PostAsJsonAsync("/sandbox/clock", new { AdvanceSeconds = by.TotalSeconds });
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Switches a fault on; see <see cref="FaultKind"/>.</summary>
    public async Task FaultAsync(Fault fault)
    {
        using var response = await http.PostAsJsonAsync("/sandbox/faults", fault);
        response.EnsureSuccessStatusCode();
    }

    public async Task ClearFaultsAsync()
    {
        using var response = await http.DeleteAsync("/sandbox/faults");
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Makes the access tokens of an account unknown at once; null: of all.</summary>
    public async Task RevokeTokensAsync(string? owner = null)
    {
        using var response = await http.PostAsJsonAsync("/sandbox/tokens/revoke", new { owner });
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Waits for an item to appear on a phone: what the desk sends outside a callback's answer comes a moment later.</summary>
    /// <exception cref="TimeoutException">It did not appear in time; the message lists what the phone shows.</exception>
    internal static async Task<PhoneItem> WaitForAsync(HttpClient http, string path, Func<PhoneItem, bool> fits, TimeSpan? patience)
    {
        using CancellationTokenSource late = new(patience ?? TimeSpan.FromSeconds(20));
        IReadOnlyList<PhoneItem> items = [];
        while (!late.IsCancellationRequested)
        {
            items = (await http.GetFromJsonAsync<PhoneScreen>(path))!.Items;
            if (items.LastOrDefault(fits) is { } found)
                return found;
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }

        throw new TimeoutException("The phone shows only:\n" + string.Join('\n', items.Select(i => $"{i.From} {i.Kind}: {i.Text}")));
    }

    internal static async Task<PhoneResult> ActAsync(HttpClient http, string path, object? body)
    {
        using var response = await http.PostAsJsonAsync(path, body ?? new { });
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<PhoneResult>())!;
    }

    internal static async Task<PhoneResult> SendPictureAsync(HttpClient http, string path, byte[] picture, string fileName)
    {
        using MultipartFormDataContent form = new() { { new ByteArrayContent(picture) { Headers = { ContentType = new("image/jpeg") } }, "file", fileName } };
        using var response = await http.PostAsync(path, form);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<PhoneResult>())!;
    }

    private sealed record PhoneList(long Version, IReadOnlyList<PhoneSummary> Phones);
}

/// <summary>An owner's WeChat.</summary>
public sealed class OwnerPhone(HttpClient http, string openId)
{
    private string Path => $"/sandbox/phones/owners/{Uri.EscapeDataString(openId)}";

    public string OpenId => openId;

    public Task<PhoneResult> FollowAsync(string? scene = null) => ActAsync("follow", new { scene });

    public Task<PhoneResult> UnfollowAsync() => ActAsync("unfollow");

    public Task<PhoneResult> ScanAsync(string scene) => ActAsync("scan", new { scene });

    public Task<PhoneResult> ClickAsync(string key) => ActAsync("click", new { key });

    public Task<PhoneResult> SayAsync(string content) => ActAsync("text", new { content });

    /// <summary>Taps a menu item or a tap-to-answer link.</summary>
    public Task<PhoneResult> TapAsync(PhoneChoice choice) => ActAsync("tap", new { choice.Id, choice.Content });

    public Task<PhoneResult> SpeakAsync(string? recognition) => ActAsync("voice", new { recognition });

    public Task<PhoneResult> SendPlaceAsync(double latitude, double longitude, string label) => ActAsync("location", new { latitude, longitude, label });

    public Task<PhoneResult> SendLinkAsync(string title, string description, string url) => ActAsync("link", new { title, description, url });

    /// <summary>Sends a message of any type.</summary>
    public Task<PhoneResult> SendOtherAsync(string msgType, Dictionary<string, string>? fields = null) => ActAsync("other", new { msgType, fields });

    public Task<PhoneResult> SendPictureAsync(byte[] picture, string fileName = "photo.jpg") =>
        SandboxPhones.SendPictureAsync(http, $"{Path}/image", picture, fileName);

    /// <summary>All that the phone shows, oldest first.</summary>
    public async Task<IReadOnlyList<PhoneItem>> ItemsAsync() => (await http.GetFromJsonAsync<PhoneScreen>(Path))!.Items;

    /// <summary>What came in: passive replies and 客服消息.</summary>
    public async Task<IReadOnlyList<PhoneItem>> InboxAsync() => [.. (await ItemsAsync()).Where(i => i.From == "them")];

    /// <summary>Waits for an incoming item that fits, the newest where several do.</summary>
    public Task<PhoneItem> WaitForAsync(Func<PhoneItem, bool> fits, TimeSpan? patience = null) =>
        SandboxPhones.WaitForAsync(http, Path, i => i.From == "them" && fits(i), patience);

    /// <summary>How many 客服消息 the platform would still take.</summary>
    public async Task<int> BudgetAsync() => (await http.GetFromJsonAsync<JsonElement>($"{Path}/budget")).GetProperty("left").GetInt32();

    private Task<PhoneResult> ActAsync(string action, object? body = null) => SandboxPhones.ActAsync(http, $"{Path}/{action}", body);
}

/// <summary>A member's WeCom.</summary>
public sealed class StaffPhone(HttpClient http, string userId)
{
    private string Path => $"/sandbox/phones/staff/{Uri.EscapeDataString(userId)}";

    public string UserId => userId;

    public Task<PhoneResult> SayAsync(string content) => ActAsync("text", new { content });

    public Task<PhoneResult> OpenAsync() => ActAsync("open");

    public Task<PhoneResult> SendPictureAsync(byte[] picture, string fileName = "photo.jpg") =>
        SandboxPhones.SendPictureAsync(http, $"{Path}/image", picture, fileName);

    /// <summary>Presses the button with these words.</summary>
    /// <exception cref="InvalidOperationException">The card has no such button to press.</exception>
    public Task<PhoneResult> PressAsync(PhoneItem item, string button)
    {
        var key = item.Card?.Buttons.Concat(item.Card.Menu).FirstOrDefault(b => b.Text == button)?.Key
            ?? throw new InvalidOperationException($"The card has no button '{button}'.");
        return ActAsync("press", new { item.Seq, key });
    }

    /// <summary>No longer a member of the corporation: messages name it as invaliduser.</summary>
    public async Task LeaveAsync()
    {
        using var response = await http.PostAsync($"{Path}/leave", content: null);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>All that the phone shows, oldest first; cards as they are now.</summary>
    public async Task<IReadOnlyList<PhoneItem>> ItemsAsync() => (await http.GetFromJsonAsync<PhoneScreen>(Path))!.Items;

    public async Task<IReadOnlyList<PhoneItem>> CardsAsync() => [.. (await ItemsAsync()).Where(i => i.Card is not null)];

    /// <summary>Waits for an incoming item that fits, the newest where several do.</summary>
    public Task<PhoneItem> WaitForAsync(Func<PhoneItem, bool> fits, TimeSpan? patience = null) =>
        SandboxPhones.WaitForAsync(http, Path, i => i.From == "them" && fits(i), patience);

    /// <summary>Waits for a card that fits in its present state.</summary>
    public Task<PhoneItem> WaitForCardAsync(Func<PhoneCard, bool>? fits = null, TimeSpan? patience = null) =>
        WaitForAsync(i => i.Card is { } card && (fits is null || fits(card)), patience);

    private Task<PhoneResult> ActAsync(string action, object? body = null) => SandboxPhones.ActAsync(http, $"{Path}/{action}", body);
}
