namespace ChatDesk.Knowledge.Text;

/// <summary>The concepts that a text says, and where.</summary>
internal sealed class Cues(int concepts)
{
    private readonly ulong[] _said = new ulong[(concepts + 63) / 64];
    private readonly List<CueHit> _hits = [];

    public IReadOnlyList<CueHit> Hits => _hits;

    public bool Has(int concept) => (_said[concept >> 6] & (1UL << (concept & 63))) != 0;

    public bool HasAny(params ReadOnlySpan<int> concepts)
    {
        foreach (var concept in concepts)
        {
            if (Has(concept))
                return true;
        }

        return false;
    }

    /// <summary>The first place where the concept is said, or null.</summary>
    public CueHit? First(int concept)
    {
        if (!Has(concept))
            return null;
        foreach (var hit in _hits)
        {
            if (hit.Concept == concept)
                return hit;
        }

        return null;
    }

    public void Add(CueHit hit)
    {
        _said[hit.Concept >> 6] |= 1UL << (hit.Concept & 63);
        _hits.Add(hit);
    }

}

/// <summary>A concept said at a place, end exclusive.</summary>
internal readonly record struct CueHit(int Concept, int Start, int End);
