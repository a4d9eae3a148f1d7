namespace ChatDesk.Knowledge.Text;

/// <summary>The short notation of lexicon tables: "(a|b|)" for choices and "*" for gaps.</summary>
internal static class PhraseSyntax
{
    /// <returns>The phrase once for each combination of its choices.</returns>
    public static IEnumerable<string> Expand(string phrase)
    {
        var open = phrase.IndexOf('(', StringComparison.Ordinal);
        if (open < 0)
            return [phrase.Trim('*')];
        var close = phrase.IndexOf(')', open);
        if (close < 0)
            throw new FormatException($"No closing bracket in the phrase {phrase}.");
        var (head, choices, tail) = (phrase[..open], phrase[(open + 1)..close].Split('|'), phrase[(close + 1)..]);
        return choices.SelectMany(choice => Expand(head + choice + tail));
    }

    /// <returns>The parts between gaps, and for each gap whether it is a long one.</returns>
    public static (string[] Parts, bool[] LongGaps) Parts(string phrase)
    {
        List<string> parts = [];
        List<bool> gaps = [];
        for (var i = 0; i < phrase.Length;)
        {
            var end = phrase.IndexOf('*', i);
            parts.Add(end < 0 ? phrase[i..] : phrase[i..end]);
            if (end < 0)
                break;
            var isLong = end + 1 < phrase.Length && phrase[end + 1] == '*';
            gaps.Add(isLong);
            i = end + (isLong ? 2 : 1);
        }

        return ([.. parts], [.. gaps]);
    }
}
