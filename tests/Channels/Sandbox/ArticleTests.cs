using ChatDesk.Channels.Activities;
using ChatDesk.Channels.WeChat;

namespace ChatDesk.Tests.Channels.Sandbox;

/// <summary>Drafts, publishing and mass sends; rules: api/draftbox, api/public, api/notify/mass.</summary>
public sealed class ArticleTests : PlayedPlatformTest
{
    private static readonly MediaFile Cover = new("cover.jpg", "image/jpeg", [0xFF, 0xD8, 0xFF, 0xE0]);

    [Fact]
    public async Task A_published_draft_is_a_page_of_which_no_follower_hears()
    {
        await PostAsync("owners/oA/follow", new { });
        var draft = await DraftAsync();

        var publishId = (await OfficialAccount.PublishAsync("demo", draft, default)).Value!;
        var publication = (await OfficialAccount.GetPublicationAsync("demo", publishId, default)).Value!;

        Assert.Equal(PublishStatus.Published, publication.PublishStatus);
        Assert.Contains("一切正常", await Browser.GetStringAsync(publication.ArticleDetail!.Item[0].ArticleUrl), StringComparison.Ordinal);
        Assert.DoesNotContain(await ItemsAsync("owners/oA"), item => item.Kind == "news");
        var finished = WeChatPublication.From(await EventAsync("PUBLISHJOBFINISH"))!;
        Assert.Equal((publishId, publication.ArticleId, publication.ArticleDetail.Item[0].ArticleUrl), (finished.PublishId, finished.ArticleId, finished.ArticleDetail!.Item[0].ArticleUrl));
        Assert.Equal(40007, (await OfficialAccount.PublishAsync("demo", draft, default)).ErrorCode);
    }

    [Fact]
    public async Task A_published_article_can_be_sent_until_it_is_deleted()
    {
        await PostAsync("owners/oA/text", new { content = "周报" });
        var publishId = (await OfficialAccount.PublishAsync("demo", await DraftAsync(), default)).Value!;
        var articleId = (await OfficialAccount.GetPublicationAsync("demo", publishId, default)).Value!.ArticleId!;

        Assert.Equal(SendOutcome.Sent, (await SendAsync(CustomMessage.OfArticle(articleId))).Outcome);
        Assert.Equal(SendOutcome.Sent, (await OfficialAccount.DeletePublicationAsync("demo", articleId, 0, default)).Outcome);
        Assert.Equal(40035, (await SendAsync(CustomMessage.OfArticle(articleId))).ErrorCode);
        Assert.Equal(PublishStatus.DeletedByUser, (await OfficialAccount.GetPublicationAsync("demo", publishId, default)).Value!.PublishStatus);
    }

    [Fact]
    public async Task A_draft_is_changed_and_deleted_and_needs_a_permanent_cover()
    {
        var draft = await DraftAsync();

        Assert.Equal(SendOutcome.Sent, (await OfficialAccount.UpdateDraftAsync("demo", draft, 0, await ArticleAsync() with { Title = "改过的标题" }, default)).Outcome);
        Assert.Equal(40007, (await OfficialAccount.UpdateDraftAsync("demo", draft, 1, await ArticleAsync(), default)).ErrorCode);
        Assert.Equal(SendOutcome.Sent, (await OfficialAccount.DeleteDraftAsync("demo", draft, default)).Outcome);
        Assert.Equal(40007, (await OfficialAccount.DeleteDraftAsync("demo", draft, default)).ErrorCode);
        var temporary = await OfficialAccount.UploadMediaAsync("demo", "image", Cover, default);
        Assert.Equal(40007, (await OfficialAccount.AddDraftAsync("demo", [await ArticleAsync() with { ThumbMediaId = temporary! }], default)).ErrorCode);
    }

    [Fact]
    public async Task An_article_beyond_a_limit_is_the_callers_mistake_and_names_its_field()
    {
        var article = await ArticleAsync() with { Title = new string('长', 33), Digest = new string('长', 129), Author = new string('长', 17) };

        Assert.Equal(["title", "author", "digest"], article.Problems().Select(p => p.Field));
        await Assert.ThrowsAsync<ArgumentException>(() => OfficialAccount.AddDraftAsync("demo", [article], default));
    }

    [Fact]
    public async Task A_follower_takes_four_mass_messages_a_month_and_the_event_counts_them()
    {
        await PostAsync("owners/oA/follow", new { });
        await PostAsync("owners/oB/follow", new { });

        for (var week = 1; week <= 5; week++)
            Assert.NotNull((await OfficialAccount.SendToManyAsync("demo", ["oA", "oB"], MassMessage.Text($"第{week}期"), $"weekly-{week}", default)).Value);
        Assert.Equal(4, (await ItemsAsync("owners/oA")).Count(i => i.Text?.EndsWith('期') is true));

        await EventAsync("MASSSENDJOBFINISH", count: 5);
        var results = Receiver.Received.Select(WeChatMassResult.From).OfType<WeChatMassResult>().OrderBy(r => r.MessageId).ToList();
        Assert.Equal([2, 2, 2, 2, 0], results.Select(r => r.Sent));
        Assert.All(results, r => Assert.True(r.IsSent));
        Clock.Advance(TimeSpan.FromDays(31));
        await OfficialAccount.SendToManyAsync("demo", ["oA", "oB"], MassMessage.Text("下月第1期"), "weekly-6", default);
        Assert.Equal(5, (await ItemsAsync("owners/oA")).Count(i => i.Text?.EndsWith('期') is true));
    }

    [Fact]
    public async Task A_mass_message_with_the_same_clientmsgid_goes_once_and_gives_the_same_number()
    {
        await PostAsync("owners/oA/follow", new { });

        var first = await OfficialAccount.SendToAllAsync("demo", tagId: null, MassMessage.Text("停水通知"), "water-1", default);
        var again = await OfficialAccount.SendToAllAsync("demo", tagId: null, MassMessage.Text("停水通知"), "water-1", default);
        var tooMany = await OfficialAccount.SendToAllAsync("demo", tagId: null, MassMessage.Text("又一条"), "water-2", default);

        Assert.Equal(first.Value, again.Value);
        Assert.Equal((SendOutcome.Sent, 45065), (again.Outcome, again.ErrorCode));
        Assert.Null(tooMany.Value);
        Assert.Single(await ItemsAsync("owners/oA"), i => i.Text == "停水通知");
        Assert.Equal("SEND_SUCCESS", (await OfficialAccount.GetMassStatusAsync("demo", long.Parse(first.Value!), default)).Value);
    }

    [Fact]
    public async Task A_preview_shows_a_draft_to_one_person_and_leaves_it_there()
    {
        await PostAsync("owners/oA/follow", new { });
        var draft = await DraftAsync();

        Assert.NotNull((await OfficialAccount.PreviewMassAsync("demo", "oA", MassMessage.Articles(draft), default)).Value);
        Assert.Equal("小区周报", (await ItemsAsync("owners/oA"))[^1].Title);
        Assert.NotNull((await OfficialAccount.SendToAllAsync("demo", tagId: null, MassMessage.Articles(draft), "w1", default)).Value);
        Assert.Equal(40007, (await OfficialAccount.PublishAsync("demo", draft, default)).ErrorCode);
    }

    private async Task<DraftArticle> ArticleAsync() => new()
    {
        Title = "小区周报", Content = "<p>一切正常</p>", ThumbMediaId = (await OfficialAccount.AddMaterialAsync("demo", "thumb", Cover, default)).Value!,
    };

    private async Task<string> DraftAsync() => (await OfficialAccount.AddDraftAsync("demo", [await ArticleAsync()], default)).Value!;

    private Task<SendResult> SendAsync(CustomMessage message) => OfficialAccount.SendAsync(new Activity
    {
        Type = ActivityType.Message, ChannelId = ChannelNames.OfficialAccount, Account = "demo", From = new("gh"), Recipient = new("oA"), Attachments = [message.ToAttachment()],
    }, default);
}
