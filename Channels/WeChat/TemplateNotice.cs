using System.Text.Json;
using ChatDesk.Channels.Activities;

namespace ChatDesk.Channels.WeChat;

/// <summary>A notice by its purpose: which template it is and how its fields are filled is the account's configuration.</summary>
/// <param name="Purpose">A key of <see cref="WeChatAccount.Templates"/>.</param>
/// <param name="Values">The texts that the template's fields name in braces.</param>
/// <param name="Url">The page that a tap opens; null for none.</param>
/// <param name="ClientMessageId">The same for the same notice, so that a repeat within 10 min is swallowed (template messages only).</param>
/// <param name="MiniProgram">What a tap opens instead of the page; null for none.</param>
public sealed record TemplateNotice(
    string Purpose, IReadOnlyDictionary<string, string> Values, string? Url = null, string? ClientMessageId = null, MiniProgramPage? MiniProgram = null)
{
    /// <summary>The notice as the only content of an outbound activity.</summary>
    public Attachment ToAttachment() =>
        new(AttachmentType.WeChatNotice, Content: JsonSerializer.SerializeToElement(this, WeChatJson.Raw.TemplateNotice));

    /// <exception cref="NotSupportedException">The attachment's content is no notice.</exception>
    public static TemplateNotice From(Attachment attachment) =>
        attachment.Content?.Deserialize(WeChatJson.Raw.TemplateNotice) ?? throw new NotSupportedException("A notice attachment has content.");
}

/// <param name="Appid">The mini program.</param>
/// <param name="Pagepath">The page in it, with its query.</param>
public sealed record MiniProgramPage(string Appid, string Pagepath);
