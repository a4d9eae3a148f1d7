namespace ChatDesk.Channels.WeChat;

/// <summary>The body of message/template/send.</summary>
/// <remarks>Source: https://developers.weixin.qq.com/doc/service/api/notify/template/api_sendtemplatemessage.</remarks>
internal sealed record TemplateMessage(string Touser, string TemplateId, IReadOnlyDictionary<string, TemplateValue> Data)
{
    public string? Url { get; init; }

    public MiniProgramPage? Miniprogram { get; init; }

    public string? ClientMsgId { get; init; }
}

/// <summary>The body of message/subscribe/bizsend.</summary>
/// <remarks>Source: https://developers.weixin.qq.com/doc/service/api/notify/notify/api_sendnewsubscribemsg.</remarks>
internal sealed record SubscriptionMessage(string Touser, string TemplateId, IReadOnlyDictionary<string, TemplateValue> Data)
{
    public string? Page { get; init; }

    public MiniProgramPage? Miniprogram { get; init; }
}

internal sealed record TemplateValue(string Value);
