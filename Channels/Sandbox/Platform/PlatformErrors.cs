namespace ChatDesk.Channels.Sandbox.Platform;

/// <summary>The refusals that the sandbox gives, with the documented codes.</summary>
/// <remarks>
/// Official account: https://developers.weixin.qq.com/doc/offiaccount/Getting_Started/Global_Return_Code.html;
/// WeCom: https://developer.work.weixin.qq.com/document/path/90313.
/// </remarks>
internal static class PlatformErrors
{
    public static readonly PlatformError InvalidCredential = new(40001, "invalid credential, access_token is invalid or not latest");
    public static readonly PlatformError InvalidGrantType = new(40002, "invalid grant_type");
    public static readonly PlatformError InvalidOpenId = new(40003, "invalid openid");
    public static readonly PlatformError InvalidMediaType = new(40004, "invalid media type");
    public static readonly PlatformError InvalidFileType = new(40005, "invalid file type");
    public static readonly PlatformError InvalidFileSize = new(40006, "invalid file size");
    public static readonly PlatformError InvalidMediaId = new(40007, "invalid media_id");
    public static readonly PlatformError InvalidMessageType = new(40008, "invalid message type");
    public static readonly PlatformError InvalidImageSize = new(40009, "invalid image size");
    public static readonly PlatformError InvalidAppId = new(40013, "invalid appid");
    public static readonly PlatformError InvalidToken = new(40014, "invalid access_token");
    public static readonly PlatformError InvalidTemplate = new(40037, "invalid template_id");
    public static readonly PlatformError InvalidMenuType = new(40015, "invalid menu type");
    public static readonly PlatformError InvalidOpenIdList = new(40032, "invalid openid list size");
    public static readonly PlatformError InvalidUrl = new(40048, "invalid url size");
    public static readonly PlatformError InvalidScene = new(40053, "invalid action info");
    public static readonly PlatformError InvalidExpiry = new(40052, "invalid action name or expire_seconds");
    public static readonly PlatformError InvalidPath = new(76021, "cgi_path not found");
    public static readonly PlatformError InvalidCode = new(40029, "invalid code");
    public static readonly PlatformError EscapedUnicode = new(40033, "invalid charset. please check your request, if include \\uxxxx will create fail!");
    public static readonly PlatformError InvalidParameter = new(40035, "invalid parameter");
    public static readonly PlatformError InvalidAgentId = new(40056, "invalid agentid");
    public static readonly PlatformError UsedCode = new(40163, "code been used");
    public static readonly PlatformError InvalidSecret = new(40125, "invalid appsecret");
    public static readonly PlatformError MissingToken = new(41001, "access_token missing");
    public static readonly PlatformError MissingFile = new(41005, "media data missing");
    public static readonly PlatformError MissingTitle = new(41016, "missing title");
    public static readonly PlatformError MissingDescription = new(41033, "missing description");
    public static readonly PlatformError ExpiredToken = new(42001, "access_token expired");
    public static readonly PlatformError ExpiredCode = new(42003, "oauth_code expired");
    public static readonly PlatformError MissingCardAction = new(42045, "template_card missing card_action");
    public static readonly PlatformError NotFollowing = new(43004, "require subscribe");
    public static readonly PlatformError NoConsent = new(43101, "user refuse to accept the msg");
    public static readonly PlatformError EmptyBody = new(44002, "empty post data");
    public static readonly PlatformError EmptyText = new(44004, "empty content");
    public static readonly PlatformError TextTooLong = new(45002, "content size out of limit");
    public static readonly PlatformError InvalidTitle = new(45003, "title size out of limit");
    public static readonly PlatformError InvalidDigest = new(45004, "description size out of limit");
    public static readonly PlatformError InvalidAuthor = new(45006, "author size out of limit");
    public static readonly PlatformError TooManyArticles = new(45008, "article size out of limit");
    public static readonly PlatformError Quota = new(45009, "reach max api daily quota limit");
    public static readonly PlatformError TooFrequent = new(45011, "api minute-quota reach limit, must slower, retry next minute");
    public static readonly PlatformError WindowClosed = new(45015, "response out of time limit or subscription is canceled");
    public static readonly PlatformError WindowUsedUp = new(45047, "out of response count limit");
    public static readonly PlatformError NoMassQuota = new(45028, "has no masssend quota");
    public static readonly PlatformError TooManyQrCodes = new(45029, "qrcode count out of limit");
    public static readonly PlatformError SentBefore = new(45065, "clientmsgid exist");
    public static readonly PlatformError ClientMessageIdTooLong = new(45067, "clientmsgid size out of limit");
    public static readonly PlatformError NoMenu = new(46003, "menu no exist");
    public static readonly PlatformError NoClearing = new(48006, "forbid to clear quota because of reaching the limit");
    public static readonly PlatformError InvalidJson = new(47001, "data format error");
    public static readonly PlatformError NotGranted = new(48001, "api unauthorized");
    public static readonly PlatformError ResponseCode = new(60140, "invalid response_code");
    public static readonly PlatformError UnknownDepartment = new(60003, "department not found");
    public static readonly PlatformError UnknownUser = new(60111, "userid not found");
    public static readonly PlatformError InvalidUser = new(40031, "some userid in list is invalid");
    public static readonly PlatformError NoRecipient = new(81013, "user & party & tag all invalid");
    public static readonly PlatformError InvalidChat = new(86001, "invalid chatid");
    public static readonly PlatformError ChatExists = new(86215, "chatid exist");
    public static readonly PlatformError ForeignChat = new(86008, "chat is not created by this app");
    public static readonly PlatformError InvalidWebhook = new(93000, "invalid webhook url");
    public static readonly PlatformError RobotTooFrequent = new(130101, "the robot sends more than 20 messages a minute");
    public static readonly PlatformError InvalidImage = new(40009, "invalid image md5");
    public static readonly PlatformError RecipientsEmpty = new(82001, "recipients all empty");

    /// <summary>47003 names the template's field.</summary>
    public static PlatformError InvalidValue(string field, bool isEmpty) =>
        new(47003, $"argument invalid! data.{field}.value {(isEmpty ? "is empty" : "invalid")}");

    /// <summary>40058 names the field that is wrong.</summary>
    public static PlatformError InvalidField(string what) => new(40058, $"invalid Request Parameter: {what}");
}
