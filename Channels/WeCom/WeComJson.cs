using System.Text.Json;
using System.Text.Json.Serialization;
using ChatDesk.Channels.Protocol;

namespace ChatDesk.Channels.WeCom;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(AppMessage))]
[JsonSerializable(typeof(CardUpdate))]
[JsonSerializable(typeof(TemplateCard))]
[JsonSerializable(typeof(WeComVisitor))]
internal sealed partial class WeComJson : JsonSerializerContext
{
    /// <summary>Raw UTF-8, without members that are null.</summary>
    public static WeComJson Raw { get; } = new(new JsonSerializerOptions
    {
        Encoder = RawJsonEncoder.Instance,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    });
}
