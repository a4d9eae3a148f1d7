using System.Text;
using ChatDesk.Knowledge.Text;

namespace ChatDesk.Knowledge.Understanding.Places;

/// <summary>The words for building and unit as they are abbreviated, typed in letters or mistyped by sound, after a number.</summary>
internal static class HouseWords
{
    private static readonly (string Typed, string Word)[] Typed =
    [
        ("danyuan", "单元"), ("haolou", "号楼"), ("dong", "栋"), ("zhuang", "幢"), ("lou", "楼"), ("shi", "室"), ("dy", "单元"), ("hl", "号楼"), ("d", "栋"), ("u", "单元"),
    ];

    private static readonly ushort Dan = HanTable.SoundOf("dan");
    private static readonly ushort Yuan = HanTable.SoundOf("yuan");
    private static readonly ushort[] BuildingSounds = [HanTable.SoundOf("dong"), HanTable.SoundOf("zhuang"), HanTable.SoundOf("chuang")];

    /// <summary>Appends the standard form of what stands at an index.</summary>
    /// <returns>How many characters of the text it stands for.</returns>
    public static int Append(StringBuilder text, string plain, int at)
    {
        if (text.Length > 0 && char.IsAsciiDigit(text[^1]))
        {
            if (TypedWordAt(plain, at) is var (typed, word))
            {
                text.Append(word);
                return typed.Length;
            }

            if (at + 1 < plain.Length && HanTable.Sound(plain[at]) == Dan && HanTable.Sound(plain[at + 1]) == Yuan)
            {
                text.Append("单元");
                return 2;
            }

            if (IsMistypedBuilding(plain, at))
            {
                text.Append('栋');
                return 1;
            }
        }

        text.Append(plain[at]);
        return 1;
    }

    private static (string Typed, string Word)? TypedWordAt(string plain, int at)
    {
        if (!char.IsAsciiLetterLower(plain[at]))
            return null;
        foreach (var (typed, word) in Typed)
        {
            var end = at + typed.Length;
            if (string.CompareOrdinal(plain, at, typed, 0, typed.Length) == 0 && (end == plain.Length || !char.IsAsciiLetter(plain[end]) || typed.Length > 3))
                return (typed, word);
        }

        return null;
    }

    private static bool IsMistypedBuilding(string plain, int at) =>
        BuildingSounds.AsSpan().Contains(HanTable.Sound(plain[at])) && plain[at] is not ('栋' or '幢' or '东' or '窗' or '床' or '动' or '装' or '洞')
        && at + 1 < plain.Length && (char.IsAsciiDigit(plain[at + 1]) || "一二三四五六七八九十".Contains(plain[at + 1], StringComparison.Ordinal));
}
