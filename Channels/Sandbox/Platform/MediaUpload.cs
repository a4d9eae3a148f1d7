using ChatDesk.Channels.Activities;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace ChatDesk.Channels.Sandbox.Platform;

/// <summary>Reads the multipart body of media/upload as strictly as the platforms do.</summary>
internal static class MediaUpload
{
    /// <summary>What one value of the query's <c>type</c> allows.</summary>
    /// <param name="MostBytes">The largest file.</param>
    /// <param name="Extensions">File name endings, with the dot; none means any.</param>
    /// <param name="TooLarge">The refusal of a larger one.</param>
    public sealed record Rule(int MostBytes, string[] Extensions, PlatformError TooLarge);

    public static async Task<(MediaFile? File, PlatformError? Error)> ReadAsync(HttpRequest request, Rule rule, int leastBytes, CancellationToken ct)
    {
        var section = await FindMediaAsync(request, ct);
        if (section is null)
            return (null, PlatformErrors.MissingFile);
        var bytes = await ReadAtMostAsync(section.Body, rule.MostBytes, ct);
        if (bytes is null)
            return (null, rule.TooLarge);
        if (bytes.Length < leastBytes)
            return (null, PlatformErrors.InvalidFileSize);
        var name = section.GetContentDispositionHeader()?.FileName.Value?.Trim('"') ?? "";
        return rule.Extensions.Length == 0 || rule.Extensions.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase)
            ? (new MediaFile(name, section.ContentType ?? "application/octet-stream", bytes), null)
            : (null, PlatformErrors.InvalidFileType);
    }

    // A quoted boundary or an unquoted part name is not understood: the file counts as missing.
    private static async Task<MultipartSection?> FindMediaAsync(HttpRequest request, CancellationToken ct)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || type.Boundary.Length == 0
            || type.Boundary.Value![0] == '"')
            return null;
        MultipartReader reader = new(type.Boundary.Value, request.Body);
        while (await reader.ReadNextSectionAsync(ct) is { } section)
        {
            if (section.ContentDisposition?.Contains("name=\"media\"", StringComparison.Ordinal) == true
                && section.ContentDisposition.Contains("filename=\"", StringComparison.Ordinal))
                return section;
        }

        return null;
    }

    private static async Task<byte[]?> ReadAtMostAsync(Stream body, int most, CancellationToken ct)
    {
        using MemoryStream bytes = new();
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await body.ReadAsync(buffer, ct)) > 0)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > most)
                return null;
        }

        return bytes.ToArray();
    }
}
