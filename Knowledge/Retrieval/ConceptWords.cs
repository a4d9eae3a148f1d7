using ChatDesk.Knowledge.Text;

namespace ChatDesk.Knowledge.Retrieval;

/// <summary>The concepts of property service that a text touches, whatever its words; the tables are the files of Retrieval/Concepts.</summary>
internal static class ConceptWords
{
    private static readonly Lexicon Lexicon = Lexicon.Load("Concepts", "topics", "colloquial");

    public static IReadOnlyCollection<string> Phrases => Lexicon.Phrases;

    public static IReadOnlyList<CueHit> Hits(string plain) => Lexicon.Find(plain).Hits;

    /// <returns>Each concept once.</returns>
    public static IEnumerable<int> In(string plain) => Hits(plain).Select(hit => hit.Concept).Distinct();
}
