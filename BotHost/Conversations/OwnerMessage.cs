using ChatDesk.BotHost.Intake;
using ChatDesk.BotHost.Tickets;
using ChatDesk.Channels.Activities;
using ChatDesk.Knowledge.Understanding;

namespace ChatDesk.BotHost.Conversations;

/// <summary>An owner's message with all that its turn needs to decide.</summary>
public sealed record OwnerMessage(Activity Activity, Conversation Conversation, IReadOnlyList<StoredFile> Files, MessageMeaning Meaning, Dialog? Dialog, DateTimeOffset Now)
{
    public string Text => Activity.Text ?? "";

    /// <summary>What stands behind a tapped choice: "faq:F001", "survey:…"; null for typed words.</summary>
    public string? Tapped => Activity.Values.GetValueOrDefault("bizmsgmenuid");

    /// <summary>The owner as an actor; identity comes from the channel.</summary>
    public Actor Actor => Actor.Owner(Conversation.OwnerId, Conversation.PeerId, Activity.ChannelId);

    /// <summary>The trace of what was understood, with the actions taken.</summary>
    public TurnTrace Trace(params IReadOnlyList<string> actions) => new()
    {
        Intent = Meaning.Intent.Label(),
        Category = Meaning.Category?.Label(),
        Urgency = Meaning.Urgency.Label(),
        Location = Traced(Meaning.Location),
        Actions = actions,
    };

    public TurnResult Say(string text, params IReadOnlyList<string> actions) => new(text, Trace(actions));

    public static TracedLocation Traced(Location at)
    {
        ArgumentNullException.ThrowIfNull(at);
        return new(at.Phase, at.Building, at.Unit, at.Floor, at.Room, at.Area);
    }
}

/// <summary>One thing that the bot can do with a message. The steps are asked in order; the first that takes it answers.</summary>
public interface IOwnerStep
{
    /// <returns>Null when the message is for a later step.</returns>
    Task<TurnResult?> TryAsync(OwnerMessage message, CancellationToken ct);
}
