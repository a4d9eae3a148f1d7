using System.Text.Json;
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

    public static ApiAnswer NotReached(SendOutcome outcome, string error) => new(outcome, Code: null, error);
}
