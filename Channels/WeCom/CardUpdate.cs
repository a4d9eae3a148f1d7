using ChatDesk.Channels.Activities;

namespace ChatDesk.Channels.WeCom;

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
