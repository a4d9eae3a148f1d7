using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ChatDesk.Channels.Activities;

namespace ChatDesk.Channels.Protocol;

/// <summary>What a platform's API said to one call.</summary>
/// <param name="Outcome">The reaction that the platform's documents ask for.</param>
/// <param name="Code">errcode, 0 for success; null where no answer came or it was not the platform's.</param>
/// <param name="Error">errmsg, or what kept an answer from coming; without tokens.</param>
/// <param name="Body">The JSON object of the answer, else undefined.</param>
/// <param name="File">What a download brought.</param>
internal sealed record ApiAnswer(SendOutcome Outcome, int? Code, string? Error, JsonElement Body = default, MediaFile? File = null)
{
    /// <returns>A member as text, a number in its digits; null where it is missing, null or empty.</returns>
    public string? Text(string name)
    {
        if (Body.ValueKind is not JsonValueKind.Object || !Body.TryGetProperty(name, out var value))
            return null;
        var text = value.ValueKind is JsonValueKind.String or JsonValueKind.Number ? value.ToString() : "";
        return text.Length > 0 ? text : null;
    }

    /// <summary>Whole seconds of a member that holds a number; 0 where it does not.</summary>
    public TimeSpan Seconds(string name) =>
        int.TryParse(Text(name), out var seconds) ? TimeSpan.FromSeconds(seconds) : TimeSpan.Zero;

    /// <summary>The answer's body in its own shape; Alert where a success has another shape.</summary>
    public ApiResult<T> Read<T>(JsonTypeInfo<T> type)
        where T : class
    {
        if (Outcome is not SendOutcome.Sent)
            return Refusal<T>();
        try
        {
            return new ApiResult<T>(Body.Deserialize(type), Outcome, Code, Error);
        }
        catch (JsonException)
        {
            return new ApiResult<T>(null, SendOutcome.Alert, Code, $"The answer is no {typeof(T).Name}.");
        }
    }

    /// <summary>One member of the answer as text; Alert where a success lacks it.</summary>
    public ApiResult<string> Read(string member) => Outcome is not SendOutcome.Sent
        ? Refusal<string>()
        : Text(member) is { } text ? new ApiResult<string>(text, Outcome, Code, Error) : new ApiResult<string>(null, SendOutcome.Alert, Code, $"The answer has no {member}.");

    /// <summary>The answer to a call that only does something.</summary>
    public SendResult Done() => new(Outcome, Code, Error);

    public ApiResult<T> Refusal<T>()
        where T : class => new(null, Outcome, Code, Error);

    public static ApiAnswer NotReached(SendOutcome outcome, string error) => new(outcome, Code: null, error);
}
