using System.Text.Json;
using System.Text.Json.Serialization;
using ChatDesk.Channels.Protocol;

namespace ChatDesk.Channels.WeCom;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(AppMessage))]
[JsonSerializable(typeof(CardUpdate))]
[JsonSerializable(typeof(TemplateCard))]
[JsonSerializable(typeof(WeComVisitor))]
[JsonSerializable(typeof(GroupMessage))]
[JsonSerializable(typeof(AppChat))]
[JsonSerializable(typeof(AppChatUpdate))]
[JsonSerializable(typeof(WeComAppChat))]
[JsonSerializable(typeof(AppChatMessage))]
[JsonSerializable(typeof(MemberIdQuery))]
[JsonSerializable(typeof(MobileQuery))]
[JsonSerializable(typeof(WeComMemberIds))]
[JsonSerializable(typeof(WeComMember))]
[JsonSerializable(typeof(WeComMembers))]
[JsonSerializable(typeof(WeComDepartmentIds))]
[JsonSerializable(typeof(WeComDepartments))]
[JsonSerializable(typeof(WeComDepartment))]
[JsonSerializable(typeof(RecalledMessage))]
[JsonSerializable(typeof(WeComAddresses))]
[JsonSerializable(typeof(WeComAgent))]
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
