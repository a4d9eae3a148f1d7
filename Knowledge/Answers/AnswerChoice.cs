using ChatDesk.Knowledge.Retrieval;

namespace ChatDesk.Knowledge.Answers;

/// <summary>What the knowledge base has to say to a question.</summary>
public enum AnswerKind
{
    /// <summary>Nothing: say so, record the question, hand over (T3).</summary>
    None,

    /// <summary>Two or three questions to tap.</summary>
    Candidates,

    /// <summary>One article goes out verbatim.</summary>
    Answer,
}

/// <summary>The choice and its grounds.</summary>
/// <param name="Kind">What to do.</param>
/// <param name="Matches">With Answer the article alone, with Candidates up to three, with None empty; best first.</param>
public sealed record AnswerChoice(AnswerKind Kind, IReadOnlyList<ArticleMatch> Matches)
{
    public static AnswerChoice None { get; } = new(AnswerKind.None, []);

    /// <summary>The article to send, with <see cref="AnswerKind.Answer"/>.</summary>
    public Article? Article => Kind == AnswerKind.Answer ? Matches[0].Article : null;
}
