using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace ChatDesk.Channels.Sandbox.Platform;

/// <summary>A request's JSON body: what was sent, byte for byte, and what it says.</summary>
internal sealed partial record PlatformBody(string Raw, JsonElement Root)
{
    /// <summary>Reads the body as strictly as the platforms' own parser: escapes of printable characters are refused.</summary>
    public static async Task<(PlatformBody? Body, PlatformError? Error)> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        using StreamReader reader = new(request.Body);
        var raw = await reader.ReadToEndAsync(ct);
        if (string.IsNullOrWhiteSpace(raw))
            return (null, PlatformErrors.EmptyBody);
        if (Escapes().Matches(raw).Any(IsPrintable))
            return (null, PlatformErrors.EscapedUnicode);
        try
        {
            using var document = JsonDocument.Parse(raw);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? (new PlatformBody(raw, document.RootElement.Clone()), null)
                : (null, PlatformErrors.InvalidJson);
        }
        catch (JsonException)
        {
            return (null, PlatformErrors.InvalidJson);
        }
    }

    // JSON itself demands escapes for control characters; U+2028 and U+2029 are escaped by careful writers.
    private static bool IsPrintable(Match escape)
    {
        var code = int.Parse(escape.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return code is >= 0x20 and not (0x7F or 0x2028 or 0x2029);
    }

    [GeneratedRegex(@"(?<!\\)(?:\\\\)*\\u([0-9a-fA-F]{4})")]
    private static partial Regex Escapes();
}
