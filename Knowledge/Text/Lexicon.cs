using System.Reflection;

namespace ChatDesk.Knowledge.Text;

/// <summary>Concepts and the phrases that say them, from tables compiled into the assembly.</summary>
/// <remarks>
/// A table has sections "[concept]" with phrases between blanks. "(a|b|)" in a phrase stands for each of the choices;
/// "*" for up to <see cref="ShortGap"/> characters within a clause, "**" for up to <see cref="LongGap"/> within a sentence.
/// Within one table the longest phrase wins: what it covers is not found again.
/// </remarks>
internal sealed class Lexicon
{
    private const int ShortGap = 6;
    private const int LongGap = 16;
    private const int MostHits = 256;

    private readonly PhraseTrie _trie = new();
    private readonly Dictionary<string, int> _concepts = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];
    private readonly List<List<(int Concept, int Table)>> _meanings = [];
    private readonly List<GapPattern[]> _endings = [];
    private readonly HashSet<string> _phrases = new(StringComparer.Ordinal);
    private int _tables;

    public static Lexicon Load(string folder, params string[] tables)
    {
        Lexicon lexicon = new();
        foreach (var table in tables)
            lexicon.Read(EmbeddedText.Lines(Assembly.GetExecutingAssembly(), $"{folder}.{table}.txt"));
        return lexicon;
    }

    public int ConceptCount => _names.Count;

    /// <exception cref="KeyNotFoundException">No table has such a section.</exception>
    public int IdOf(string concept) => _concepts.TryGetValue(concept, out var id) ? id : throw new KeyNotFoundException($"No concept [{concept}].");

    public string NameOf(int concept) => _names[concept];

    /// <summary>The phrases without gaps.</summary>
    public IReadOnlyCollection<string> Phrases => _phrases;

    public Cues Find(string text)
    {
        Cues cues = new(_names.Count);
        List<PhraseHit> parts = [];
        List<PhraseHit> here = [];
        Span<int> covered = stackalloc int[_tables];
        for (var start = 0; start < text.Length && parts.Count < MostHits; start++)
        {
            here.Clear();
            _trie.CollectAt(text, start, here);
            for (var i = here.Count - 1; i >= 0; i--)
            {
                parts.Add(here[i]);
                AddMeanings(cues, here[i], covered);
            }
        }

        AddGapped(cues, parts, text);
        return cues;
    }

    private void AddMeanings(Cues cues, PhraseHit hit, Span<int> covered)
    {
        foreach (var (concept, table) in _meanings[hit.Phrase])
        {
            if (hit.End > covered[table])
                cues.Add(new(concept, hit.Start, hit.End));
        }

        foreach (var (_, table) in _meanings[hit.Phrase])
            covered[table] = Math.Max(covered[table], hit.End);
    }

    private void AddGapped(Cues cues, List<PhraseHit> parts, string text)
    {
        Span<ulong> said = stackalloc ulong[(_trie.Count + 63) / 64];
        foreach (var part in parts)
            said[part.Phrase >> 6] |= 1UL << part.Phrase;
        foreach (var last in parts)
        {
            foreach (var pattern in _endings[last.Phrase])
            {
                if (!AllSaid(pattern, said))
                    continue;
                var start = StartOf(pattern, pattern.Parts.Length - 1, last, parts, text);
                if (start >= 0)
                    cues.Add(new(pattern.Concept, start, last.End));
            }
        }
    }

    private static bool AllSaid(GapPattern pattern, ReadOnlySpan<ulong> said)
    {
        foreach (var part in pattern.Parts)
        {
            if ((said[part >> 6] & (1UL << part)) == 0)
                return false;
        }

        return true;
    }

    private static int StartOf(GapPattern pattern, int part, PhraseHit at, List<PhraseHit> hits, string text)
    {
        if (part == 0)
            return at.Start;
        foreach (var hit in hits)
        {
            if (hit.Start >= at.Start)
                break;
            if (hit.Phrase == pattern.Parts[part - 1] && hit.End <= at.Start && IsGap(text.AsSpan(hit.End, at.Start - hit.End), pattern.LongGaps[part - 1]))
            {
                var start = StartOf(pattern, part - 1, hit, hits, text);
                if (start >= 0)
                    return start;
            }
        }

        return -1;
    }

    private static bool IsGap(ReadOnlySpan<char> between, bool isLong) =>
        isLong ? between.Length <= LongGap && !between.ContainsAny("。!?;") : between.Length <= ShortGap && !between.ContainsAny("。!?;,、 ");

    private void Read(IEnumerable<string> lines)
    {
        var table = _tables++;
        var concept = -1;
        foreach (var line in lines)
        {
            if (line[0] == '[')
                concept = ConceptOf(line.Trim('[', ']', ' '));
            else
                AddPhrases(line, concept, table);
        }
    }

    private int ConceptOf(string name)
    {
        if (!_concepts.TryGetValue(name, out var id))
        {
            _concepts[name] = id = _names.Count;
            _names.Add(name);
        }

        return id;
    }

    private void AddPhrases(string line, int concept, int table)
    {
        foreach (var written in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            foreach (var phrase in PhraseSyntax.Expand(written))
            {
                if (phrase.Contains('*', StringComparison.Ordinal))
                    AddPattern(phrase, concept);
                else
                    AddPhrase(phrase, concept, table);
            }
        }
    }

    private void AddPhrase(string phrase, int concept, int table)
    {
        var number = Register(phrase);
        if (!_meanings[number].Contains((concept, table)))
            _meanings[number].Add((concept, table));
        _phrases.Add(phrase);
    }

    private void AddPattern(string phrase, int concept)
    {
        var (parts, longGaps) = PhraseSyntax.Parts(phrase);
        var numbers = parts.Select(Register).ToArray();
        _endings[numbers[^1]] = [.. _endings[numbers[^1]], new(concept, numbers, longGaps)];
    }

    private int Register(string phrase)
    {
        var number = _trie.Add(phrase);
        if (number == _meanings.Count)
        {
            _meanings.Add([]);
            _endings.Add([]);
        }

        return number;
    }

    private sealed record GapPattern(int Concept, int[] Parts, bool[] LongGaps);
}
