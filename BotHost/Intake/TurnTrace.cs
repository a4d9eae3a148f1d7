using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChatDesk.BotHost.Intake;

/// <summary>What a turn decided, in the words of the evaluation corpus: for tests and for the desk's "why".</summary>
public sealed record TurnTrace
{
    public string? Intent { get; init; }

    public string? Category { get; init; }

    public string? Urgency { get; init; }

    public TracedLocation? Location { get; init; }

    /// <summary>Action names: answer_faq, create_ticket, ask_location …</summary>
    public IReadOnlyList<string> Actions { get; init; } = [];

    /// <summary>The ticket that the turn was about.</summary>
    public string? Ticket { get; init; }

    /// <summary>The article that went out, as id@version.</summary>
    public string? Article { get; init; }

    public string Write() => JsonSerializer.Serialize(this, TraceJson.Default.TurnTrace);
}

/// <summary>The place as it is known so far.</summary>
public sealed record TracedLocation(string? Phase, string? Building, string? Unit, string? Floor, string? Room, string? Area);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(TurnTrace))]
internal sealed partial class TraceJson : JsonSerializerContext;
