using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Intake;
using ChatDesk.BotHost.Surveys;
using ChatDesk.BotHost.Texts;
using ChatDesk.BotHost.Tickets;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Conversations.Steps;

/// <summary>Answers a survey from the chat, with the same rules as the survey's page.</summary>
internal sealed class RateInChat(DeskDb db, AnswerSurvey answer)
{
    /// <param name="message">The owner's message.</param>
    /// <param name="number">The ticket.</param>
    /// <param name="resolution">Which resolution was asked about; null for the present one.</param>
    /// <param name="score">The level.</param>
    /// <param name="ct">Cancels the work.</param>
    public async Task<TurnResult> RunAsync(OwnerMessage message, string number, int? resolution, SurveyScore score, CancellationToken ct)
    {
        var ticket = await db.Set<Ticket>().SingleOrDefaultAsync(t => t.Number == number && t.ConversationId == message.Conversation.Id, ct);
        if (ticket is null)
            return message.Say(OwnerTexts.SurveyLate, "smalltalk");
        var words = message.Tapped is null && message.Text.Length > 6 ? message.Text : null;
        var outcome = await answer.RunAsync(number, resolution ?? ticket.Resolution, score, words, message.Actor, ct);
        if (message.Conversation.PendingSurvey == number)
            message.Conversation.PendingSurvey = null;
        var isUnhappy = score == SurveyScore.Dissatisfied;
        return outcome != SurveyOutcome.Done
            ? message.Say(OwnerTexts.SurveyLate, "smalltalk")
            : new TurnResult(
                isUnhappy ? OwnerTexts.SurveySorry : OwnerTexts.SurveyThanks,
                message.Trace(isUnhappy ? ["record_survey", "followup_dissatisfied"] : ["record_survey"]) with { Ticket = number });
    }
}
