namespace ChatDesk.Knowledge.Evaluation;

/// <summary>How well questions in other words find their article; the definitions are those of score.py.</summary>
public static class FaqScore
{
    private const int Ranks = 3;

    /// <returns>Metric names and values: shares in percent with two decimals.</returns>
    public static IEnumerable<(string Name, object? Value)> Of(IReadOnlyList<(CorpusQuestion Asked, UnderstandAnswer Got)> rows)
    {
        var ranks = rows.Select(row => RankOf(row.Asked, row.Got)).ToList();
        var answered = rows.Zip(ranks).Where(pair => pair.First.Got.Action == "answer").ToList();
        yield return ("n", rows.Count);
        yield return ("recall_at_1", Share.Of(ranks.Count(rank => rank == 0), rows.Count));
        yield return ("recall_at_3", Share.Of(ranks.Count(rank => rank >= 0), rows.Count));
        yield return ("mrr_at_3", Math.Round(ranks.Sum(rank => rank < 0 ? 0 : 1.0 / (rank + 1)) / rows.Count, 4));
        yield return ("answered", Share.Of(answered.Count, rows.Count));
        yield return ("answered_wrongly", Share.Of(answered.Count(pair => pair.Second != 0), rows.Count));
        foreach (var style in rows.Zip(ranks).GroupBy(pair => pair.First.Asked.Style).OrderBy(style => style.Key, StringComparer.Ordinal))
            yield return ($"recall_at_1_{style.Key}", Share.Of(style.Count(pair => pair.Second == 0), style.Count()));
    }

    private static int RankOf(CorpusQuestion asked, UnderstandAnswer got)
    {
        for (var rank = 0; rank < Math.Min(Ranks, got.Faq.Count); rank++)
        {
            if (got.Faq[rank].Id == asked.FaqId)
                return rank;
        }

        return -1;
    }
}
