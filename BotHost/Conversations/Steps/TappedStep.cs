using ChatDesk.BotHost.Intake;
using ChatDesk.BotHost.Tickets;
using ChatDesk.Knowledge.Retrieval;

namespace ChatDesk.BotHost.Conversations.Steps;

/// <summary>A choice was tapped: what stands behind it is exact, nothing has to be understood.</summary>
internal sealed class TappedStep(KnowledgeBase knowledge, RateInChat rate) : IOwnerStep
{
    public async Task<TurnResult?> TryAsync(OwnerMessage message, CancellationToken ct)
    {
        var parts = message.Tapped?.Split(':') ?? [];
        return parts switch
        {
            ["faq", var id] => Answer(message, id),
            ["survey", var number, var resolution, var score] when int.TryParse(resolution, out var round) && Enum.TryParse<SurveyScore>(score, out var value)
                => await rate.RunAsync(message, number, round, value, ct),
            _ => null,
        };
    }

    private TurnResult? Answer(OwnerMessage message, string id) =>
        knowledge.Index.Articles.FirstOrDefault(article => article.Id == id) is { Scope: not ArticleScope.Staff } article
            ? new TurnResult(article.Answer, message.Trace("answer_faq") with { Article = $"{article.Id}@{article.Version}" })
            : null;
}
