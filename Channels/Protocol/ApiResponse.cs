using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using ChatDesk.Channels.Activities;

namespace ChatDesk.Channels.Protocol;

/// <summary>Reads what a platform's server answered.</summary>
internal static class ApiResponse
{
    /// <param name="response">Read to its end.</param>
    /// <param name="errors">The platform's error codes.</param>
    /// <param name="isDownload">Whether a body that is not the platform's JSON is a file.</param>
    /// <param name="ct">Cancels the reading.</param>
    public static async Task<ApiAnswer> ReadAsync(HttpResponseMessage response, ErrorTable errors, bool isDownload, CancellationToken ct)
    {
        if (!response.IsSuccessStatusCode)
            return ApiAnswer.NotReached(Outcome(response.StatusCode), $"HTTP {(int)response.StatusCode}");
        var bytes = await response.Content.ReadAsByteArrayAsync(ct);
        var answer = MayBeJson(response.Content.Headers.ContentType) || !isDownload ? Parse(bytes, errors) : null;
        if (answer is not null)
            return answer;
        return isDownload
            ? new ApiAnswer(SendOutcome.Sent, Code: 0, Error: null, File: File(response.Content.Headers, bytes))
            : ApiAnswer.NotReached(SendOutcome.Unknown, "The answer is not JSON.");
    }

    private static SendOutcome Outcome(HttpStatusCode status) =>
        status is HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError ? SendOutcome.Retry : SendOutcome.Alert;

    private static bool MayBeJson(MediaTypeHeaderValue? type) =>
        type?.MediaType is null or "application/json" or "text/json" or "text/plain";

    private static ApiAnswer? Parse(byte[] bytes, ErrorTable errors)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            return document.RootElement.ValueKind is JsonValueKind.Object ? Answer(document.RootElement.Clone(), errors) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ApiAnswer Answer(JsonElement body, ErrorTable errors)
    {
        var code = body.TryGetProperty("errcode", out var member) && member.TryGetInt32(out var value) ? value : 0;
        var error = code != 0 && body.TryGetProperty("errmsg", out var message) ? message.ToString() : null;
        return new ApiAnswer(errors.Outcome(code), code, error, body);
    }

    private static MediaFile File(HttpContentHeaders headers, byte[] bytes)
    {
        var name = headers.ContentDisposition?.FileNameStar ?? headers.ContentDisposition?.FileName?.Trim('"');
        return new MediaFile(Path.GetFileName(name ?? "media"), headers.ContentType?.MediaType ?? "application/octet-stream", bytes);
    }
}
