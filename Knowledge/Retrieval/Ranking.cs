namespace ChatDesk.Knowledge.Retrieval;

/// <summary>The numbers of the ranking: what a field and a kind of term weigh, and how a sum becomes a score.</summary>
internal static class Ranking
{
    public const float QuestionWeight = 1.5f;
    public const float SimilarWeight = 1.5f;
    public const float KeywordWeight = 3f;
    public const float AnswerWeight = 1f;

    /// <summary>Answers touch many matters besides their own.</summary>
    public const float ConceptInAnswer = 0.35f;

    private const float K1 = 1.3f;
    private const float B = 0.5f;

    /// <summary>How much a term of the kind counts beside the others.</summary>
    public static float KindWeight(TermKind kind) => kind switch
    {
        TermKind.Single => 0.6f,
        TermKind.Pair => 1f,
        TermKind.Concept => 2.8f,
        TermKind.SoundPair => 0.35f,
        _ => 0f,
    };

    /// <summary>BM25's weight of a term in an article.</summary>
    public static float Weight(TermKind kind, float frequency, float length, float averageLength, int articles, int withTerm) =>
        KindWeight(kind) * Rarity(articles, withTerm) * frequency * (K1 + 1) / (frequency + K1 * (1 - B + B * length / averageLength));

    /// <summary>What a term adds to the best possible sum when no article has it: the question is about something else.</summary>
    public static float Unknown(TermKind kind, int articles) => kind is TermKind.Pair or TermKind.Single ? 0.25f * KindWeight(kind) * Rarity(articles, 0) : 0f;

    private static float Rarity(int articles, int withTerm) => MathF.Log(1 + (articles - withTerm + 0.5f) / (withTerm + 0.5f));
}
