using ChatDesk.Channels.Activities;
using ChatDesk.Channels.Protocol;

namespace ChatDesk.Channels.WeChat;

/// <content>Drafts, and the pictures in them.</content>
/// <remarks>Source: https://developers.weixin.qq.com/doc/service/api/draftbox/draftmanage/ and https://developers.weixin.qq.com/doc/service/api/material/permanent/.</remarks>
public sealed partial class WeChatClient
{
    /// <returns>The draft's media id. A draft is gone once it was published or sent to many.</returns>
    /// <exception cref="ArgumentException">An article breaks a limit (<see cref="DraftArticle.Problems"/>).</exception>
    public async Task<ApiResult<string>> AddDraftAsync(string account, IReadOnlyList<DraftArticle> articles, CancellationToken ct)
    {
        EnsureValid(articles);
        return (await PostAsync(account, "cgi-bin/draft/add", new Draft(articles), WeChatJson.Raw.Draft, ct)).Read("media_id");
    }

    /// <param name="account">The configured account.</param>
    /// <param name="mediaId">The draft.</param>
    /// <param name="index">Which of its articles, from 0.</param>
    /// <param name="article">What takes its place.</param>
    /// <param name="ct">Cancels the call.</param>
    /// <exception cref="ArgumentException">The article breaks a limit.</exception>
    public async Task<SendResult> UpdateDraftAsync(string account, string mediaId, int index, DraftArticle article, CancellationToken ct)
    {
        EnsureValid([article]);
        return (await PostAsync(account, "cgi-bin/draft/update", new DraftUpdate(mediaId, index, article), WeChatJson.Raw.DraftUpdate, ct)).Done();
    }

    public async Task<SendResult> DeleteDraftAsync(string account, string mediaId, CancellationToken ct) =>
        (await PostAsync(account, "cgi-bin/draft/delete", new MediaReference(mediaId), WeChatJson.Raw.MediaReference, ct)).Done();

    /// <summary>Uploads a picture for an article's text.</summary>
    /// <returns>Its address.</returns>
    public async Task<ApiResult<string>> UploadArticlePictureAsync(string account, MediaFile picture, CancellationToken ct) =>
        (await _api.PostAsync(Source(account), "cgi-bin/media/uploadimg", () => MediaForm.Of(picture), ct)).Read("url");

    /// <summary>Uploads a file that stays, such as an article's cover.</summary>
    /// <param name="account">The configured account.</param>
    /// <param name="type">image, voice, video or thumb.</param>
    /// <param name="file">The bytes, with a file name and a MIME type.</param>
    /// <param name="ct">Cancels the upload.</param>
    /// <returns>Its media id.</returns>
    public async Task<ApiResult<string>> AddMaterialAsync(string account, string type, MediaFile file, CancellationToken ct) =>
        (await _api.PostAsync(Source(account), "cgi-bin/material/add_material", $"type={Uri.EscapeDataString(type)}", () => MediaForm.Of(file), ct)).Read("media_id");

    private static void EnsureValid(IReadOnlyList<DraftArticle> articles)
    {
        ArgumentOutOfRangeException.ThrowIfZero(articles.Count);
        var problems = string.Join('；', articles.SelectMany(article => article.Problems()).Select(p => $"{p.Field}：{p.Rule}"));
        if (problems.Length > 0)
            throw new ArgumentException(problems, nameof(articles));
    }
}

internal sealed record Draft(IReadOnlyList<DraftArticle> Articles);

internal sealed record DraftUpdate(string MediaId, int Index, DraftArticle Articles);

internal sealed record MediaReference(string MediaId);
