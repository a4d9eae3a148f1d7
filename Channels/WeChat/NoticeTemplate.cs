namespace ChatDesk.Channels.WeChat;

/// <summary>A template of an account; the section <c>Channels:WeChat:Accounts:{name}:Templates:{purpose}</c>.</summary>
public sealed class NoticeTemplate
{
    /// <summary>The template id from the account's console.</summary>
    public string Id { get; set; } = "";

    /// <summary>How it is sent. Default <see cref="NoticeKind.Template"/>.</summary>
    public NoticeKind Kind { get; set; }

    /// <summary>What stands in each field: the template's key, such as <c>thing2</c>, to a text with names in braces, such as <c>{subject}</c>.</summary>
    public Dictionary<string, string> Fields { get; set; } = [];
}

/// <summary>The two pushes that an official account has beside 客服消息.</summary>
public enum NoticeKind
{
    /// <summary>模板消息: to followers; the platform swallows a repeat within 10 min.</summary>
    Template,

    /// <summary>订阅通知: one for each consent of the person, also to people who do not follow; a repeat is sent again.</summary>
    Subscription,
}
