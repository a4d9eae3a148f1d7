using System.Reflection;

namespace ChatDesk.Knowledge.Text;

/// <summary>Sound and simplified form of each common Han character; the data and its sources are in han.txt.</summary>
internal static class HanTable
{
    private static readonly char[] SimplifiedForms = new char[char.MaxValue + 1];
    private static readonly ushort[] SyllableIds = new ushort[char.MaxValue + 1];
    private static readonly ushort[] ExactIds = new ushort[char.MaxValue + 1];
    private static readonly Dictionary<string, ushort> Ids = new(StringComparer.Ordinal);

    private static ushort _syllables;

    static HanTable()
    {
        foreach (var line in EmbeddedText.Lines(Assembly.GetExecutingAssembly(), "Text.han.txt"))
            Read(line);
    }

    /// <summary>The simplified character for a traditional one, else the character itself.</summary>
    public static char Simplify(char character) => SimplifiedForms[character] is var form and not '\0' ? form : character;

    /// <summary>The number of the character's syllable, tone left out and sounds that dialects mix (zh/z, ng/n, l/n) made one; 0 for others than Han.</summary>
    public static ushort Sound(char character) => SyllableIds[character];

    /// <summary>The number of the character's syllable with only the tone left out; 0 for others than Han.</summary>
    public static ushort ExactSound(char character) => ExactIds[character];

    /// <summary>The number of a syllable as typed in Latin letters, or 0.</summary>
    public static ushort SoundOf(ReadOnlySpan<char> syllable) =>
        Ids.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(syllable, out var id) ? id : (ushort)0;

    private static void Read(string line)
    {
        var (key, characters) = (line[..line.IndexOf(' ', StringComparison.Ordinal)], line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
        if (key == "=")
        {
            for (var i = 0; i + 1 < characters.Length; i += 2)
                SimplifiedForms[characters[i]] = characters[i + 1];
            return;
        }

        var id = IdOf(key);
        var exact = ++_syllables;
        foreach (var character in characters)
            (SyllableIds[character], ExactIds[character]) = (id, exact);
    }

    private static ushort IdOf(string syllable)
    {
        var mixed = Mixed(syllable);
        if (!Ids.TryGetValue(mixed, out var id))
            Ids[mixed] = id = (ushort)(Ids.Count + 1);
        Ids[syllable] = id;
        return id;
    }

    private static string Mixed(string syllable)
    {
        var sound = syllable.Replace("zh", "z", StringComparison.Ordinal).Replace("ch", "c", StringComparison.Ordinal).Replace("sh", "s", StringComparison.Ordinal);
        if (sound.EndsWith("ing", StringComparison.Ordinal) || sound.EndsWith("eng", StringComparison.Ordinal) || sound.EndsWith("ang", StringComparison.Ordinal))
            sound = sound[..^1];
        return sound[0] == 'l' ? "n" + sound[1..] : sound;
    }
}
