using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ChatDesk.Channels.Protocol;

/// <summary>Request bodies as the platforms read them.</summary>
internal static class RequestBody
{
    /// <summary>JSON in UTF-8; the charset is named because Chinese is refused without it.</summary>
    public static HttpContent Json<T>(T value, JsonTypeInfo<T> type) => new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(value, type))
    {
        Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") },
    };
}
