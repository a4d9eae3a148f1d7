using ChatDesk.Channels.Activities;

namespace ChatDesk.Channels.WeCom;

/// <summary>A message of an application to its members.</summary>
/// <remarks>
/// Source: https://developer.work.weixin.qq.com/document/path/90236. An identical message within the interval is accepted and not
/// delivered again, which makes a retry safe.
/// </remarks>
internal sealed record AppMessage(string Touser, string Msgtype, int Agentid)
{
    private const int MaxRecipients = 1000;

    public int EnableDuplicateCheck { get; } = 1;

    /// <summary>Seconds.</summary>
    public int DuplicateCheckInterval { get; } = 1800;

    public TextBody? Text { get; init; }

    public TemplateCard? TemplateCard { get; init; }

    /// <exception cref="NotSupportedException">The activity is neither one text nor one card, or has too many recipients.</exception>
    public static AppMessage From(Activity activity, int agentId)
    {
        var to = activity.Recipient.Id;
        if (to.AsSpan().Count('|') >= MaxRecipients)
            throw new NotSupportedException("One message has at most 1000 recipients.");
        return activity switch
        {
            { Attachments: [{ ContentType: AttachmentType.WeComCard } card], Text: null or "" } =>
                new(to, "template_card", agentId) { TemplateCard = WeCom.TemplateCard.From(card) },
            { Attachments: [], Text.Length: > 0 } => new(to, "text", agentId) { Text = new(WeComText.Of(activity)) },
            _ => throw new NotSupportedException("One application message carries a text or one card."),
        };
    }

    internal sealed record TextBody(string Content);
}

/// <summary>Replaces a card, or only its buttons, once per response code.</summary>
/// <remarks>Source: https://developer.work.weixin.qq.com/document/path/94888.</remarks>
internal sealed record CardUpdate(IReadOnlyList<string> Userids, int Agentid, string ResponseCode)
{
    public ReplaceButton? Button { get; init; }

    public TemplateCard? TemplateCard { get; init; }

    /// <exception cref="NotSupportedException">The activity has no response code, or neither a card nor a text.</exception>
    public static CardUpdate From(Activity activity, int agentId)
    {
        var code = activity.ReplyToId ?? throw new NotSupportedException("A card update needs the response code in ReplyToId.");
        CardUpdate update = new(activity.Recipient.Id.Split('|'), agentId, code);
        return activity switch
        {
            { Attachments: [{ ContentType: AttachmentType.WeComCard } card] } => update with { TemplateCard = WeCom.TemplateCard.From(card) },
            { Attachments: [], Text: { Length: > 0 } text } => update with { Button = new(text) },
            _ => throw new NotSupportedException("A card update has a card, or a text for its buttons."),
        };
    }

    internal sealed record ReplaceButton(string ReplaceName);
}
