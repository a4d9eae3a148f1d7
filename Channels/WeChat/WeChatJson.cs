using System.Text.Json;
using System.Text.Json.Serialization;
using ChatDesk.Channels.Protocol;

namespace ChatDesk.Channels.WeChat;

/// <summary>What an account shows for a token.</summary>
internal sealed record TokenRequest(string GrantType, string Appid, string Secret, bool ForceRefresh);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(CustomMessage))]
[JsonSerializable(typeof(TemplateNotice))]
[JsonSerializable(typeof(TemplateMessage))]
[JsonSerializable(typeof(SubscriptionMessage))]
[JsonSerializable(typeof(TokenRequest))]
[JsonSerializable(typeof(WeChatVisitor))]
[JsonSerializable(typeof(WeChatProfile))]
[JsonSerializable(typeof(WeChatUser))]
[JsonSerializable(typeof(WeChatUsers))]
[JsonSerializable(typeof(WeChatFollowers))]
[JsonSerializable(typeof(UserQuery))]
internal sealed partial class WeChatJson : JsonSerializerContext
{
    /// <summary>Raw UTF-8, without members that are null.</summary>
    public static WeChatJson Raw { get; } = new(new JsonSerializerOptions
    {
        Encoder = RawJsonEncoder.Instance,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    });
}
