using ChatDesk.Knowledge.Retrieval;
using ChatDesk.Knowledge.Understanding;

namespace ChatDesk.Knowledge.Text;

/// <summary>The words of the trade, from the tables of understanding and of retrieval.</summary>
internal static class Vocabulary
{
    /// <summary>Puts mistyped words of the trade right.</summary>
    public static TypoCorrector Typos { get; } = new(Targets(), Words.Lexicon.Phrases.Concat(ConceptWords.Phrases).Concat(EmbeddedText.Lines(typeof(Vocabulary).Assembly, "Text.common.txt").SelectMany(line => line.Split(' '))));

    private static IEnumerable<string> Targets() =>
        EmbeddedText.Lines(typeof(Vocabulary).Assembly, "Text.trade.txt").SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
