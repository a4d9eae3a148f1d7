using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Intake;
using ChatDesk.BotHost.Texts;
using ChatDesk.Channels.Activities;

namespace ChatDesk.BotHost.Conversations.Steps;

/// <summary>A picture, a voice or a film: it belongs to the ticket or the draft that the conversation is about.</summary>
internal sealed class PhotoStep(DeskDb db, OwnerTickets tickets) : IOwnerStep
{
    private static readonly TimeSpan BelongsFor = TimeSpan.FromMinutes(30);

    public async Task<TurnResult?> TryAsync(OwnerMessage message, CancellationToken ct)
    {
        if (message.Text.Length > 0)
            return null;
        if (message.Activity.Attachments.Count == 0)
            return message.Say(OwnerTexts.NotHandled, "clarify");
        if (message.Activity.Attachments.All(attachment => attachment.MediaId is null))
            return message.Say(OwnerTexts.NotHandled, "clarify");
        if (message.Activity.Attachments.Any(attachment => attachment.ContentType == AttachmentType.Voice))
            return message.Say(OwnerTexts.VoiceUnheard, "clarify");
        if (message.Files.Count == 0)
            return message.Say(OwnerTexts.MediaLost, "clarify");
        if (message.Dialog is { Kind: DialogKind.Report or DialogKind.Describe } dialog)
            return Keep(message, dialog);
        if (await tickets.RecentAsync(message, BelongsFor, ct) is { IsOpen: true } recent)
        {
            await tickets.AddAsync(message, recent, ct);
            return new TurnResult(OwnerTexts.PhotoAdded(recent.Number), message.Trace("store_media", "update_ticket") with { Ticket = recent.Number });
        }

        return Keep(message, new Dialog { Kind = DialogKind.Describe, At = message.Now, Draft = new ReportDraft() });
    }

    private TurnResult Keep(OwnerMessage message, Dialog dialog)
    {
        db.AddRange(message.Files);
        var draft = dialog.Draft! with { Files = [.. dialog.Draft!.Files, .. message.Files.Select(file => file.Key)] };
        message.Conversation.DialogJson = (dialog with { Draft = draft, At = message.Now }).Write();
        return message.Say(dialog.Kind == DialogKind.Report ? OwnerTexts.AskPlace : OwnerTexts.PhotoFirst, "store_media", dialog.Kind == DialogKind.Report ? "ask_location" : "ask_issue");
    }
}
