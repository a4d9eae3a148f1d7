using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using ChatDesk.Channels.Sandbox.Platform;
using Microsoft.AspNetCore.Http;
using static ChatDesk.Channels.Sandbox.Platform.CallbackXmlWriter;

namespace ChatDesk.Channels.Sandbox.OfficialAccount;

/// <summary>The played freepublish calls: a draft becomes a page and no follower hears of it.</summary>
/// <remarks>Source: https://developers.weixin.qq.com/doc/service/api/public/ (发布能力).</remarks>
internal sealed class Publications(Drafts drafts, NoticeEvents events, MessageIds ids, SandboxAddress address)
{
    private const int Published = 0;
    private const int DeletedByUser = 5;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (string ArticleId, int Status, IReadOnlyList<JsonElement> Articles)> _published = [];

    public IResult Submit(PlayedAccount account, PlatformBody body)
    {
        if (drafts.Take(body.Root.Text("media_id")) is not { } articles)
            return PlatformAnswer.Refuse(PlatformErrors.InvalidMediaId);
        var publishId = ids.Next().ToString();
        var articleId = "article-" + Guid.NewGuid().ToString("N");
        lock (_gate)
            _published[publishId] = (articleId, Published, articles);
        events.Send(account, account.Address, "PUBLISHJOBFINISH", new XElement("PublishEventInfo",
            Text("publish_id", publishId), Number("publish_status", Published), Text("article_id", articleId),
            new XElement("article_detail", Number("count", articles.Count),
                articles.Select((_, index) => new XElement("item", Number("idx", index + 1), Text("article_url", Url(articleId, index + 1)))))));
        return PlatformAnswer.Ok(("publish_id", publishId), ("msg_data_id", ids.Next()));
    }

    public IResult Get(PlayedAccount account, PlatformBody body)
    {
        lock (_gate)
        {
            if (!_published.TryGetValue(body.Root.Text("publish_id") ?? "", out var found))
                return PlatformAnswer.Refuse(PlatformErrors.InvalidParameter);
            var items = found.Articles.Select((_, index) => (JsonNode)new JsonObject { ["idx"] = index + 1, ["article_url"] = Url(found.ArticleId, index + 1) });
            return PlatformAnswer.Bare(
                ("publish_id", body.Root.Text("publish_id")), ("publish_status", found.Status), ("article_id", found.ArticleId),
                ("article_detail", new JsonObject { ["count"] = found.Articles.Count, ["item"] = new JsonArray([.. items]) }), ("fail_idx", new JsonArray()));
        }
    }

    public IResult Delete(PlayedAccount account, PlatformBody body)
    {
        lock (_gate)
        {
            var id = _published.FirstOrDefault(p => p.Value.ArticleId == body.Root.Text("article_id")).Key;
            if (id is null)
                return PlatformAnswer.Refuse(PlatformErrors.InvalidParameter);
            _published[id] = _published[id] with { Status = DeletedByUser };
            return PlatformAnswer.Ok();
        }
    }

    /// <summary>Whether a 客服消息 can send it.</summary>
    public bool IsPublished(string? articleId)
    {
        lock (_gate)
            return _published.Values.Any(p => p.ArticleId == articleId && p.Status == Published);
    }

    /// <returns>The page as the sandbox shows it; null where there is none, or no more.</returns>
    public string? Page(string articleId, int index)
    {
        lock (_gate)
        {
            var found = _published.Values.FirstOrDefault(p => p.ArticleId == articleId && p.Status == Published);
            return found.Articles is { } articles && index >= 1 && index <= articles.Count ? articles[index - 1].Text("content") : null;
        }
    }

    private string Url(string articleId, int index) => new Uri(address.Root(), $"/sandbox/articles/{articleId}/{index}").ToString();
}
