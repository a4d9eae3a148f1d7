using System.Buffers;
using ChatDesk.Knowledge.Text;

namespace ChatDesk.Knowledge.Retrieval;

/// <summary>Cuts a text into the terms it is indexed and searched by, each packed in a number.</summary>
internal static class TermKeys
{
    private const ulong Single = 1UL << 40;
    private const ulong Pair = 2UL << 40;
    private const ulong Concept = 3UL << 40;
    private const ulong SoundPair = 4UL << 40;

    /// <summary>Characters that only hold a sentence together.</summary>
    private static readonly SearchValues<char> Empty = SearchValues.Create("我你您他她它咱们的了吗呢吧啊呀哦嗯哈嘛么是在有就也都还又很太真好这那个些着过得地和与跟及或但而且所以因为让被把给对从到去来要想能会可不没吗啦哎唉喔哟呗之其此该再更最一");

    public static ulong SingleOf(char character) => Single | character;

    public static ulong PairOf(char first, char second) => Pair | ((ulong)first << 16) | second;

    public static ulong ConceptOf(int concept) => Concept | (uint)concept;

    /// <summary>Whether the character only holds a sentence together.</summary>
    public static bool IsEmpty(char character) => Empty.Contains(character);

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

            if (!IsEmpty(character))
                keys.Add(SingleOf(character));
            if (last != '\0' && !(IsEmpty(character) && IsEmpty(last)))
                keys.Add(PairOf(last, character));
            var sound = HanTable.Sound(character);
            if (sound != 0 && lastSound != 0)
                keys.Add(SoundPair | ((ulong)lastSound << 16) | sound);
            (last, lastSound) = (character, sound);
        }

        foreach (var concept in ConceptWords.In(plain))
            keys.Add(ConceptOf(concept));
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
