using System.Runtime.InteropServices;
using ChatDesk.Knowledge.Text;

namespace ChatDesk.Knowledge.Retrieval;

/// <summary>What an index keeps for a term: the articles that have it and what it adds to each.</summary>
internal readonly record struct Term(int[] Articles, float[] Weights, float Most);

/// <summary>Counts the terms of all articles and weighs them.</summary>
internal static class IndexBuilder
{
    public static Dictionary<ulong, Term> Terms(Article[] articles)
    {
        var counted = articles.Select(Count).ToArray();
        var lengths = counted.Select(terms => terms.Values.Sum()).ToArray();
        var average = lengths.Length == 0 ? 1 : Math.Max(1, lengths.Average());
        Dictionary<ulong, List<(int Article, float Frequency)>> postings = [];
        for (var i = 0; i < counted.Length; i++)
        {
            foreach (var (key, frequency) in counted[i])
            {
                ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(postings, key, out _);
                (list ??= []).Add((i, frequency));
            }
        }

        return postings.ToDictionary(pair => pair.Key, pair => Weighed(pair.Key, pair.Value, lengths, average, articles.Length));
    }

    /// <summary>A character that most articles have tells none of them apart.</summary>
    private static bool SaysNothing(TermKind kind, int withTerm, int articles) => kind == TermKind.Single && articles > 20 && withTerm * 2 > articles;

    private static Term Weighed(ulong key, List<(int Article, float Frequency)> postings, float[] lengths, float average, int articles)
    {
        var kind = TermKeys.KindOf(key);
        int[] with = [.. postings.Select(posting => posting.Article)];
        if (SaysNothing(kind, with.Length, articles))
            return new(with, new float[with.Length], Ranking.Unknown(kind, articles));
        var weights = postings.Select(posting => Ranking.Weight(kind, posting.Frequency, lengths[posting.Article], average, articles, postings.Count)).ToArray();
        return new(with, weights, weights.Max());
    }

    private static Dictionary<ulong, float> Count(Article article)
    {
        Dictionary<ulong, float> counts = [];
        Add(counts, article.Question, Ranking.QuestionWeight);
        foreach (var similar in article.Similar)
            Add(counts, similar, Ranking.SimilarWeight);
        foreach (var keyword in article.Keywords)
            Add(counts, keyword, Ranking.KeywordWeight);
        Add(counts, article.Answer, Ranking.AnswerWeight, Ranking.ConceptInAnswer);
        return counts;
    }

    private static void Add(Dictionary<ulong, float> counts, string text, float weight, float conceptShare = 1)
    {
        List<ulong> keys = [];
        TermKeys.Collect(TextNormalizer.Normalize(text).Text, keys);
        foreach (var key in keys)
            CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _) += TermKeys.KindOf(key) == TermKind.Concept ? weight * conceptShare : weight;
    }
}
