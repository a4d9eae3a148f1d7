using System.Text.Json;
using System.Text.Json.Serialization;
using ChatDesk.Knowledge.Understanding;

namespace ChatDesk.BotHost.Conversations;

/// <summary>What the bot is waiting for in a conversation. A filled slot is never asked again; after two questions a person takes over.</summary>
public sealed record Dialog
{
    /// <summary>How long an unanswered question stands (p).</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(12);

    public required DialogKind Kind { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>How many questions were asked in it.</summary>
    public int Asked { get; init; }

    /// <summary>What is to become a ticket.</summary>
    public ReportDraft? Draft { get; init; }

    /// <summary>Binding: the rooms that fit what was said.</summary>
    public IReadOnlyList<int> Rooms { get; init; } = [];

    /// <summary>Cancelling: the ticket.</summary>
    public string? Ticket { get; init; }

    public string Write() => JsonSerializer.Serialize(this, DialogJson.Default.Dialog);

    /// <summary>The open dialog, null when there is none or it is too old.</summary>
    public static Dialog? Of(Conversation conversation, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        if (conversation.DialogJson is null)
            return null;
        var dialog = JsonSerializer.Deserialize(conversation.DialogJson, DialogJson.Default.Dialog)!;
        return dialog.At + Life > now ? dialog : null;
    }
}

public enum DialogKind
{
    /// <summary>Waiting for a place.</summary>
    Report,

    /// <summary>Waiting for what a photo is about.</summary>
    Describe,

    /// <summary>Waiting for a room, then for the phone's last four digits.</summary>
    Bind,

    /// <summary>Waiting for a yes or no.</summary>
    Cancel,
}

/// <summary>A report that is not a ticket yet.</summary>
public sealed record ReportDraft
{
    public string Words { get; init; } = "";

    public string Subject { get; init; } = "";

    public Intent Intent { get; init; }

    public Category? Category { get; init; }

    public Urgency Urgency { get; init; }

    public Location Location { get; init; } = Location.None;

    /// <summary>Keys of the pictures that came before.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Dialog))]
internal sealed partial class DialogJson : JsonSerializerContext;
