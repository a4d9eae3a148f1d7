using System.Text.Json.Serialization;

namespace ChatDesk.Knowledge.Evaluation;

/// <summary>One line of input to "understand".</summary>
public sealed record UnderstandRequest
{
    [JsonPropertyName("text")] public required string Text { get; init; }

    /// <summary>"oa" or "group".</summary>
    [JsonPropertyName("channel")] public string Channel { get; init; } = "oa";

    [JsonPropertyName("context")] public UnderstandContext? Context { get; init; }

    /// <summary>Lines with the same thread are one group conversation in order; all others stand alone.</summary>
    [JsonPropertyName("thread")] public string? Thread { get; init; }

    [JsonPropertyName("sender")] public string? Sender { get; init; }

    [JsonPropertyName("at_bot")] public bool? AtBot { get; init; }
}

/// <summary>What was going on before the line.</summary>
public sealed record UnderstandContext
{
    /// <summary>"survey_csat4", "survey_star5", "survey_nps", "none" or absent.</summary>
    [JsonPropertyName("pending")] public string? Pending { get; init; }
}

/// <summary>One line of output of "understand".</summary>
public sealed record UnderstandAnswer
{
    [JsonPropertyName("intent")] public required string Intent { get; init; }

    [JsonPropertyName("category")] public required string? Category { get; init; }

    [JsonPropertyName("urgency")] public required string Urgency { get; init; }

    [JsonPropertyName("location")] public required UnderstandLocation Location { get; init; }

    [JsonPropertyName("should_reply")] public required bool ShouldReply { get; init; }

    [JsonPropertyName("merge")] public required bool Merge { get; init; }

    /// <summary>"answer" only when an article would go out verbatim.</summary>
    [JsonPropertyName("action")] public required string Action { get; init; }

    [JsonPropertyName("faq")] public required IReadOnlyList<UnderstandMatch> Faq { get; init; }

    [JsonPropertyName("masked")] public required string Masked { get; init; }

    [JsonPropertyName("items")] public required IReadOnlyList<UnderstandItem> Items { get; init; }

    [JsonPropertyName("survey"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public UnderstandSurvey? Survey { get; init; }

    /// <summary>With a register: room, part, ambiguous, unknown or not_said.</summary>
    [JsonPropertyName("place"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Place { get; init; }
}

/// <summary>A place, in the order of the label rules.</summary>
public sealed record UnderstandLocation(
    [property: JsonPropertyName("phase")] string? Phase,
    [property: JsonPropertyName("building")] string? Building,
    [property: JsonPropertyName("unit")] string? Unit,
    [property: JsonPropertyName("floor")] string? Floor,
    [property: JsonPropertyName("room")] string? Room,
    [property: JsonPropertyName("area")] string? Area);

/// <summary>An article found.</summary>
public sealed record UnderstandMatch([property: JsonPropertyName("id")] string Id, [property: JsonPropertyName("score")] double Score);

/// <summary>One of several requests.</summary>
public sealed record UnderstandItem(
    [property: JsonPropertyName("text")] string Text,
    [property: JsonPropertyName("intent")] string Intent,
    [property: JsonPropertyName("category")] string? Category,
    [property: JsonPropertyName("urgency")] string Urgency,
    [property: JsonPropertyName("location")] UnderstandLocation Location,
    [property: JsonPropertyName("faq")] IReadOnlyList<UnderstandMatch> Faq);

/// <summary>The value of a survey reply.</summary>
public sealed record UnderstandSurvey(
    [property: JsonPropertyName("csat")] string? Csat,
    [property: JsonPropertyName("score")] int? Score,
    [property: JsonPropertyName("nps")] int? Nps);

/// <summary>JSON of the command's lines.</summary>
[JsonSerializable(typeof(UnderstandRequest))]
[JsonSerializable(typeof(UnderstandAnswer))]
public sealed partial class UnderstandJson : JsonSerializerContext;
