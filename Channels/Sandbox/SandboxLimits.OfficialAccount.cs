namespace ChatDesk.Channels.Sandbox;

/// <content>The official account's.</content>
public static partial class SandboxLimits
{
    /// <summary>api.weixin.qq.com.</summary>
    public static class OfficialAccount
    {
        /// <summary>Messages after a user's message: 客服消息下发规则.</summary>
        public const int MessagesPerUserMessage = 5;

        /// <summary>The window that a user's message opens: 客服消息下发规则.</summary>
        public static readonly TimeSpan UserMessageWindow = TimeSpan.FromHours(48);

        /// <summary>Messages after a menu click, a follow, a scan or a tap on a msgmenu item: 客服消息下发规则.</summary>
        public const int MessagesPerTap = 3;

        /// <summary>The window that a menu click, a follow, a scan or a tap opens: 客服消息下发规则.</summary>
        public static readonly TimeSpan TapWindow = TimeSpan.FromMinutes(1);

        /// <summary>Articles in one news message: api_sendcustommessage.</summary>
        public const int NewsArticles = 1;

        /// <summary>Bytes of a text; the document names no number, WeCom's is taken.</summary>
        public const int TextBytes = 2048;

        /// <summary>The last part of a stable token's life, in which a new one is given and both work: api_getstableaccesstoken.</summary>
        public static readonly TimeSpan TokenOverlap = TimeSpan.FromMinutes(5);

        /// <summary>Forced refreshes of a stable token a day: api_getstableaccesstoken.</summary>
        public const int ForcedRefreshesPerDay = 20;

        /// <summary>The least time between two forced refreshes: api_getstableaccesstoken.</summary>
        public static readonly TimeSpan ForcedRefreshInterval = TimeSpan.FromSeconds(30);

        /// <summary>Calls of /cgi-bin/token a day: 调用频次.</summary>
        public const int TokenCallsPerDay = 2000;

        /// <summary>Calls of /cgi-bin/stable_token a day: api_getstableaccesstoken.</summary>
        public const int StableTokenCallsPerDay = 500_000;

        /// <summary>客服消息 a day: 调用频次.</summary>
        public const int CustomMessagesPerDay = 500_000;

        /// <summary>Template messages a day: api_sendtemplatemessage.</summary>
        public const int TemplateMessagesPerDay = 100_000;

        /// <summary>How long a template message with the same client_msg_id is swallowed: api_sendtemplatemessage.</summary>
        public static readonly TimeSpan TemplateRepeat = TimeSpan.FromMinutes(10);

        /// <summary>Exchanges of sign-in codes a minute: 网页授权.</summary>
        public const int SignInsPerMinute = 50_000;

        /// <summary>People in one user/info/batchget: api_batchuserinfo.</summary>
        public const int UsersPerCall = 100;

        /// <summary>Followers in one user/get: api_getfans.</summary>
        public const int FollowersPerPage = 10_000;

        /// <summary>Calls of user/get a day: 调用频次.</summary>
        public const int FollowerListsPerDay = 500;

        /// <summary>Calls of user/info a day: 调用频次.</summary>
        public const int UserInfosPerDay = 5_000_000;

        /// <summary>Calls of menu/create a day: 调用频次.</summary>
        public const int MenuCreationsPerDay = 1000;

        /// <summary>Calls of menu/get a day: 调用频次.</summary>
        public const int MenuReadsPerDay = 10_000;

        /// <summary>Calls of menu/delete a day: 调用频次.</summary>
        public const int MenuDeletionsPerDay = 1000;

        /// <summary>Calls of qrcode/create a day: 调用频次.</summary>
        public const int QrCodesPerDay = 100_000;

        /// <summary>The longest life of a temporary code: api_createqrcode.</summary>
        public static readonly TimeSpan QrLifetime = TimeSpan.FromSeconds(2_592_000);

        /// <summary>Permanent codes of an account: api_createqrcode.</summary>
        public const int PermanentQrCodes = 100_000;

        /// <summary>Characters of a scene: api_createqrcode.</summary>
        public const int SceneCharacters = 64;

        /// <summary>Calls of draft/add a day: 调用频次.</summary>
        public const int DraftsPerDay = 1000;

        /// <summary>Characters of an article's title: api_draft_add.</summary>
        public const int TitleCharacters = 32;

        /// <summary>Characters of an article's author: api_draft_add.</summary>
        public const int AuthorCharacters = 16;

        /// <summary>Characters of an article's digest: api_draft_add.</summary>
        public const int DigestCharacters = 128;

        /// <summary>Characters of an article's text ("under 20,000"): api_draft_add.</summary>
        public const int ContentCharacters = 19_999;

        /// <summary>Bytes of an article's text ("under 1 MB"): api_draft_add.</summary>
        public const int ContentBytes = (1024 * 1024) - 1;

        /// <summary>Bytes of an article's source address: api_draft_add.</summary>
        public const int SourceUrlBytes = 1024;

        /// <summary>Calls of freepublish/submit a day: 调用频次.</summary>
        public const int PublicationsPerDay = 100;

        /// <summary>Calls of freepublish/get a day: 调用频次.</summary>
        public const int PublicationReadsPerDay = 100;

        /// <summary>Calls of freepublish/delete a day: 调用频次.</summary>
        public const int PublicationDeletionsPerDay = 10;

        /// <summary>Mass messages to one follower a calendar month: 根据标签群发.</summary>
        public const int MassPerFollowerMonth = 4;

        /// <summary>Mass calls a day: 根据标签群发.</summary>
        public const int MassCallsPerDay = 100;

        /// <summary>Mass calls a minute: 根据标签群发.</summary>
        public const int MassCallsPerMinute = 60;

        /// <summary>Sends to all followers a day, together with the console: 根据标签群发.</summary>
        public const int MassToAllPerDay = 1;

        /// <summary>Sends to all followers a month, together with the console: 根据标签群发.</summary>
        public const int MassToAllPerMonth = 4;

        /// <summary>Previews a day: 预览.</summary>
        public const int MassPreviewsPerDay = 100;

        /// <summary>The most people of one mass/send: 根据 OpenID 群发.</summary>
        public const int MassOpenIds = 10_000;

        /// <summary>The fewest people of one mass/send: 根据 OpenID 群发.</summary>
        public const int MassOpenIdsLeast = 2;

        /// <summary>Bytes of a clientmsgid: 根据标签群发.</summary>
        public const int ClientMessageIdBytes = 64;

        /// <summary>Calls of clear_quota a month: openApi/clear_quota.</summary>
        public const int ClearingsPerMonth = 10;

        /// <summary>Uploads of temporary files a day: 调用频次.</summary>
        public const int MediaUploadsPerDay = 100_000;

        /// <summary>Downloads of files a day: 调用频次.</summary>
        public const int MediaDownloadsPerDay = 200_000;

        /// <summary>Bytes of a picture; the page also says 10 MB, its notes 2 MB: the smaller counts (新增临时素材).</summary>
        public const int ImageBytes = 2 * 1024 * 1024;

        /// <summary>Bytes of a voice file: 新增临时素材.</summary>
        public const int VoiceBytes = 2 * 1024 * 1024;

        /// <summary>Bytes of a video: 新增临时素材.</summary>
        public const int VideoBytes = 10 * 1024 * 1024;

        /// <summary>Bytes of a thumbnail: 新增临时素材.</summary>
        public const int ThumbBytes = 64 * 1024;
    }
}
