namespace ChatDesk.Channels.WeChat;

/// <summary>The bodies of 客服消息; their JSON names are the platform's.</summary>
public static class CustomBody
{
    public sealed record Words(string Content);

    public sealed record Media(string MediaId);

    public sealed record Film(string MediaId, string ThumbMediaId, string Title, string Description);

    public sealed record Song(string Title, string Description, string Musicurl, string Hqmusicurl, string ThumbMediaId);

    /// <param name="Articles">Exactly one.</param>
    public sealed record Links(IReadOnlyList<Link> Articles);

    public sealed record Link(string Title, string Description, string Url, string Picurl);

    public sealed record Published(string ArticleId);

    /// <param name="HeadContent">Above the choices.</param>
    /// <param name="List">What can be tapped; the tap comes back as a text with the choice's id.</param>
    /// <param name="TailContent">Below them.</param>
    public sealed record Menu(string HeadContent, IReadOnlyList<Choice> List, string TailContent);

    public sealed record Choice(string Id, string Content);

    public sealed record MiniProgram(string Title, string Appid, string Pagepath, string ThumbMediaId);

    public sealed record Coupon(string CardId);

    public sealed record Agent(string KfAccount);

    /// <param name="IsAiMsg">1 for a text that a model wrote.</param>
    public sealed record Origin(int IsAiMsg = 1);
}
