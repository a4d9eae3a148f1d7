using System.Runtime.InteropServices;
using ChatDesk.Knowledge.Text;

namespace ChatDesk.Knowledge.Retrieval;

/// <summary>An immutable index over articles: BM25 over characters, character pairs, sounds and concepts, fields weighted.</summary>
public sealed class ArticleIndex
{
    private readonly Article[] _articles;
    private readonly Dictionary<ulong, Term> _terms;

    private ArticleIndex(Article[] articles, Dictionary<ulong, Term> terms) => (_articles, _terms) = (articles, terms);

    public static ArticleIndex Empty { get; } = new([], []);

    public IReadOnlyList<Article> Articles => _articles;

    /// <exception cref="ArgumentException">Two articles have the same id.</exception>
    public static ArticleIndex Build(IEnumerable<Article> articles)
    {
        Article[] all = [.. articles];
        if (all.DistinctBy(article => article.Id).Count() != all.Length)
            throw new ArgumentException("Two articles have the same id.", nameof(articles));
        return new(all, IndexBuilder.Terms(all));
    }

    /// <summary>Finds the articles that answer a question.</summary>
    /// <param name="text">The question as written.</param>
    /// <param name="top">How many at most.</param>
    /// <param name="reads">Articles for narrower circles are left out.</param>
    /// <returns>Best first; none with a score of 0.</returns>
    public IReadOnlyList<ArticleMatch> Search(string text, int top, ArticleScope reads = ArticleScope.Owners)
    {
        ArgumentNullException.ThrowIfNull(text);
        return SearchPlain(Vocabulary.Typos.Correct(TextNormalizer.Normalize(text).Text), top, reads);
    }

    internal IReadOnlyList<ArticleMatch> SearchPlain(string plain, int top, ArticleScope reads)
    {
        if (_articles.Length == 0)
            return [];
        List<ulong> keys = [];
        TermKeys.Collect(plain, keys);
        var scores = new float[_articles.Length];
        var possible = Add(keys, scores);
        return possible <= 0 ? [] : [.. Best(scores, top, reads).Select(at => Match(at, scores[at] / possible, plain))];
    }

    private float Add(List<ulong> keys, float[] scores)
    {
        keys.Sort();
        var possible = 0f;
        for (var i = 0; i < keys.Count; i++)
        {
            if (i > 0 && keys[i] == keys[i - 1])
                continue;
            ref var term = ref CollectionsMarshal.GetValueRefOrNullRef(_terms, keys[i]);
            var kind = TermKeys.KindOf(keys[i]);
            if (System.Runtime.CompilerServices.Unsafe.IsNullRef(ref term))
            {
                possible += Ranking.Unknown(kind, _articles.Length);
                continue;
            }

            possible += term.Most;
            for (var j = 0; j < term.Articles.Length; j++)
                scores[term.Articles[j]] += term.Weights[j];
        }

        return possible;
    }

    private List<int> Best(float[] scores, int top, ArticleScope reads)
    {
        List<int> best = new(top + 1);
        for (var i = 0; i < scores.Length; i++)
        {
            if (scores[i] <= 0 || _articles[i].Scope > reads || best.Count == top && scores[i] <= scores[best[^1]])
                continue;
            var at = best.FindIndex(better => scores[better] < scores[i]);
            best.Insert(at < 0 ? best.Count : at, i);
            if (best.Count > top)
                best.RemoveAt(top);
        }

        return best;
    }

    private ArticleMatch Match(int article, double share, string plain) =>
        new(_articles[article], Math.Clamp(share, 0, 1), Coverage.Unsaid(plain, key => Says(article, key)));

    private bool Says(int article, ulong key) => _terms.TryGetValue(key, out var term) && Array.BinarySearch(term.Articles, article) >= 0;
}
