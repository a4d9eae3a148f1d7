using System.Text.Json.Serialization;

namespace ChatDesk.Knowledge.Evaluation;

/// <summary>A labelled message of a corpus; see tests/Evaluation/README.md.</summary>
public sealed record CorpusMessage
{
    [JsonPropertyName("text")] public required string Text { get; init; }

    [JsonPropertyName("channel")] public required string Channel { get; init; }

    [JsonPropertyName("context")] public UnderstandContext? Context { get; init; }

    [JsonPropertyName("thread")] public string? Thread { get; init; }

    [JsonPropertyName("sender")] public string? Sender { get; init; }

    [JsonPropertyName("at_bot")] public bool? AtBot { get; init; }

    [JsonPropertyName("intent")] public required string Intent { get; init; }

    [JsonPropertyName("category")] public string? Category { get; init; }

    [JsonPropertyName("urgency")] public string? Urgency { get; init; }

    [JsonPropertyName("location")] public required UnderstandLocation Location { get; init; }

    [JsonPropertyName("faq_id")] public string? FaqId { get; init; }

    [JsonPropertyName("should_reply")] public bool? ShouldReply { get; init; }

    [JsonPropertyName("items")] public IReadOnlyList<CorpusItem>? Items { get; init; }

    [JsonPropertyName("pii")] public IReadOnlyList<CorpusDatum>? PersonalData { get; init; }

    public UnderstandRequest ToRequest() => new() { Text = Text, Channel = Channel, Context = Context, Thread = Thread, Sender = Sender, AtBot = AtBot };
}

/// <summary>One of several labelled requests of a message.</summary>
public sealed record CorpusItem([property: JsonPropertyName("intent")] string Intent);

/// <summary>Labelled personal data.</summary>
public sealed record CorpusDatum([property: JsonPropertyName("type")] string Type, [property: JsonPropertyName("value")] string Value);

/// <summary>A question in other words, with the article that answers it.</summary>
public sealed record CorpusQuestion(
    [property: JsonPropertyName("text")] string Text,
    [property: JsonPropertyName("faq_id")] string FaqId,
    [property: JsonPropertyName("style")] string Style);

/// <summary>JSON of the corpus's lines.</summary>
[JsonSerializable(typeof(CorpusMessage))]
[JsonSerializable(typeof(CorpusQuestion))]
public sealed partial class CorpusJson : JsonSerializerContext;
