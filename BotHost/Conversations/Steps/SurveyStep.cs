using ChatDesk.BotHost.Intake;
using ChatDesk.BotHost.Tickets;
using ChatDesk.Knowledge.Understanding;

namespace ChatDesk.BotHost.Conversations.Steps;

/// <summary>The answer to the survey, typed.</summary>
internal sealed class SurveyStep(RateInChat rate) : IOwnerStep
{
    public async Task<TurnResult?> TryAsync(OwnerMessage message, CancellationToken ct)
    {
        if (message.Conversation.PendingSurvey is not { } number || message.Meaning.Survey?.Csat is not { } level)
            return null;
        return await rate.RunAsync(message, number, resolution: null, ScoreOf(level), ct);
    }

    private static SurveyScore ScoreOf(Satisfaction level) => level switch
    {
        Satisfaction.VerySatisfied => SurveyScore.VerySatisfied,
        Satisfaction.Satisfied => SurveyScore.Satisfied,
        Satisfaction.Neutral => SurveyScore.Neutral,
        _ => SurveyScore.Dissatisfied,
    };
}
