using System.Text.Json;
using System.Text.Json.Serialization;
using ChatDesk.Channels.Activities;

namespace ChatDesk.Channels.Protocol;

/// <summary>The content of an <see cref="AttachmentType.Location"/> attachment; degrees.</summary>
/// <param name="Latitude">-90 to 90.</param>
/// <param name="Longitude">-180 to 180.</param>
/// <param name="Label">The place's name or address, null where the phone gave none.</param>
public sealed record Place(double Latitude, double Longitude, string? Label)
{
    public JsonElement ToJson() => JsonSerializer.SerializeToElement(this, AttachmentJson.Default.Place);
}

/// <summary>The content of an <see cref="AttachmentType.Link"/> attachment.</summary>
/// <param name="Title">May be empty.</param>
/// <param name="Description">Null where there is none.</param>
/// <param name="Url">Where it leads.</param>
/// <param name="PicUrl">A picture beside the title, null where there is none.</param>
public sealed record WebLink(string Title, string? Description, string Url, string? PicUrl)
{
    public JsonElement ToJson() => JsonSerializer.SerializeToElement(this, AttachmentJson.Default.WebLink);

    /// <summary>A link as an attachment; official accounts render it as a news card.</summary>
    public Attachment ToAttachment() => new(AttachmentType.Link, ContentUrl: Url, Name: Title, Content: ToJson());

    /// <exception cref="NotSupportedException">The attachment's content is not a link.</exception>
    public static WebLink From(Attachment attachment) =>
        attachment.Content?.Deserialize(AttachmentJson.Default.WebLink) ?? throw new NotSupportedException("A link attachment has content.");
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Place))]
[JsonSerializable(typeof(WebLink))]
internal sealed partial class AttachmentJson : JsonSerializerContext;
