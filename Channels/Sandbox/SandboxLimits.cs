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
