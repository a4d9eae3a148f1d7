using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Delivery;
using ChatDesk.BotHost.Intake;
using ChatDesk.BotHost.Tasks;
using ChatDesk.BotHost.Texts;
using ChatDesk.Channels.Activities;
using ChatDesk.Knowledge.Answers;
using ChatDesk.Knowledge.Understanding;

namespace ChatDesk.BotHost.Conversations.Steps;

/// <summary>A question: the approved answer word for word, a few questions to tap, or an honest "I don't know" with a promise .</summary>
internal sealed class AnswerStep(DeskCalendar calendar, OwnerTasks tasks) : IOwnerStep
{
    private const int DeskOpens = 8;
    private const int LastHour = 21;

    public async Task<TurnResult?> TryAsync(OwnerMessage message, CancellationToken ct)
    {
        if (message.Meaning.Asks.HasFlag(Asks.Manipulation))
            return message.Say(OwnerTexts.RefusePrivate, "refuse");
        if (message.Meaning.Intent is not (Intent.AskFaq or Intent.OutOfScope))
            return null;
        var choice = AnswerChooser.Choose(message.Meaning);
        return choice.Kind switch
        {
            AnswerKind.Answer => new TurnResult(choice.Article!.Answer, message.Trace("answer_faq") with { Article = $"{choice.Article.Id}@{choice.Article.Version}" }),
            AnswerKind.Candidates => Offer(message, choice),
            _ => await PromiseAsync(message, ct),
        };
    }

    private static TurnResult Offer(OwnerMessage message, AnswerChoice choice) => new(
        new OutgoingMessage
        {
            Text = OwnerTexts.Candidates,
            Choices = [.. choice.Matches.Select(match => new SuggestedAction(match.Article.Question, $"faq:{match.Article.Id}"))],
        },
        message.Trace("clarify"));

    private async Task<TurnResult> PromiseAsync(OwnerMessage message, CancellationToken ct)
    {
        var key = $"unanswered:{message.Activity.ChannelId}:{message.Activity.Account}:{message.Activity.Id}";
        await tasks.RaiseAsync(message, DeskTaskKind.Unanswered, key, OwnerTexts.UnansweredTask(OwnerTickets.Line(message.Meaning.Masked, 200)), ticket: null, ct);
        var hour = calendar.ToLocal(message.Now).Hour;
        var when = hour is >= DeskOpens and < LastHour ? OwnerTexts.WithinAnHour : OwnerTexts.TomorrowMorning;
        return message.Say(OwnerTexts.Unanswered(when), "log_unanswered");
    }
}
