using System.Text;

namespace ChatDesk.Knowledge.Text;

/// <summary>Puts right words of the trade that were typed by sound: "门紧卡" is 门禁卡, "shuilongtou" is 水龙头. What is a known word as it stands is left alone.</summary>
internal sealed class TypoCorrector
{
    private const int LongestWord = 5;
    private const int ShortestWord = 2;

    private readonly Dictionary<ulong, List<string>> _bySound = [];
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private readonly PhraseTrie _known = new();

    /// <param name="targets">Words to put in the place of mistyped ones; "着火=招火" gives a word the sound of other characters.</param>
    /// <param name="known">Words that are right as they stand.</param>
    public TypoCorrector(IEnumerable<string> targets, IEnumerable<string> known)
    {
        foreach (var word in known.Where(word => word.Length >= ShortestWord))
            _known.Add(word);
        foreach (var entry in targets.Select(word => word.Split('=')))
            AddTarget(entry[0], entry[^1]);
    }

    public string Correct(string plain)
    {
        var spelled = plain.AsSpan().ContainsAnyInRange('a', 'z') ? Spelled(plain) : plain;
        return Heard(spelled);
    }

    private void AddTarget(string word, string sound)
    {
        _known.Add(word);
        var key = KeyOf(sound);
        if (key == 0 || word.Length is < ShortestWord or > LongestWord || !_words.Add(word + sound))
            return;
        if (!_bySound.TryGetValue(key, out var words))
            _bySound[key] = words = [];
        words.Add(word);
    }

    /// <summary>Replaces Han words of the same sound.</summary>
    private string Heard(string text)
    {
        char[]? corrected = null;
        var isKnown = KnownCharacters(text);
        for (var start = 0; start + ShortestWord <= text.Length; start++)
        {
            for (var length = Math.Min(LongestWord, text.Length - start); length >= ShortestWord; length--)
            {
                var window = text.AsSpan(start, length);
                if (isKnown.AsSpan(start, length).Contains(true) && !(length > 2 && isKnown.AsSpan(start, length).Contains(false)) || WordHeard(window) is not { } word)
                    continue;
                word.CopyTo((corrected ??= text.ToCharArray()).AsSpan(start));
                start += length - 1;
                break;
            }
        }

        return corrected is null ? text : new(corrected);
    }

    private string? WordHeard(ReadOnlySpan<char> window)
    {
        var key = KeyOf(window);
        if (key == 0 || !_bySound.TryGetValue(key, out var words))
            return null;
        var most = 0;
        string? best = null;
        foreach (var word in words)
        {
            var same = 0;
            for (var i = 0; i < word.Length; i++)
                same += word[i] == window[i] ? 1 : 0;
            if (same > most && (word.Length > ShortestWord || SoundsExactly(word, window)))
                (most, best) = (same, word);
        }

        return best is null || most == window.Length || most * 2 < window.Length ? null : best;
    }

    /// <summary>Short words have to sound the same in standard speech; in longer ones sounds that dialects mix may differ.</summary>
    private static bool SoundsExactly(string word, ReadOnlySpan<char> window) =>
        HanTable.ExactSound(word[0]) == HanTable.ExactSound(window[0]) && HanTable.ExactSound(word[1]) == HanTable.ExactSound(window[1]);

    private bool[] KnownCharacters(string text)
    {
        var known = new bool[text.Length];
        List<PhraseHit> hits = [];
        for (var start = 0; start < text.Length; start++)
        {
            hits.Clear();
            _known.CollectAt(text, start, hits);
            if (hits.Count > 0)
                known.AsSpan(start..hits[^1].End).Fill(true);
        }

        return known;
    }

    /// <summary>Replaces runs of Latin letters that spell known words.</summary>
    private string Spelled(string plain)
    {
        StringBuilder text = new(plain.Length);
        for (var i = 0; i < plain.Length;)
        {
            var end = i;
            while (end < plain.Length && (char.IsAsciiLetterLower(plain[end]) || plain[end] == ' ' && end > i && end + 1 < plain.Length && char.IsAsciiLetterLower(plain[end + 1])))
                end++;
            if (end == i)
            {
                text.Append(plain[i++]);
                continue;
            }

            text.Append(end - i >= 4 ? WordsSpelled(plain[i..end]) : plain.AsSpan(i, end - i));
            i = end;
        }

        return text.ToString();
    }

    private string WordsSpelled(string letters)
    {
        var syllables = PinyinSpelling.Syllables(letters);
        if (syllables is null)
            return letters;
        StringBuilder text = new();
        var isWord = false;
        for (var i = 0; i < syllables.Count;)
        {
            var length = Math.Min(LongestWord, syllables.Count - i);
            while (length >= ShortestWord && !_bySound.ContainsKey(KeyOf(syllables, i, length)))
                length--;
            isWord |= length >= ShortestWord;
            if (length >= ShortestWord)
                text.Append(_bySound[KeyOf(syllables, i, length)][0]);
            else if (syllables[i].Text == "le")
                text.Append('了');
            else
                text.Append(' ').Append(syllables[i].Text).Append(' ');
            i += Math.Max(1, length);
        }

        return isWord ? text.ToString() : letters;
    }

    private static ulong KeyOf(ReadOnlySpan<char> word)
    {
        ulong key = 0;
        foreach (var character in word)
        {
            var sound = HanTable.Sound(character);
            if (sound == 0)
                return 0;
            key = (key << 10) | sound;
        }

        return key;
    }

    private static ulong KeyOf(List<(string Text, ushort Sound)> syllables, int from, int count)
    {
        ulong key = 0;
        for (var i = from; i < from + count; i++)
            key = (key << 10) | syllables[i].Sound;
        return key;
    }
}
