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
