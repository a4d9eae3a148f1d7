namespace ChatDesk.Channels.Sandbox;

/// <summary>The platforms' limits as the sandbox plays them: never more generous than the documents.</summary>
/// <remarks>Tencent changes these numbers without notice. A test compares each with the number in the document that it names.</remarks>
public static class SandboxLimits
{
    /// <summary>How long a callback may take, from connecting to the last byte of the answer: 接收普通消息, WeCom path/90238.</summary>
    public static readonly TimeSpan CallbackTimeout = TimeSpan.FromSeconds(5);

    /// <summary>How often one callback is tried in all: 接收普通消息.</summary>
    public const int CallbackAttempts = 3;

    /// <summary>How long an uploaded or received file can be fetched and sent: 新增临时素材, WeCom path/90253.</summary>
    public static readonly TimeSpan MediaLifetime = TimeSpan.FromDays(3);

    /// <summary>How long an access token works: api_getaccesstoken, WeCom path/91039.</summary>
    public static readonly TimeSpan TokenLifetime = TimeSpan.FromSeconds(7200);

    /// <summary>How long a sign-in code works, once: 网页授权, WeCom path/91023.</summary>
    public static readonly TimeSpan SignInCodeLifetime = TimeSpan.FromMinutes(5);

    /// <summary>How long a JS-SDK ticket works: JS-SDK appendix 1, WeCom path/90506.</summary>
    public static readonly TimeSpan TicketLifetime = TimeSpan.FromSeconds(7200);

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

    /// <summary>qyapi.weixin.qq.com; numbers are pages under https://developer.work.weixin.qq.com/document/path/.</summary>
    public static class WeCom
    {
        /// <summary>Members named in one message/send: 90236.</summary>
        public const int Recipients = 1000;

        /// <summary>Bytes of a text; what is longer is cut: 90236.</summary>
        public const int TextBytes = 2048;

        /// <summary>Messages to one member a minute; the excess is dropped without an error: 90454.</summary>
        public const int MessagesPerMemberMinute = 30;

        /// <summary>Messages to one member an hour; the excess is dropped without an error: 90454.</summary>
        public const int MessagesPerMemberHour = 1000;

        /// <summary>How long an identical message is swallowed when the request asks for it and names no time: 90236.</summary>
        public static readonly TimeSpan DuplicateCheckDefault = TimeSpan.FromSeconds(1800);

        /// <summary>The longest time that a request may name for it: 90236.</summary>
        public static readonly TimeSpan DuplicateCheckMost = TimeSpan.FromHours(4);

        /// <summary>How long a response_code can update its card, once: 94888.</summary>
        public static readonly TimeSpan ResponseCodeLifetime = TimeSpan.FromHours(72);

        /// <summary>Bytes of a task_id: 90236.</summary>
        public const int TaskIdBytes = 128;

        /// <summary>Buttons of a card: 90236.</summary>
        public const int Buttons = 6;

        /// <summary>Bytes of a button's key: 90236.</summary>
        public const int ButtonKeyBytes = 1024;

        /// <summary>Rows of a card's two-column list: 90236.</summary>
        public const int Rows = 6;

        /// <summary>Links at the foot of a card: 90236.</summary>
        public const int Jumps = 3;

        /// <summary>Items of a card's corner menu: 90236.</summary>
        public const int MenuItems = 3;

        /// <summary>Calls of one API a minute: 90454.</summary>
        public const int CallsPerMinute = 10_000;

        /// <summary>Calls of one API an hour: 90454.</summary>
        public const int CallsPerHour = 150_000;

        /// <summary>How long a message can be taken back: 94867.</summary>
        public static readonly TimeSpan RecallWindow = TimeSpan.FromHours(24);

        /// <summary>Messages of one robot a minute: 91770.</summary>
        public const int RobotMessagesPerMinute = 20;

        /// <summary>Bytes of a robot's markdown: 91770.</summary>
        public const int RobotMarkdownBytes = 4096;

        /// <summary>Bytes of a robot's picture: 91770.</summary>
        public const int RobotImageBytes = 2 * 1024 * 1024;

        /// <summary>Articles of one news message: 90236, 91770.</summary>
        public const int NewsArticles = 8;

        /// <summary>Bytes of the title of a textcard, an article or a video: 90236.</summary>
        public const int TitleBytes = 128;

        /// <summary>Bytes of the description of a textcard, an article or a video: 90236.</summary>
        public const int DescriptionBytes = 512;

        /// <summary>Bytes of a textcard's address: 90236.</summary>
        public const int UrlBytes = 2048;

        /// <summary>Blocks of a news notice: 90236.</summary>
        public const int VerticalBlocks = 4;

        /// <summary>Options of a vote: 90236.</summary>
        public const int VoteOptions = 20;

        /// <summary>Drop-downs of a card: 90236.</summary>
        public const int Selections = 3;

        /// <summary>Options of a drop-down: 90236.</summary>
        public const int SelectionOptions = 10;

        /// <summary>Bytes of an option's id: 90236.</summary>
        public const int OptionIdBytes = 128;

        /// <summary>Groups that applications make a day: 90454.</summary>
        public const int AppChatsPerDay = 1000;

        /// <summary>Characters of such a group's name: 90245.</summary>
        public const int AppChatNameCharacters = 50;

        /// <summary>The most members of such a group: 90245.</summary>
        public const int AppChatMembers = 2000;

        /// <summary>The fewest members of such a group: 90245.</summary>
        public const int AppChatMembersLeast = 2;

        /// <summary>Messages by members that such groups get a minute: 90248.</summary>
        public const int AppChatPersonsPerMinute = 20_000;

        /// <summary>Messages of such groups that a member gets a minute: 90248.</summary>
        public const int AppChatMemberMinute = 200;

        /// <summary>Messages of such groups that a member gets a day: 90248.</summary>
        public const int AppChatMemberDay = 10_000;

        /// <summary>Pairs in one user/list_id: 96067.</summary>
        public const int MemberIdsPerCall = 10_000;

        /// <summary>JS-SDK tickets of the corporation an hour: 90454, 90506.</summary>
        public const int CorpTicketsPerHour = 400;

        /// <summary>JS-SDK tickets of an application an hour: 90454, 90506.</summary>
        public const int AppTicketsPerHour = 100;

        /// <summary>The smallest file: 90253 ("more than 5 bytes").</summary>
        public const int FileBytesLeast = 6;

        /// <summary>Bytes of a picture: 90253.</summary>
        public const int ImageBytes = 10 * 1024 * 1024;

        /// <summary>Bytes of a voice file: 90253.</summary>
        public const int VoiceBytes = 2 * 1024 * 1024;

        /// <summary>Bytes of a video: 90253.</summary>
        public const int VideoBytes = 10 * 1024 * 1024;

        /// <summary>Bytes of any other file: 90253.</summary>
        public const int FileBytes = 20 * 1024 * 1024;
    }
}
