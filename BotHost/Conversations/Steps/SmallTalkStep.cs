using ChatDesk.BotHost.Estates;
using ChatDesk.BotHost.Intake;
using ChatDesk.BotHost.Texts;
using ChatDesk.Knowledge.Understanding;

namespace ChatDesk.BotHost.Conversations.Steps;

/// <summary>Everything that needs no deed: a kind word, never silence.</summary>
internal sealed class SmallTalkStep(EstateRegister register) : IOwnerStep
{
    public Task<TurnResult?> TryAsync(OwnerMessage message, CancellationToken ct) => Task.FromResult<TurnResult?>(message.Meaning switch
    {
        { Intent: Intent.Praise } => message.Say(OwnerTexts.Praise, "smalltalk"),
        { Intent: Intent.AdSpam } => new TurnResult(null, message.Trace("no_reply")),
        { Asks: var asks } when asks.HasFlag(Asks.Insult) => message.Say(OwnerTexts.Sorry, "smalltalk"),
        _ when message.Text.Contains('谢') => message.Say(OwnerTexts.Thanks, "smalltalk"),
        _ => message.Say(register.Company is { } company ? OwnerTexts.FirstSentence(company) : OwnerTexts.SmallTalk, "smalltalk"),
    });
}
