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
[JsonSerializable(typeof(CustomMenu))]
[JsonSerializable(typeof(WeChatMenu))]
[JsonSerializable(typeof(QrRequest))]
[JsonSerializable(typeof(WeChatQrCode))]
[JsonSerializable(typeof(Draft))]
[JsonSerializable(typeof(DraftUpdate))]
[JsonSerializable(typeof(MediaReference))]
[JsonSerializable(typeof(PublishReference))]
[JsonSerializable(typeof(PublishedArticle))]
[JsonSerializable(typeof(WeChatPublication))]
[JsonSerializable(typeof(MassRequest))]
[JsonSerializable(typeof(MassReference))]
[JsonSerializable(typeof(MassDeletion))]
[JsonSerializable(typeof(CallbackCheck))]
[JsonSerializable(typeof(QuotaQuery))]
[JsonSerializable(typeof(QuotaClearing))]
[JsonSerializable(typeof(TypingCommand))]
[JsonSerializable(typeof(WeChatAddresses))]
[JsonSerializable(typeof(WeChatReachability))]
[JsonSerializable(typeof(WeChatQuota))]
[JsonSerializable(typeof(WeChatTemplates))]
[JsonSerializable(typeof(WeChatSubscriptionTemplates))]
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
