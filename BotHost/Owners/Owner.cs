using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using ChatDesk.BotHost.Conversations;
using ChatDesk.BotHost.Data;

namespace ChatDesk.BotHost.Owners;

/// <summary>An owner (业主), a member of the family or a tenant, as the company's register has them.</summary>
public sealed class Owner : IVersioned
{
    public int Id { get; init; }

    [MaxLength(50)]
    public required string Name { get; set; }

    [MaxLength(40)]
    public required string Phone { get; set; }

    /// <summary>Known from the start where the company imported it.</summary>
    [MaxLength(64)]
    public string? WeChatOpenId { get; set; }

    public int? BirthYear { get; set; }

    public List<OwnerHome> Homes { get; init; } = [];

    public long Version { get; set; }

    /// <summary>The last four digits, which bind a chat to a home.</summary>
    public string PhoneTail() => Phone.Length >= 4 ? Phone[^4..] : Phone;
}

/// <summary>A person's tie to a room.</summary>
public sealed class OwnerHome
{
    public int OwnerId { get; init; }

    public required int RoomId { get; init; }

    public HomeRelation Relation { get; set; }
}

[JsonConverter(typeof(JsonStringEnumConverter<HomeRelation>))]
public enum HomeRelation
{
    [JsonStringEnumMemberName("owner")]
    Owner,

    [JsonStringEnumMemberName("family")]
    Family,

    [JsonStringEnumMemberName("tenant")]
    Tenant,
}

/// <summary>A wrong try to bind, counted per room and per sender on a local day (decision 16): a row for each room that was meant.</summary>
public sealed class BindingTry
{
    public long Id { get; init; }

    /// <summary>The same for the rows of one try.</summary>
    public required Guid TryId { get; init; }

    public int? RoomId { get; init; }

    public long ConversationId { get; init; }

    public required Conversation Conversation { get; init; }

    public required DateTimeOffset At { get; init; }
}
