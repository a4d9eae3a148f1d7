using System.Text.Json;

namespace ChatDesk.Tests.Fixtures;

/// <summary>A call that the desk made and the platform took.</summary>
/// <param name="Path">Without the host and the query.</param>
/// <param name="Raw">The body as it came.</param>
/// <param name="Answer">What the platform said.</param>
public sealed record PlatformCall(string Path, string Raw, JsonElement Answer)
{
    public JsonElement Body { get; } = JsonDocument.Parse(Raw).RootElement;

    public string? ResponseCode => Text(Answer, "response_code");

    public string? UsedCode => Text(Body, "response_code");

    public JsonElement? Card => Body.TryGetProperty("template_card", out var card) ? card : null;

    /// <summary>To whom a message or an update went.</summary>
    public string[] Members => Body.TryGetProperty("userids", out var ids)
        ? [.. ids.EnumerateArray().Select(id => id.GetString()!)]
        : (Text(Body, "touser") ?? "").Split('|');

    public string? ReplaceText => Card is { } card ? Text(card, "replace_text") : null;

    public string? TaskId => Card is { } card ? Text(card, "task_id") : null;

    public string[] Buttons => Card is { } card && card.TryGetProperty("button_list", out var buttons)
        ? [.. buttons.EnumerateArray().Select(button => Text(button, "text")!)]
        : [];

    public string KeyOf(string button) => Text(Card!.Value.GetProperty("button_list").EnumerateArray().Single(b => Text(b, "text") == button), "key")!;

    /// <summary>The address of the card's link to the work page.</summary>
    public Uri WorkPage => new(Text(Card!.Value.GetProperty("jump_list")[0], "url")!);

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;
}
