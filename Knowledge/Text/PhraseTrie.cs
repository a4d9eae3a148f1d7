namespace ChatDesk.Knowledge.Text;

/// <summary>Finds every phrase of a fixed set in a text in one walk.</summary>
internal sealed class PhraseTrie
{
    private readonly int[] _first = new int[char.MaxValue + 1];
    private readonly Dictionary<long, int> _children = [];
    private readonly List<int> _phrases = [-1];

    /// <summary>How many phrases there are.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a phrase; one added before keeps its number.</summary>
    /// <returns>The phrase's number.</returns>
    public int Add(string phrase)
    {
        var node = FirstChild(phrase[0]);
        for (var i = 1; i < phrase.Length; i++)
            node = AddedChild(node, phrase[i]);
        if (_phrases[node] < 0)
            _phrases[node] = Count++;
        return _phrases[node];
    }

    /// <summary>Adds to the list each phrase that starts at an index, shortest first.</summary>
    public void CollectAt(ReadOnlySpan<char> text, int start, List<PhraseHit> hits)
    {
        var node = _first[text[start]];
        for (var end = start + 1; node != 0; end++)
        {
            if (_phrases[node] is var phrase and >= 0)
                hits.Add(new(phrase, start, end));
            if (end >= text.Length || !_children.TryGetValue(Key(node, text[end]), out node))
                return;
        }
    }

    private int FirstChild(char character) => _first[character] == 0 ? _first[character] = NewNode() : _first[character];

    private int AddedChild(int node, char character)
    {
        if (!_children.TryGetValue(Key(node, character), out var child))
            _children[Key(node, character)] = child = NewNode();
        return child;
    }

    private int NewNode()
    {
        _phrases.Add(-1);
        return _phrases.Count - 1;
    }

    private static long Key(int node, char character) => ((long)node << 16) | character;
}

/// <summary>A phrase found in a text, end exclusive.</summary>
internal readonly record struct PhraseHit(int Phrase, int Start, int End);
