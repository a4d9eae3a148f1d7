using System.Globalization;
using System.Text;
using System.Text.Json;
using ChatDesk.Channels.Sandbox.Platform;
using Microsoft.AspNetCore.Http;
using static ChatDesk.Channels.Sandbox.SandboxLimits.OfficialAccount;

namespace ChatDesk.Channels.Sandbox.OfficialAccount;

/// <summary>The played draft box.</summary>
/// <remarks>Source: https://developers.weixin.qq.com/doc/service/api/draftbox/draftmanage/api_draft_add.</remarks>
internal sealed class Drafts(MediaShelf media)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<JsonElement>> _drafts = [];

    public IResult Add(PlayedAccount account, PlatformBody body)
    {
        List<JsonElement> articles = [.. body.Root.Items("articles")];
        if (articles.Count == 0)
            return PlatformAnswer.Refuse(PlatformErrors.InvalidParameter);
        if (articles.Select(Check).FirstOrDefault(error => error is not null) is { } problem)
            return PlatformAnswer.Refuse(problem);
        var id = "draft-" + Guid.NewGuid().ToString("N");
        lock (_gate)
            _drafts[id] = articles;
        return PlatformAnswer.Bare(("media_id", id));
    }

    public IResult Update(PlayedAccount account, PlatformBody body)
    {
        if (body.Root.Member("articles") is not { ValueKind: JsonValueKind.Object } article)
            return PlatformAnswer.Refuse(PlatformErrors.InvalidParameter);
        if (Check(article) is { } problem)
            return PlatformAnswer.Refuse(problem);
        lock (_gate)
        {
            if (Find(body.Root.Text("media_id")) is not { } draft || body.Root.Number("index") is not { } index || index < 0 || index >= draft.Count)
                return PlatformAnswer.Refuse(PlatformErrors.InvalidMediaId);
            draft[(int)index] = article;
            return PlatformAnswer.Ok();
        }
    }

    public IResult Delete(PlayedAccount account, PlatformBody body) =>
        Take(body.Root.Text("media_id")) is null ? PlatformAnswer.Refuse(PlatformErrors.InvalidMediaId) : PlatformAnswer.Ok();

    /// <summary>The draft's articles, if it is there still.</summary>
    public IReadOnlyList<JsonElement>? Read(string? id)
    {
        lock (_gate)
            return Find(id) is { } draft ? [.. draft] : null;
    }

    /// <summary>The draft's articles; it is gone from the box then.</summary>
    public IReadOnlyList<JsonElement>? Take(string? id)
    {
        lock (_gate)
        {
            var draft = Find(id);
            if (draft is not null)
                _drafts.Remove(id!);
            return draft;
        }
    }

    private List<JsonElement>? Find(string? id) => id is null ? null : _drafts.GetValueOrDefault(id);

    private PlatformError? Check(JsonElement article)
    {
        var content = article.Text("content") ?? "";
        if (article.Text("title") is not { } title || Characters(title) > TitleCharacters)
            return PlatformErrors.InvalidTitle;
        if (Characters(article.Text("author")) > AuthorCharacters)
            return PlatformErrors.InvalidAuthor;
        if (Characters(article.Text("digest")) > DigestCharacters)
            return PlatformErrors.InvalidDigest;
        if (content.Length == 0 || content.Length > ContentCharacters || Encoding.UTF8.GetByteCount(content) > ContentBytes)
            return PlatformErrors.TextTooLong;
        if (Encoding.UTF8.GetByteCount(article.Text("content_source_url") ?? "") > SourceUrlBytes)
            return PlatformErrors.InvalidUrl;
        return media.IsPermanent(article.Text("thumb_media_id")) ? null : PlatformErrors.InvalidMediaId;
    }

    private static int Characters(string? text) => new StringInfo(text ?? "").LengthInTextElements;
}
