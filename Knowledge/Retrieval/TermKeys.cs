using ChatDesk.Knowledge.Text;

namespace ChatDesk.Knowledge.Retrieval;

/// <summary>Cuts a text into the terms it is indexed and searched by, each packed in a number.</summary>
internal static class TermKeys
{
    private const ulong Single = 1UL << 40;
    private const ulong Pair = 2UL << 40;
    private const ulong Concept = 3UL << 40;
    private const ulong SoundPair = 4UL << 40;

    public static TermKind KindOf(ulong key) => (TermKind)(key >> 40);

    /// <summary>Adds the terms of a normalised text.</summary>
    public static void Collect(string plain, List<ulong> keys)
    {
        var last = '\0';
        ushort lastSound = 0;
        foreach (var character in plain)
        {
            if (!char.IsLetterOrDigit(character))
            {
                (last, lastSound) = ('\0', 0);
                continue;
            }

            keys.Add(Single | character);
            if (last != '\0')
                keys.Add(Pair | ((ulong)last << 16) | character);
            var sound = HanTable.Sound(character);
            if (sound != 0 && lastSound != 0)
                keys.Add(SoundPair | ((ulong)lastSound << 16) | sound);
            (last, lastSound) = (character, sound);
        }

        foreach (var concept in ConceptWords.In(plain))
            keys.Add(Concept | (uint)concept);
    }
}

/// <summary>What a term stands for.</summary>
internal enum TermKind
{
    Single = 1,
    Pair = 2,
    Concept = 3,
    SoundPair = 4,
}
