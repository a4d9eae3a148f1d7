namespace ChatDesk.Knowledge.Text;

/// <summary>Cuts Latin letters into pinyin syllables.</summary>
internal static class PinyinSpelling
{
    private const int LongestSyllable = 6;

    /// <returns>The syllables of the fewest cuts, or null where the letters are no pinyin.</returns>
    public static List<(string Text, ushort Sound)>? Syllables(string letters)
    {
        List<(string, ushort)> syllables = [];
        foreach (var word in letters.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!Cut(word, syllables))
                return null;
        }

        return syllables;
    }

    private static bool Cut(string word, List<(string, ushort)> syllables)
    {
        var best = new int[word.Length + 1];
        var from = new int[word.Length + 1];
        Array.Fill(best, int.MaxValue, 1, word.Length);
        for (var end = 1; end <= word.Length; end++)
        {
            for (var start = Math.Max(0, end - LongestSyllable); start < end; start++)
            {
                if (best[start] != int.MaxValue && best[start] + 1 < best[end] && HanTable.SoundOf(word.AsSpan(start, end - start)) != 0)
                    (best[end], from[end]) = (best[start] + 1, start);
            }
        }

        if (best[word.Length] == int.MaxValue)
            return false;
        var at = syllables.Count;
        for (var end = word.Length; end > 0; end = from[end])
            syllables.Insert(at, (word[from[end]..end], HanTable.SoundOf(word.AsSpan(from[end], end - from[end]))));
        return true;
    }
}
