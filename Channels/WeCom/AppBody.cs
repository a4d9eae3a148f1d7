using ChatDesk.Channels.Protocol;

namespace ChatDesk.Channels.WeCom;

/// <summary>The bodies of application and group messages; their JSON names are the platform's.</summary>
public static class AppBody
{
    /// <param name="Content">At most 2048 bytes; a text that is longer is cut.</param>
    /// <param name="MentionedList">In a group: user ids, or @all; null for nobody.</param>
    /// <param name="MentionedMobileList">In a group with a robot: phone numbers; null for nobody.</param>
    public sealed record Words(string Content, IReadOnlyList<string>? MentionedList = null, IReadOnlyList<string>? MentionedMobileList = null);

    public sealed record Media(string MediaId);

    /// <param name="Title">At most 128 bytes.</param>
    /// <param name="Description">At most 512 bytes.</param>
    public sealed record Film(string MediaId, string? Title = null, string? Description = null);

    /// <param name="Title">At most 128 bytes.</param>
    /// <param name="Description">At most 512 bytes; <c>div</c> with class gray, normal or highlight is shown.</param>
    /// <param name="Url">http or https, at most 2048 bytes.</param>
    /// <param name="Btntxt">At most 4 characters; null for 详情.</param>
    public sealed record LinkCard(string Title, string Description, string Url, string? Btntxt = null);

    /// <param name="Articles">1 to 8.</param>
    public sealed record Links(IReadOnlyList<Link> Articles);

    /// <param name="Title">At most 128 bytes.</param>
    /// <param name="Description">At most 512 bytes.</param>
    /// <param name="Url">The page; null where a mini program opens.</param>
    /// <param name="Picurl">A picture beside the title.</param>
    public sealed record Link(string Title, string? Description, string? Url, string? Picurl = null, string? Appid = null, string? Pagepath = null)
    {
        internal static Link Of(WebLink link) => new(link.Title, link.Description, link.Url, link.PicUrl);
    }

    public sealed record Articles([property: System.Text.Json.Serialization.JsonPropertyName("articles")] IReadOnlyList<Article> List);

    public sealed record Article(string Title, string ThumbMediaId, string? Author, string? ContentSourceUrl, string Content, string? Digest);
}
