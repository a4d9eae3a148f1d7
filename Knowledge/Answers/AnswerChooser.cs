using ChatDesk.Knowledge.Retrieval;
using ChatDesk.Knowledge.Understanding;

namespace ChatDesk.Knowledge.Answers;

/// <summary>Decides between an approved answer, a few questions to tap, and "I don't know": one threshold and one margin for every knowledge base.</summary>
public static class AnswerChooser
{
    /// <summary>The least score with which an article goes out.</summary>
    public const double AnswerFrom = 0.42;

    /// <summary>How much of its score an article needs for itself where it says nothing about a part of the question.</summary>
    public const double UnsaidWeight = 0.4;

    /// <summary>The least score that has to be left then.</summary>
    public const double LeftFrom = 0.3;

    /// <summary>The most of a question that its answer may leave out.</summary>
    public const double MostUnsaid = 0.55;

    /// <summary>How far the best has to be before the second.</summary>
    public const double Margin = 0.1;

    /// <summary>The least score with which an article is offered to tap.</summary>
    public const double OfferFrom = 0.18;

    /// <summary>Searches and chooses, for a text that nobody has read yet.</summary>
    public static AnswerChoice Choose(string text, ArticleIndex index)
    {
        ArgumentNullException.ThrowIfNull(index);
        return Choose(index.Search(text, 3));
    }

    /// <summary>Chooses for a message that was read with the knowledge base: nothing is answered where no answer was asked for.</summary>
    public static AnswerChoice Choose(MessageMeaning meaning)
    {
        ArgumentNullException.ThrowIfNull(meaning);
        return meaning.Intent == Intent.AskFaq && !meaning.Asks.HasFlag(Asks.Manipulation) ? Choose(meaning.Found) : AnswerChoice.None;
    }

    private static AnswerChoice Choose(IReadOnlyList<ArticleMatch> found)
    {
        if (found.Count == 0 || found[0].Score < OfferFrom)
            return AnswerChoice.None;
        var clear = found.Count == 1 || found[0].Score - found[1].Score >= Margin;
        return clear && IsSure(found[0])
            ? new(AnswerKind.Answer, [found[0]])
            : new(AnswerKind.Candidates, [.. found.Where(match => match.Score >= OfferFrom).Take(3)]);
    }

    private static bool IsSure(ArticleMatch best) =>
        best.Score >= AnswerFrom && best.Unsaid <= MostUnsaid && best.Score - UnsaidWeight * best.Unsaid >= LeftFrom;
}
