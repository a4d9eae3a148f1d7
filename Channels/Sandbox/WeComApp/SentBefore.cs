using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatDesk.Channels.Sandbox.Platform;

namespace ChatDesk.Channels.Sandbox.WeComApp;

/// <summary>Answers to messages that asked for a duplicate check: an identical request gets the first one's answer and is not delivered again.</summary>
/// <remarks>Source: https://developer.work.weixin.qq.com/document/path/90236 (enable_duplicate_check).</remarks>
internal sealed class SentBefore(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (string Answer, DateTimeOffset Until)> _answers = [];

    /// <returns>Null for a request that asks for no check.</returns>
    public static string? Key(string app, PlatformBody body) => body.Root.Number("enable_duplicate_check") == 1
        ? $"{app} {Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(body.Raw)))}"
        : null;

    public static TimeSpan Interval(JsonElement message)
    {
        var asked = message.Number("duplicate_check_interval") is { } seconds and > 0
            ? TimeSpan.FromSeconds(seconds)
            : SandboxLimits.WeCom.DuplicateCheckDefault;
        return asked < SandboxLimits.WeCom.DuplicateCheckMost ? asked : SandboxLimits.WeCom.DuplicateCheckMost;
    }

    public (string Name, JsonNode? Value)[]? Find(string? key)
    {
        lock (_gate)
            return key is not null && _answers.TryGetValue(key, out var sent) && clock.GetUtcNow() < sent.Until
                ? [.. JsonNode.Parse(sent.Answer)!.AsObject().Select(f => (f.Key, f.Value?.DeepClone()))]
                : null;
    }

    public void Keep(string? key, TimeSpan interval, (string Name, JsonNode? Value)[] answer)
    {
        if (key is null)
            return;
        JsonObject json = new(answer.Select(f => KeyValuePair.Create(f.Name, f.Value?.DeepClone())));
        lock (_gate)
            _answers[key] = (json.ToJsonString(), clock.GetUtcNow() + interval);
    }
}
