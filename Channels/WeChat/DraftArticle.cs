using System.Globalization;
using System.Text;
using ChatDesk.Channels.Activities;

namespace ChatDesk.Channels.WeChat;

/// <summary>An article of a draft.</summary>
/// <remarks>Source: https://developers.weixin.qq.com/doc/service/api/draftbox/draftmanage/api_draft_add.</remarks>
public sealed record DraftArticle
{
    public string ArticleType => "news";

    /// <summary>At most 32 characters.</summary>
    public required string Title { get; init; }

    /// <summary>At most 16 characters; null for none.</summary>
    public string? Author { get; init; }

    /// <summary>At most 128 characters; null for the first words.</summary>
    public string? Digest { get; init; }

    /// <summary>HTML under 20,000 characters and 1 MB. Scripts are removed, and pictures that are not from <see cref="WeChatClient.UploadArticlePictureAsync"/>.</summary>
    public required string Content { get; init; }

    /// <summary>Where 阅读原文 leads, at most 1 KB; null for none.</summary>
    public string? ContentSourceUrl { get; init; }

    /// <summary>The cover: a permanent picture (<see cref="WeChatClient.AddMaterialAsync"/>).</summary>
    public required string ThumbMediaId { get; init; }

    public int NeedOpenComment { get; init; }

    public int OnlyFansCanComment { get; init; }

    /// <returns>Every limit that the article breaks, by its field's name on the wire.</returns>
    public IEnumerable<FieldProblem> Problems()
    {
        (bool Broken, string Field, string Rule)[] rules =
        [
            (Characters(Title) is 0 or > 32, "title", "标题为 1 到 32 个字"),
            (Characters(Author) > 16, "author", "作者不超过 16 个字"),
            (Characters(Digest) > 128, "digest", "摘要不超过 128 个字"),
            (Content.Length is 0 or >= 20_000 || Encoding.UTF8.GetByteCount(Content) >= 1 << 20, "content", "正文不能为空，要少于 2 万字符、小于 1 MB"),
            (Encoding.UTF8.GetByteCount(ContentSourceUrl ?? "") > 1024, "content_source_url", "原文链接不超过 1 KB"),
            (ThumbMediaId.Length == 0, "thumb_media_id", "要有封面图片"),
        ];
        return rules.Where(rule => rule.Broken).Select(rule => new FieldProblem(rule.Field, rule.Rule));
    }

    private static int Characters(string? text) => new StringInfo(text ?? "").LengthInTextElements;
}
