using ChatDesk.BotHost.Intake;
using ChatDesk.BotHost.Tasks;
using ChatDesk.BotHost.Texts;
using ChatDesk.Knowledge.Understanding;

namespace ChatDesk.BotHost.Conversations.Steps;

/// <summary>The owner wants a person, or one holds the conversation already: then the bot is silent.</summary>
internal sealed class HandOverStep(OwnerTasks tasks) : IOwnerStep
{
    public async Task<TurnResult?> TryAsync(OwnerMessage message, CancellationToken ct)
    {
        var conversation = message.Conversation;
        if (conversation.IsHandedOver)
            return message.Meaning.Asks.HasFlag(Asks.BackToBot) ? Resume(message) : new TurnResult(null, message.Trace("no_reply"));
        if (message.Meaning.Intent != Intent.Human)
            return null;
        conversation.IsHandedOver = true;
        conversation.DialogJson = null;
        var key = $"handover:{conversation.Channel}:{conversation.Account}:{conversation.PeerId}:{message.Now.UtcTicks}";
        await tasks.RaiseAsync(message, DeskTaskKind.HandOver, key, OwnerTexts.HandOverTask(OwnerTickets.Line(message.Meaning.Masked, 100)), ticket: null, ct);
        return message.Say(OwnerTexts.HandedOver, "handoff_human");
    }

    private static TurnResult Resume(OwnerMessage message)
    {
        message.Conversation.IsHandedOver = false;
        return message.Say(OwnerTexts.BackToBot, "resume_bot");
    }
}
