using ChatDesk.Channels.Activities;

namespace ChatDesk.Channels.WeChat;

/// <content>Publishing (发布): a permanent page, of which no follower is told.</content>
/// <remarks>Source: https://developers.weixin.qq.com/doc/service/api/public/ (发布能力).</remarks>
public sealed partial class WeChatClient
{
    /// <summary>Publishes a draft. It is done when the event PUBLISHJOBFINISH comes (<see cref="WeChatPublication.From"/>), or <see cref="GetPublicationAsync"/> says so.</summary>
    /// <returns>The publish id.</returns>
    public async Task<ApiResult<string>> PublishAsync(string account, string mediaId, CancellationToken ct) =>
        (await PostAsync(account, "cgi-bin/freepublish/submit", new MediaReference(mediaId), WeChatJson.Raw.MediaReference, ct)).Read("publish_id");

    public async Task<ApiResult<WeChatPublication>> GetPublicationAsync(string account, string publishId, CancellationToken ct) =>
        (await PostAsync(account, "cgi-bin/freepublish/get", new PublishReference(publishId), WeChatJson.Raw.PublishReference, ct)).Read(WeChatJson.Raw.WeChatPublication);

    /// <param name="account">The configured account.</param>
    /// <param name="articleId">What was published.</param>
    /// <param name="index">Which of its articles, from 1; 0 for all.</param>
    /// <param name="ct">Cancels the call.</param>
    public async Task<SendResult> DeletePublicationAsync(string account, string articleId, int index, CancellationToken ct) =>
        (await PostAsync(account, "cgi-bin/freepublish/delete", new PublishedArticle(articleId, index), WeChatJson.Raw.PublishedArticle, ct)).Done();
}

internal sealed record PublishReference(string PublishId);

internal sealed record PublishedArticle(string ArticleId, int Index);

/// <summary>How far a publication is.</summary>
/// <param name="PublishId">What <see cref="WeChatClient.PublishAsync"/> gave.</param>
/// <param name="PublishStatus">As the platform counts.</param>
/// <param name="ArticleId">Once it succeeded; 客服消息 can send it (mpnewsarticle).</param>
/// <param name="ArticleDetail">Once it succeeded.</param>
public sealed record WeChatPublication(string PublishId, PublishStatus PublishStatus, string? ArticleId, WeChatPublication.Pages? ArticleDetail)
{
    /// <summary>The event PUBLISHJOBFINISH.</summary>
    /// <returns>Null for any other activity.</returns>
    public static WeChatPublication? From(Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        if (activity.Name != "PUBLISHJOBFINISH" || !int.TryParse(activity.Values.GetValueOrDefault("PublishEventInfo/publish_status"), out var status))
            return null;
        var urls = activity.Values.Where(v => v.Key.StartsWith("PublishEventInfo/article_detail/item", StringComparison.Ordinal) && v.Key.EndsWith("/article_url", StringComparison.Ordinal));
        Pages detail = new([.. urls.Select((url, position) => new PublishedPage(position + 1, url.Value))]);
        return new(
            activity.Values.GetValueOrDefault("PublishEventInfo/publish_id", ""), (PublishStatus)status,
            activity.Values.GetValueOrDefault("PublishEventInfo/article_id"), detail.Item.Count == 0 ? null : detail);
    }

    public sealed record Pages(IReadOnlyList<PublishedPage> Item);

    /// <param name="Idx">From 1.</param>
    /// <param name="ArticleUrl">The permanent address.</param>
    public sealed record PublishedPage(int Idx, string ArticleUrl);
}

/// <summary>The platform's numbers for a publication.</summary>
public enum PublishStatus
{
    Published = 0,
    Running = 1,

    /// <summary>原创校验失败.</summary>
    OriginalCheckFailed = 2,
    Failed = 3,
    ReviewRejected = 4,
    DeletedByUser = 5,
    Banned = 6,
}
