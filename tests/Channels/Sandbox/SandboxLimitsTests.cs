using ChatDesk.Channels.Sandbox;

namespace ChatDesk.Tests.Channels.Sandbox;

/// <summary>The sandbox is never more generous than the documents. The numbers here are the documents', written by hand.</summary>
public sealed class SandboxLimitsTests
{
    public static TheoryData<string, double, double> MostAllowed => new()
    {
        // Official account: 客服消息下发规则, 新增临时素材, api_getstableaccesstoken, 调用频次.
        { "5 客服消息 after a user's message", 5, SandboxLimits.OfficialAccount.MessagesPerUserMessage },
        { "48 h after a user's message", 48, SandboxLimits.OfficialAccount.UserMessageWindow.TotalHours },
        { "3 客服消息 after a menu click, follow, scan or tap", 3, SandboxLimits.OfficialAccount.MessagesPerTap },
        { "1 min after a menu click, follow, scan or tap", 60, SandboxLimits.OfficialAccount.TapWindow.TotalSeconds },
        { "1 article in a news message", 1, SandboxLimits.OfficialAccount.NewsArticles },
        { "20 forced refreshes a day", 20, SandboxLimits.OfficialAccount.ForcedRefreshesPerDay },
        { "2,000 calls of token a day", 2000, SandboxLimits.OfficialAccount.TokenCallsPerDay },
        { "500,000 calls of stable_token a day", 500_000, SandboxLimits.OfficialAccount.StableTokenCallsPerDay },
        { "500,000 客服消息 a day", 500_000, SandboxLimits.OfficialAccount.CustomMessagesPerDay },
        { "100,000 template messages a day", 100_000, SandboxLimits.OfficialAccount.TemplateMessagesPerDay },
        { "a repeated client_msg_id is swallowed for 10 min", 10, SandboxLimits.OfficialAccount.TemplateRepeat.TotalMinutes },
        { "50,000 sign-ins a minute", 50_000, SandboxLimits.OfficialAccount.SignInsPerMinute },
        { "100 people in a batch", 100, SandboxLimits.OfficialAccount.UsersPerCall },
        { "10,000 followers in a page", 10_000, SandboxLimits.OfficialAccount.FollowersPerPage },
        { "500 follower lists a day", 500, SandboxLimits.OfficialAccount.FollowerListsPerDay },
        { "5,000,000 user infos a day", 5_000_000, SandboxLimits.OfficialAccount.UserInfosPerDay },
        { "1,000 menus a day", 1000, SandboxLimits.OfficialAccount.MenuCreationsPerDay },
        { "10,000 looks at the menu a day", 10_000, SandboxLimits.OfficialAccount.MenuReadsPerDay },
        { "1,000 deletions of the menu a day", 1000, SandboxLimits.OfficialAccount.MenuDeletionsPerDay },
        { "100,000 QR codes a day", 100_000, SandboxLimits.OfficialAccount.QrCodesPerDay },
        { "QR code 30 days", 30, SandboxLimits.OfficialAccount.QrLifetime.TotalDays },
        { "100,000 permanent QR codes", 100_000, SandboxLimits.OfficialAccount.PermanentQrCodes },
        { "scene 64 characters", 64, SandboxLimits.OfficialAccount.SceneCharacters },
        { "1,000 drafts a day", 1000, SandboxLimits.OfficialAccount.DraftsPerDay },
        { "title 32 characters", 32, SandboxLimits.OfficialAccount.TitleCharacters },
        { "author 16 characters", 16, SandboxLimits.OfficialAccount.AuthorCharacters },
        { "digest 128 characters", 128, SandboxLimits.OfficialAccount.DigestCharacters },
        { "content under 20,000 characters", 19_999, SandboxLimits.OfficialAccount.ContentCharacters },
        { "content under 1 MB", 1_048_575, SandboxLimits.OfficialAccount.ContentBytes },
        { "source address 1 KB", 1024, SandboxLimits.OfficialAccount.SourceUrlBytes },
        { "100 publications a day", 100, SandboxLimits.OfficialAccount.PublicationsPerDay },
        { "100 looks at a publication a day", 100, SandboxLimits.OfficialAccount.PublicationReadsPerDay },
        { "10 deletions of publications a day", 10, SandboxLimits.OfficialAccount.PublicationDeletionsPerDay },
        { "4 mass messages to a follower a month", 4, SandboxLimits.OfficialAccount.MassPerFollowerMonth },
        { "100 mass calls a day", 100, SandboxLimits.OfficialAccount.MassCallsPerDay },
        { "60 mass calls a minute", 60, SandboxLimits.OfficialAccount.MassCallsPerMinute },
        { "1 mass message to all a day", 1, SandboxLimits.OfficialAccount.MassToAllPerDay },
        { "4 mass messages to all a month", 4, SandboxLimits.OfficialAccount.MassToAllPerMonth },
        { "100 previews a day", 100, SandboxLimits.OfficialAccount.MassPreviewsPerDay },
        { "10,000 people in a mass/send", 10_000, SandboxLimits.OfficialAccount.MassOpenIds },
        { "clientmsgid 64 bytes", 64, SandboxLimits.OfficialAccount.ClientMessageIdBytes },
        { "10 clearings a month", 10, SandboxLimits.OfficialAccount.ClearingsPerMonth },
        { "100,000 uploads a day", 100_000, SandboxLimits.OfficialAccount.MediaUploadsPerDay },
        { "200,000 downloads a day", 200_000, SandboxLimits.OfficialAccount.MediaDownloadsPerDay },
        { "picture 2 MB (the page's notes)", 2_097_152, SandboxLimits.OfficialAccount.ImageBytes },
        { "voice 2 MB", 2_097_152, SandboxLimits.OfficialAccount.VoiceBytes },
        { "video 10 MB", 10_485_760, SandboxLimits.OfficialAccount.VideoBytes },
        { "thumbnail 64 KB", 65_536, SandboxLimits.OfficialAccount.ThumbBytes },
        { "5 min of overlap of two tokens", 300, SandboxLimits.OfficialAccount.TokenOverlap.TotalSeconds },

        // WeCom: path/90236, 90454, 94888, 90253.
        { "1,000 members in a message", 1000, SandboxLimits.WeCom.Recipients },
        { "text 2048 bytes", 2048, SandboxLimits.WeCom.TextBytes },
        { "30 messages to a member a minute", 30, SandboxLimits.WeCom.MessagesPerMemberMinute },
        { "1,000 messages to a member an hour", 1000, SandboxLimits.WeCom.MessagesPerMemberHour },
        { "response_code 72 h", 72, SandboxLimits.WeCom.ResponseCodeLifetime.TotalHours },
        { "task_id 128 bytes", 128, SandboxLimits.WeCom.TaskIdBytes },
        { "6 buttons", 6, SandboxLimits.WeCom.Buttons },
        { "button key 1,024 bytes", 1024, SandboxLimits.WeCom.ButtonKeyBytes },
        { "6 rows", 6, SandboxLimits.WeCom.Rows },
        { "3 links at the foot", 3, SandboxLimits.WeCom.Jumps },
        { "3 items in the corner menu", 3, SandboxLimits.WeCom.MenuItems },
        { "150,000 calls an hour", 150_000, SandboxLimits.WeCom.CallsPerHour },
        { "recall 24 h", 24, SandboxLimits.WeCom.RecallWindow.TotalHours },
        { "20 robot messages a minute", 20, SandboxLimits.WeCom.RobotMessagesPerMinute },
        { "robot markdown 4,096 bytes", 4096, SandboxLimits.WeCom.RobotMarkdownBytes },
        { "robot picture 2 MB", 2_097_152, SandboxLimits.WeCom.RobotImageBytes },
        { "8 articles", 8, SandboxLimits.WeCom.NewsArticles },
        { "title 128 bytes", 128, SandboxLimits.WeCom.TitleBytes },
        { "description 512 bytes", 512, SandboxLimits.WeCom.DescriptionBytes },
        { "textcard address 2,048 bytes", 2048, SandboxLimits.WeCom.UrlBytes },
        { "4 blocks of a news notice", 4, SandboxLimits.WeCom.VerticalBlocks },
        { "20 options of a vote", 20, SandboxLimits.WeCom.VoteOptions },
        { "3 drop-downs", 3, SandboxLimits.WeCom.Selections },
        { "10 options of a drop-down", 10, SandboxLimits.WeCom.SelectionOptions },
        { "option id 128 bytes", 128, SandboxLimits.WeCom.OptionIdBytes },
        { "1,000 groups a day", 1000, SandboxLimits.WeCom.AppChatsPerDay },
        { "group name 50 characters", 50, SandboxLimits.WeCom.AppChatNameCharacters },
        { "2,000 members of a group", 2000, SandboxLimits.WeCom.AppChatMembers },
        { "20,000 person-times a minute", 20_000, SandboxLimits.WeCom.AppChatPersonsPerMinute },
        { "200 group messages to a member a minute", 200, SandboxLimits.WeCom.AppChatMemberMinute },
        { "10,000 group messages to a member a day", 10_000, SandboxLimits.WeCom.AppChatMemberDay },
        { "10,000 ids in a page", 10_000, SandboxLimits.WeCom.MemberIdsPerCall },
        { "400 tickets of the corporation an hour", 400, SandboxLimits.WeCom.CorpTicketsPerHour },
        { "100 tickets of an application an hour", 100, SandboxLimits.WeCom.AppTicketsPerHour },
        { "10,000 calls a minute", 10_000, SandboxLimits.WeCom.CallsPerMinute },
        { "picture 10 MB", 10_485_760, SandboxLimits.WeCom.ImageBytes },
        { "voice 2 MB", 2_097_152, SandboxLimits.WeCom.VoiceBytes },
        { "video 10 MB", 10_485_760, SandboxLimits.WeCom.VideoBytes },
        { "file 20 MB", 20_971_520, SandboxLimits.WeCom.FileBytes },

        // Both.
        { "callback 5 s", 5, SandboxLimits.CallbackTimeout.TotalSeconds },
        { "file kept 3 days", 3, SandboxLimits.MediaLifetime.TotalDays },
        { "sign-in code 5 min", 5, SandboxLimits.SignInCodeLifetime.TotalMinutes },
        { "ticket 7,200 s", 7200, SandboxLimits.TicketLifetime.TotalSeconds },
        { "token 7,200 s", 7200, SandboxLimits.TokenLifetime.TotalSeconds },
    };

    /// <summary>Where a larger number would be the stricter one.</summary>
    public static TheoryData<string, double, double> LeastAllowed => new()
    {
        { "2 people in a mass/send", 2, SandboxLimits.OfficialAccount.MassOpenIdsLeast },
        { "2 members of a group", 2, SandboxLimits.WeCom.AppChatMembersLeast },
        { "forced refreshes 30 s apart", 30, SandboxLimits.OfficialAccount.ForcedRefreshInterval.TotalSeconds },
        { "file of more than 5 bytes", 6, SandboxLimits.WeCom.FileBytesLeast },
        { "a callback is tried 3 times", 3, SandboxLimits.CallbackAttempts },
        { "an identical message is swallowed for 1,800 s", 1800, SandboxLimits.WeCom.DuplicateCheckDefault.TotalSeconds },
        { "or for 4 h if asked", 4, SandboxLimits.WeCom.DuplicateCheckMost.TotalHours },
    };

    [Theory]
    [MemberData(nameof(MostAllowed))]
    public void The_sandbox_allows_no_more_than_the_document(string limit, double documented, double played) =>
        Assert.True(played <= documented, $"{limit}: the sandbox allows {played}.");

    [Theory]
    [MemberData(nameof(LeastAllowed))]
    public void The_sandbox_demands_no_less_than_the_document(string limit, double documented, double played) =>
        Assert.True(played >= documented, $"{limit}: the sandbox demands {played}.");

    [Fact]
    public void Every_limit_is_compared_with_a_document()
    {
        var limits = new[] { typeof(SandboxLimits), typeof(SandboxLimits.OfficialAccount), typeof(SandboxLimits.WeCom) }
            .SelectMany(t => t.GetFields()).Select(f => $"{f.DeclaringType!.Name}.{f.Name}").ToList();

        // The official account's text length: the document names no number.
        Assert.Equal(limits.Count, MostAllowed.Count + LeastAllowed.Count + 1);
    }
}
