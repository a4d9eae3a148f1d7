using ChatDesk.BotHost.Delivery;
using ChatDesk.BotHost.Estates;
using ChatDesk.BotHost.Intake;
using ChatDesk.BotHost.Owners;
using ChatDesk.BotHost.Texts;
using ChatDesk.BotHost.Tickets;
using ChatDesk.Channels.Activities;
using ChatDesk.Knowledge.Retrieval;
using ChatDesk.Knowledge.Understanding;

namespace ChatDesk.BotHost.Conversations;

/// <summary>Reads an owner's message once and asks the steps in their order.</summary>
internal sealed class OwnerTurn(
    IEnumerable<IOwnerStep> steps, OwnerEvents events, KnowledgeBase knowledge, EstateRegister register, OwnerDirectory owners, TimeProvider clock)
{
    public async Task<TurnResult> RunAsync(Activity activity, Conversation conversation, IReadOnlyList<StoredFile> files, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (conversation.Id == 0 && conversation.OwnerId is null)
            conversation.OwnerId = (await owners.FindByOpenIdAsync(conversation.PeerId, ct))?.Id;
        if (activity.Type == ActivityType.Event)
            return await events.RunAsync(activity, conversation, now, ct);
        OpenWindow(activity, conversation, now);
        var message = Read(activity, conversation, files, now);
        foreach (var step in steps)
        {
            if (await step.TryAsync(message, ct) is { } result)
                return result;
        }

        return message.Say(OwnerTexts.SmallTalk, "smalltalk");
    }

    /// <summary>A tap on a choice counts as a menu tap, not as a message.</summary>
    private static void OpenWindow(Activity activity, Conversation conversation, DateTimeOffset now)
    {
        if (activity.Values.ContainsKey("bizmsgmenuid"))
            SendWindow.OpenByEvent(conversation, now);
        else
            SendWindow.OpenByMessage(conversation, now);
    }

    private OwnerMessage Read(Activity activity, Conversation conversation, IReadOnlyList<StoredFile> files, DateTimeOffset now)
    {
        var meaning = MessageReader.Read(WithoutEstate(activity.Text ?? ""), new ReadContext
        {
            Articles = knowledge.Index,
            Places = register.OnlyEstate is { } estate ? register.Places(estate.Id) : null,
            Pending = conversation.PendingSurvey is null ? SurveyKind.None : SurveyKind.Csat4,
            Reads = conversation.OwnerId is null ? ArticleScope.Public : ArticleScope.Owners,
        });
        return new OwnerMessage(activity, conversation, files, HomeWords.Settle(meaning), Dialog.Of(conversation, now), now);
    }

    /// <summary>An estate's name says where, and nothing else: in "翠湖花园12栋" nobody presses for speed and nothing is wrong with a garden.</summary>
    private string WithoutEstate(string text) =>
        register.Estates.Aggregate(text, (words, estate) => words.Replace(estate.Name, "", StringComparison.Ordinal));
}
